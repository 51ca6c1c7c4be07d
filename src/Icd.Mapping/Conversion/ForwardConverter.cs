using Icd.Core.Codes;
using Icd.Core.Expressions;
using Icd.Core.Releases;

namespace Icd.Mapping.Conversion;

/// <summary>Norwegian ICD-10 to ICD-11.</summary>
internal sealed class ForwardConverter(Crosswalk crosswalk, ReleaseCatalog catalog) : ICodeConverter
{
    private readonly Dictionary<int, ListAnswers?> _lists = [];
    private readonly ListAnswers _newest = new(crosswalk);

    public string TargetName => "icd11";

    public IReadOnlyList<(string Chapter, string Title)> Chapters { get; } = [.. crosswalk.Edition.Roots.Select(chapter => (chapter.Code, chapter.TitleIn("nb") ?? chapter.Title))];

    public int ListOf(int? edition) => Of(edition).Edition.Key.ReleaseId.Year;

    public string? PairOf(string text, string asterisk) =>
        Icd10Code.TryParse(text, out var one) && Icd10Code.TryParse(asterisk, out var other) && DaggerPair.TryOrder(one, other, out var dagger, out var second)
            ? $"{dagger.WithMark(Icd10Mark.Dagger)} {second.WithMark(Icd10Mark.Asterisk)}"
            : null;

    public ConvertedCode Convert(string text, int? edition)
    {
        if (Icd10Code.TryParse(text, out var code)) return Single(code, edition);
        if (DaggerPair.TryParse(text, out var dagger, out var asterisk)) return Pair(dagger, asterisk, edition);
        return new() { Key = ConvertedCode.Shortened(text), Reason = SeveralCodes.Are(text, part => Icd10Code.TryParse(part, out _)) ? RejectReason.SeveralCodes : RejectReason.NotACode };
    }

    public MapText? ReadTarget(string text, out string target, out string title)
    {
        (target, title) = ("", "");
        if (Decisions.IsNone(text)) return null;
        if (!ClusterExpression.TryParse(text, out var expression, out var error)) return new(error.Describe(text, MessageLanguage.Bokmal), error.Describe(text, MessageLanguage.English));
        var verdict = crosswalk.Validator.Validate(in expression);
        if (!TargetJudge.Accepts(crosswalk.Validator, in expression))
            return new($"{expression} er ikke gyldig i {crosswalk.Release.Key}.{Why(MessageLanguage.Bokmal)}", $"{expression} is not valid in {crosswalk.Release.Key}.{Why(MessageLanguage.English)}");
        (target, title) = (expression.ToString(), TitleOf(in expression));
        return null;

        string Why(MessageLanguage language) => string.Concat(verdict.Diagnostics.Select(diagnostic => " " + diagnostic.Describe(language)));
    }

    private ConvertedCode Single(Icd10Code code, int? year)
    {
        var list = Of(year);
        code = code.WithoutMark;
        var isListed = list.Edition.TryFind(code, out var entity) && entity.IsSelectable;
        if (!isListed) return Answered(code.ToString("D", null), list.Crosswalk.Map(code), list, isListed, year, entity);
        // Two threads may both work it out; the answers are equal and either may stay.
        return list.Answers[entity.Index] ??= Answered(code.ToString("D", null), list.Crosswalk.Map(code), list, isListed, year, entity);
    }

    private ConvertedCode Pair(Icd10Code dagger, Icd10Code asterisk, int? year)
    {
        var list = Of(year);
        var isListed = list.Edition.TryFind(dagger, out var first) && first.IsSelectable;
        isListed &= list.Edition.TryFind(asterisk, out var second) && second.IsSelectable;
        var converted = Answered($"{dagger.WithMark(Icd10Mark.Dagger)} {asterisk.WithMark(Icd10Mark.Asterisk)}", list.Crosswalk.MapPair(dagger, asterisk)!, list, isListed, year, first);
        return first.IsNone || second.IsNone ? converted : converted with { SourceTitle = $"{first.Title} / {second.Title}" };
    }

