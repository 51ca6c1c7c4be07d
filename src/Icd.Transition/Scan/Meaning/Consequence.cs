using Icd.Mapping;

namespace Icd.Transition.Scan.Meaning;

/// <summary>What a finding means for the transition.</summary>
internal sealed record Consequence(Risk Risk, MapText Change)
{
    public IReadOnlyList<Counterpart> Counterparts { get; init; } = [];

    public CounterpartCounts? Counts { get; init; }

    public IReadOnlyList<Subtree> Cover { get; init; } = [];
}
