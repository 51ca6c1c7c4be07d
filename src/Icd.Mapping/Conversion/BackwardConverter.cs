using Icd.Core.Codes;
using Icd.Core.Expressions;
using Icd.Core.Releases;

namespace Icd.Mapping.Conversion;

/// <summary>ICD-11 to Norwegian ICD-10.</summary>
internal sealed class BackwardConverter(Crosswalk crosswalk) : ICodeConverter
{
    private readonly BackCrosswalk _back = new(crosswalk);

    public string TargetName => "icd10";

    public IReadOnlyList<(string Chapter, string Title)> Chapters { get; } = [.. crosswalk.Release.Roots.Select(chapter => (chapter.Code, chapter.TitleIn("nb") ?? chapter.Title))];

    public int ListOf(int? edition) => 0;

    public string? PairOf(string text, string asterisk) => null;

    public ConvertedCode Convert(string text, int? edition)
    {
        if (!ClusterExpression.TryParse(text, out var expression))
            return new() { Key = ConvertedCode.Shortened(text), Reason = SeveralCodes.Are(text, part => ClusterExpression.TryParse(part, out _)) ? RejectReason.SeveralCodes : RejectReason.NotACode };
        var answer = _back.Map(in expression);
        var (key, isKnown) = (expression.ToString(), crosswalk.Release.TryFind(expression[0], out var stem));
        // An answer that leaves a choice is unknown too, but a human can make it.
        if (answer is { Relation: MapRelation.Unknown, NeedsReview: false })
            return new() { Key = key, Reason = RejectReason.UnknownCode, Question = answer.Reason?.Bokmal ?? "" };
        return new()
        {
            Key = key,
            SourceTitle = isKnown ? stem.TitleIn("nb") ?? stem.Title : null,
            Chapter = isKnown ? ChapterOf(stem) : "",
            Target = answer.ToString(),
            Relation = answer.Relation,
            ProvenanceKind = answer.Provenance.Kind,
            Provenance = answer.Provenance.Kind == ProvenanceKind.None ? string.Join("; ", answer.Provenance.Sources) : answer.Provenance.ToString(),
            NeedsReview = answer.NeedsReview,
            DetailLater = () => new(
                TitleOf(answer.Codes), string.Join("; ", answer.Lost.Select(lost => lost.Bokmal)), string.Join("; ", answer.Alternatives.Select(other => $"{other.Target}: {other.Condition.Bokmal}"))),
            Question = answer.Reason?.Bokmal ?? "",
        };
    }

    public MapText? ReadTarget(string text, out string target, out string title)
    {
        (target, title) = ("", "");
        if (Decisions.IsNone(text)) return null;
        var codes = new List<Icd10Code>();
        foreach (var part in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!Icd10Code.TryParse(part, out var code, out var error)) return new(error.Describe(part, MessageLanguage.Bokmal), error.Describe(part, MessageLanguage.English));
            if (!crosswalk.Edition.TryFind(code, out var entity) || !entity.IsSelectable) return new($"{code} er ingen kode i {crosswalk.Edition.Key}.", $"{code} is not a code of {crosswalk.Edition.Key}.");
            codes.Add(code);
        }

        (target, title) = (string.Join(' ', codes), TitleOf(codes));
        return null;
    }

    private string TitleOf(IEnumerable<Icd10Code> codes) => string.Join(" + ", codes.Select(code => crosswalk.Edition.TryFind(code, out var entity) ? entity.Title : code.ToString()));

    private static string ChapterOf(Entity entity)
    {
        while (entity.Parent is { } parent) entity = parent;
        return entity.Code;
    }
}
