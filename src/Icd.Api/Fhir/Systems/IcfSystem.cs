using Icd.Core.Codes;
using Icd.Core.Releases;

namespace Icd.Api.Fhir.Systems;

/// <summary>ICF, with qualifiers after a point (<c>d5409.qp3</c>), or after <c>&amp;</c> between URIs.</summary>
/// <remarks>
/// From 2026-01 qualifiers have short codes; before, they exist as entities only, so that the URI form is the only one. The one axis whose
/// name is public is <c>performance</c>, of activities and participation; other qualifiers cannot be judged.
/// </remarks>
internal sealed class IcfSystem(ReleaseCatalog catalog, Release release, StringComparison comparison) : LinearizationSystem(catalog, release, comparison)
{
    public const string SystemUrl = "http://id.who.int/icd/release/11/icf";

    private const string PerformanceAxis = PostcoordinationScale.AxisUriPrefix + "performance";

    private const uint Qualifiers = 423829389, Performance = 591104711;

    public override string Url => SystemUrl;

    public override string Name => "International Classification of Functioning, Disability and Health (ICF)";

    public override string Id => "icf-" + Version;

    protected override Linearization Linearization => Linearization.Icf;

    public override IReadOnlyList<PropertyDefinition> Properties => LinearizationProperties;

    protected override bool IsJoined(string code) => code.StartsWith("http", StringComparison.Ordinal) ? code.Contains('&', StringComparison.Ordinal) : code.Contains('.', StringComparison.Ordinal);

    protected override Located LocateExpression(string code)
    {
        var isUriForm = code.StartsWith("http", StringComparison.Ordinal);
        var texts = isUriForm ? code.Split('&').Select(text => text.Trim(' ')).ToArray() : code.Split('.');
        if (code != code.Trim()) return new LocateFailure(false, "A code neither begins nor ends with space.");
        var parts = new List<ConceptPart>();
        foreach (var text in texts)
        {
            var why = "";
            if (!(isUriForm ? TryFindUri(text, out var entity, out why) : TryFindCode(text, out entity))) return new LocateFailure(false, $"'{text}' is no code here. {why}".TrimEnd());
            parts.Add(new(entity, parts.Count == 0));
        }

        if (parts[0].Entity is not { IsSelectable: true } stem || IsQualifier(stem)) return new LocateFailure(false, $"{texts[0]} is no category that takes qualifiers.");
        return Judge(code, texts, stem, parts);
    }

    private Located Judge(string code, string[] texts, Entity stem, List<ConceptPart> parts)
    {
        var bindings = new List<ConceptBinding>();
        for (var i = 1; i < parts.Count; i++)
        {
            var value = parts[i].Entity;
            if (!IsQualifier(value)) return new LocateFailure(false, $"{texts[i]} is no qualifier.");
            if (!IsPerformance(value)) return new LocateFailure(true, $"The qualifier {texts[i]} of {stem.Code} cannot be judged: no scale of WHO's is known for it.");
            if (stem.Code[0] != 'd') return new LocateFailure(true, $"{texts[i]} is on no axis of {stem.Code}: performance qualifies activities and participation (d).");
            if (bindings.Count > 0) return new LocateFailure(true, $"The axis performance of {stem.Code} takes one value; {texts[i]} is one too many.");
            bindings.Add(new(0, i, PerformanceAxis));
        }

        return new Concept(this, code, parts, bindings);
    }

    private bool IsQualifier(Entity entity) => Release.TryFind(Qualifiers, Residual.None, out var qualifiers) && qualifiers.Contains(entity);

    private bool IsPerformance(Entity entity) => Release.TryFind(Performance, Residual.None, out var performance) && performance.Contains(entity) && performance != entity;

    public override string? ShortFormOf(Concept expression) =>
        expression.Parts.All(part => part.Entity.Code.Length > 0) ? string.Join('.', expression.Parts.Select(part => part.Entity.Code)) : null;
}