    private ConvertedCode Answered(string key, MapAnswer answer, ListAnswers list, bool isListed, int? year, Entity entity)
    {
        var edition = list.Edition.Key;
        var isOtherYear = year is { } wanted && wanted != edition.ReleaseId.Year;
        var chapter = entity.IsNone ? "" : list.Chapter(entity.Chapter);
        // Without a target, a code that is in no list is no code that we know.
        if (!isListed && !answer.HasTarget)
            return new() { Key = key, Edition = year, Source = entity, Chapter = chapter, Reason = isOtherYear ? RejectReason.NotInEdition : RejectReason.UnknownCode };
        var provenance = answer.Provenance.Kind == ProvenanceKind.None ? string.Join("; ", answer.Provenance.Sources) : answer.Provenance.ToString();
        if (!isListed) provenance += $"; not a code of {edition}{(isOtherYear ? $", and the list of {year} is not loaded" : "")}";
        return new()
        {
            Key = key,
            Edition = isListed && list == _newest ? null : year,
            Source = entity,
            Chapter = chapter,
            Target = answer.HasTarget ? answer.Expression.ToString() : "",
            Relation = answer.Relation,
            ProvenanceKind = answer.Provenance.Kind,
            Provenance = provenance,
            NeedsReview = answer.NeedsReview || !isListed,
            IsNotInEdition = !isListed,
            Reason = answer.Relation == MapRelation.Unknown ? RejectReason.NotAnswered : RejectReason.None,
            DetailLater = () => DetailOf(answer),
            Question = answer.Reason?.Bokmal ?? (isListed ? "" : $"Ikke en kode i {edition}."),
        };
    }

    private ConvertedCodeDetail DetailOf(MapAnswer answer) => new(
        answer.HasTarget ? TitleOf(answer.Expression) : "", string.Join("; ", answer.Lost.Select(text => text.Bokmal)),
        string.Join("; ", answer.Alternatives.Select(other => $"{other.Target}: {other.Condition.Bokmal}")));

    /// <summary>The answers of a year's own list, where that is loaded; otherwise of the newest one.</summary>
    private ListAnswers Of(int? year)
    {
        if (year is not { } wanted || wanted == crosswalk.Edition.Key.ReleaseId.Year) return _newest;
        lock (_lists)
        {
            if (!_lists.TryGetValue(wanted, out var own))
            {
                var key = catalog.Keys.LastOrDefault(key => key.Classification == Classification.Icd10 && key.ReleaseId.Year == wanted);
                _lists[wanted] = own = key is null ? null : new(crosswalk.Over(catalog.Open(key)));
            }

            return own ?? _newest;
        }
    }

    private string TitleOf(in ClusterExpression expression)
    {
        var titles = new List<string>();
        for (var i = 0; i < expression.Count; i++)
            titles.Add(crosswalk.Release.TryFind(expression[i].Code, out var entity) ? catalog.TitleOf(entity, "nb").Text : expression[i].ToString());
        return string.Join(" + ", titles);
    }

    /// <summary>Answers for the codes of a list: cells with several codes are mostly new, but not the codes in them.</summary>
    private sealed class ListAnswers(Crosswalk crosswalk)
    {
        public Crosswalk Crosswalk => crosswalk;

        public Release Edition => crosswalk.Edition;

        private readonly Dictionary<int, string> _chapters = crosswalk.Edition.Roots.ToDictionary(chapter => chapter.Index, chapter => chapter.Code);

        /// <summary>The code of a chapter.</summary>
        public string Chapter(Entity chapter) => _chapters[chapter.Index];

        /// <summary>By the index of the code's entity.</summary>
        public ConvertedCode?[] Answers { get; } = new ConvertedCode[crosswalk.Edition.Count];
    }
}
