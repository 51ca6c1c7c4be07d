using Icd.Core.Releases;

namespace Icd.Core.Postcoordination;

/// <summary>A row of the authored axis profile, not yet bound to a release.</summary>
/// <param name="Scope">The stems it holds for.</param>
/// <param name="Axis">The axis' schema name.</param>
/// <param name="IsRequired">Whether a value is required.</param>
/// <param name="AllowMultipleValues">How many values the axis takes.</param>
/// <param name="Values">The values; empty where the rule takes the axis away.</param>
/// <param name="Origin">Table and line, for provenance.</param>
internal sealed record AxisRule(IReadOnlyList<Selector> Scope, string Axis, bool IsRequired, AllowMultipleValues AllowMultipleValues, IReadOnlyList<Selector> Values, string Origin)
{
    /// <summary>Whether the rule takes an inherited axis away.</summary>
    public bool Removes => Values.Count == 0;
}
