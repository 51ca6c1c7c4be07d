using Icd.Core.Codes;
using Icd.Core.Expressions;
using Icd.Core.Releases;
using Icd.Mapping;

namespace Icd.Toolkit.Answers;

/// <summary>Maps what a person or a file gives: an ICD-10 code, a pair of them, or an ICD-11 expression.</summary>
internal sealed class CodeMapper
{
    private readonly ReleaseCatalog _catalog;
    private readonly Crosswalk _crosswalk;
    private readonly Lazy<BackCrosswalk> _back;
    private readonly MessageLanguage _language;

    /// <param name="catalog">Where titles come from.</param>
    /// <param name="crosswalk">The crosswalk.</param>
    /// <param name="language">The language of texts.</param>
    /// <param name="back">Its inverse, where there is one already. It needs every answer; whoever maps forwards does not pay for it.</param>
    public CodeMapper(ReleaseCatalog catalog, Crosswalk crosswalk, MessageLanguage language, Lazy<BackCrosswalk>? back = null) =>
        (_catalog, _crosswalk, _language, _back) = (catalog, crosswalk, language, back ?? new(() => new(crosswalk)));

    /// <summary>What limits all answers; <see langword="null"/> where nothing does.</summary>
    public string? Note => _crosswalk.Release.Key.IsStarter
        ? "No official ICD-11 release is imported: targets are given, but not all of them can be checked."
        : _crosswalk.Who is null ? "WHO's mapping tables are not imported: only our own rules answer." : null;

    public MappedCode Map(string input)
    {
        var text = input.Trim();
        if (Icd10Code.TryParse(text, out var code)) return Forward(input, _crosswalk.Map(code), Listed(code));
        if (DaggerPair.TryParse(text, out var dagger, out var asterisk)) return Forward(input, _crosswalk.MapPair(dagger, asterisk)!, Listed(dagger) ?? Listed(asterisk));
        if (ClusterExpression.TryParse(text, out var expression, out var error)) return Backward(input, in expression);
        return new(input, null, null, null, "", [], [], false, [], null, null, Refusal(text, error));
    }

    /// <summary>What is wrong with a text that is no code, and what may have been meant.</summary>
    private string Refusal(string text, SyntaxError error)
    {
        var isBokmal = _language == MessageLanguage.Bokmal;
        if (!text.Any(char.IsAsciiDigit) && !text.Contains(':'))
            return isBokmal ? "Dette er ingen kode. En ICD-10-kode ser ut som I21.9, en ICD-11-kode som BA41.Z; ord kan du søke på." : "This is no code. An ICD-10 code looks like I21.9, an ICD-11 code like BA41.Z; search for words.";
        var isIcd10 = !text.Contains('&') && ParsedInput.LooksLikeIcd10(text);
        if (isIcd10 && !Icd10Code.TryParse(text, out _, out var icd10)) error = icd10;
        var proposal = isIcd10 ? CodeProposal.ForIcd10(text)?.ToString() : ExpressionProposal.For(text);
        return error.Describe(text, _language) + (proposal is null ? "" : isBokmal ? $" Mente du {proposal}?" : $" Did you mean {proposal}?");
    }

    private MappedCode Forward(string input, MapAnswer answer, string? note)
    {
        var title = answer.HasTarget ? TitleOf(answer.Expression) : null;
        return new(
            input, answer.HasTarget ? answer.Expression.ToString() : null, title, Relation(answer.Relation), Text(answer.Provenance), Texts(answer.Lost), Texts(answer.Added),
            answer.NeedsReview, Alternatives(answer.Alternatives), "icd10-to-icd11", _crosswalk.Release.Key.ToString(), Sentence(note, answer.Reason?.In(_language)));
    }

    private MappedCode Backward(string input, in ClusterExpression expression)
    {
        var answer = _back.Value.Map(in expression);
        var title = string.Join(", ", answer.Codes.Select(code => _crosswalk.Edition.TryFind(code, out var entity) ? entity.Title : code.ToString()));
        return new(
            input, answer.Codes.Count > 0 ? answer.ToString() : null, title.Length > 0 ? title : null, Relation(answer.Relation), Text(answer.Provenance), Texts(answer.Lost), [],
            answer.NeedsReview, Alternatives(answer.Alternatives), "icd11-to-icd10", _crosswalk.Edition.Key.ToString(), answer.Reason?.In(_language));
    }

    private string? Listed(Icd10Code code) =>
        _crosswalk.Edition.TryFind(code, out var entity) && entity.IsSelectable ? null
        : _language == MessageLanguage.Bokmal ? $"{code.ToString("D", null)} er ikke en kode i {_crosswalk.Edition.Key}." : $"{code.ToString("D", null)} is not a code of {_crosswalk.Edition.Key}.";

    private string TitleOf(in ClusterExpression expression)
    {
        var language = _language == MessageLanguage.Bokmal ? "nb" : "en";
        var titles = new List<string>();
        for (var i = 0; i < expression.Count; i++)
            titles.Add(_crosswalk.Release.TryFind(expression[i].Code, out var entity) ? _catalog.TitleOf(entity, language).Within(language) : expression[i].ToString());
        return string.Join(" + ", titles);
    }

    private IReadOnlyList<string> Texts(IReadOnlyList<MapText> texts) => [.. texts.Select(text => text.In(_language))];

    private IReadOnlyList<(string, string)> Alternatives(IReadOnlyList<MapAlternative> alternatives) => [.. alternatives.Select(alternative => (alternative.Target, alternative.Condition.In(_language)))];

    private static string? Relation(MapRelation relation) => relation == MapRelation.Unknown ? null : relation.Code();

    private static string Text(Provenance provenance) => provenance.Kind == ProvenanceKind.None ? string.Join("; ", provenance.Sources) : provenance.ToString();

    private static string? Sentence(string? one, string? other) => one is null ? other : other is null ? one : $"{one} {other}";
}
