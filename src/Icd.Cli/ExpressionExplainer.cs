using Icd.Core.Codes;
using Icd.Core.Expressions;
using Icd.Core.Postcoordination;
using Icd.Core.Releases;
using Icd.Core.Sanctioning;
using Icd.Mapping;
using Line = Icd.Cli.Explanation.Line;
using Section = Icd.Cli.Explanation.Section;

namespace Icd.Cli;

/// <summary>What an ICD-11 expression means, whether it is valid, and what says the same.</summary>
internal sealed class ExpressionExplainer(ReleaseCatalog catalog, Crosswalk crosswalk, MessageLanguage language)
{
    /// <summary>Stands behind titles that are ours; a line at the end says so, once.</summary>
    public const string OurWording = "¹";

    private readonly Canonicaliser _canonicaliser = new(crosswalk.Validator, SanctioningRules.Of(crosswalk.Validator.Axes));

    private string Say(string bokmal, string english) => language == MessageLanguage.Bokmal ? bokmal : english;

    /// <summary>In the language of the reader where there is one, marked where it is our wording over an official release.</summary>
    public string Title(Entity entity) => catalog.TitleOf(entity, Say("nb", "en")) is var title && title.IsAuthored && !entity.Release.Key.IsStarter ? title.Text + OurWording : title.Text;

    /// <summary>All of it in a sentence, titles of another language quoted.</summary>
    public string TitleOf(in ClusterExpression expression)
    {
        var (titles, tag) = (new List<string>(), Say("nb", "en"));
        for (var i = 0; i < expression.Count; i++) titles.Add(TryFind(in expression, i, out var entity) ? catalog.TitleOf(entity, tag).Within(tag) : expression[i].ToString());
        return string.Join(" + ", titles);
    }

    public string PlaceOf(Entity entity) => string.Join(" › ", entity.Ancestors.Reverse().Select(above => $"{(above.Code.Length > 0 ? above.Code : above.BlockId)} {catalog.TitleOf(above, Say("nb", "en")).Text}"));

    public bool IsKnown(in ClusterExpression expression)
    {
        for (var i = 0; i < expression.Count; i++)
        {
            if (!TryFind(in expression, i, out _)) return false;
        }

        return true;
    }

    public List<Line> Members(in ClusterExpression expression)
    {
        var lines = new List<Line>();
        for (var i = 0; i < expression.Count; i++)
        {
            if (!TryFind(in expression, i, out var entity)) lines.Add(new(expression[i].ToString(), Say("finnes ikke i utgaven", "is not in the release"), crosswalk.Release.Key.ToString()));
            else lines.Add(new(entity.Code, Title(entity), expression.IsStem(i) ? string.Join(" › ", entity.Ancestors.Reverse().Where(above => above.Kind != EntityKind.Category).Select(above => catalog.TitleOf(above, Say("nb", "en")).Text)) : Say("tilleggskode", "extension code")));
        }

        return lines;
    }

    public string VerdictOf(in ClusterExpression expression) => Verdict(crosswalk.Validator.Validate(in expression).Kind);

    public string? ReplacementOf(in ClusterExpression expression) => _canonicaliser.Canonicalise(in expression).Replacement?.ToString();

    public Section Verdict(in ClusterExpression expression, string heading)
    {
        var verdict = crosswalk.Validator.Validate(in expression);
        var nb = language == MessageLanguage.Bokmal;
        var lines = new List<Line> { new(Say("Svar", "Answer"), Verdict(verdict.Kind), crosswalk.Release.Key.ToString()) };
        foreach (var binding in crosswalk.Validator.Bind(in expression))
        {
            var (axis, stem) = (AxisNames.Label(binding.Axis.Name, language), expression[binding.Stem]);
            lines.Add(new(expression[binding.Value].ToString(), Say($"tillatt på aksen «{axis}» for {stem}", $"allowed on the axis \"{axis}\" of {stem}"), ExplainedSource.Of(binding.Axis.Provenance, nb)));
        }

        lines.AddRange(verdict.Diagnostics.Select(diagnostic => new Line(diagnostic.Token, diagnostic.Describe(language, catalog), ExplainedSource.Of(diagnostic.Provenance, nb))));
        return new(heading, lines);
    }

    /// <summary>Nothing to say of a stem alone, which is its own canonical form.</summary>
    public IEnumerable<Section> Sanctioning(in ClusterExpression expression)
    {
        var canonical = _canonicaliser.Canonicalise(in expression);
        var lines = new List<Line>();
        if (canonical.Replacement is { } replacement) lines.Add(new(Say("Erstattes av", "Replaced by"), replacement.ToString()));
        lines.AddRange(canonical.Applied.Select(rule => Rule(Say("Regel", "Rule"), rule)));
        lines.AddRange(_canonicaliser.Suggestions(in expression).Select(rule => Rule(Say("Kanskje det samme", "Perhaps the same"), rule)));
        if (lines.Count == 0)
        {
            if (expression.Count == 1) return [];
            lines.Add(new("", Say("Nei, ingen prekoordinert stamkode sier det samme.", "No, no precoordinated stem says the same.")));
        }

        if (canonical.Expression.ToString() is var form && form != expression.ToString()) lines.Insert(0, new(Say("Kanonisk form", "Canonical form"), form));
        return [new(Say("Finnes det en stamkode som sier det samme?", "Is there a stem that says the same?"), lines)];
    }

    private Line Rule(string label, SanctioningRule rule) =>
        new(label, $"{rule.Stem.Code} {(rule.IsJoined ? '/' : '&')} {rule.Value.Code} = {rule.Target.Code} {Title(rule.Target)}", ExplainedSource.Of(rule.Provenance, language == MessageLanguage.Bokmal));

    private bool TryFind(in ClusterExpression expression, int index, out Entity entity)
    {
        var member = expression[index];
        return member.IsUri ? crosswalk.Release.TryFind(member.Uri, out entity) : crosswalk.Release.TryFind(member.Code, out entity);
    }

    private string Verdict(VerdictKind kind) => kind switch
    {
        VerdictKind.Valid => Say("gyldig", "valid"),
        VerdictKind.Incomplete => Say("ufullstendig", "incomplete"),
        VerdictKind.Invalid => Say("ugyldig", "invalid"),
        _ => Say("ikke vurdert", "not evaluated"),
    };
}
