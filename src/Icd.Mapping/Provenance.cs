namespace Icd.Mapping;

/// <summary>Who says that a target is right, in detail.</summary>
/// <param name="Kind">Whose word the target rests on first of all.</param>
/// <param name="Sources">
/// Table and row, rule and line, in the order in which they were used: <c>WHO 2024-01 10To11MapToOneCategory row 17</c>,
/// <c>data/crosswalk/external-causes.tsv:4</c>.
/// </param>
public sealed record Provenance(ProvenanceKind Kind, IReadOnlyList<string> Sources)
{
    /// <summary>Kind and sources in a line.</summary>
    public override string ToString()
    {
        var kind = Kind switch
        {
            ProvenanceKind.WhoTable => "WHO table",
            ProvenanceKind.AuthoredRule => "authored rule",
            ProvenanceKind.ParentFallback => "parent fallback",
            ProvenanceKind.Inverse => "inverse",
            ProvenanceKind.Pair => "dagger and asterisk pair",
            ProvenanceKind.Decision => "decision",
            _ => "none",
        };
        return Sources.Count switch
        {
            0 => kind,
            1 => string.Concat(kind, ": ", Sources[0]),
            _ => $"{kind}: {string.Join("; ", Sources)}",
        };
    }
}
