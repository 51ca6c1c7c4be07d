using Icd.Core.Codes;
using Icd.Core.Postcoordination;
using Icd.Core.Releases;

namespace Icd.Core.Sanctioning;

/// <summary>The rules of a release by which a stem with an extension code is replaced by a precoordinated stem, and back.</summary>
public sealed class SanctioningRules
{
    private readonly Dictionary<(int Stem, int Value), SanctioningRule> _byCombination = [];
    private readonly Dictionary<int, SanctioningRule> _byTarget = [];

    private SanctioningRules(Release release) => Release = release;

    /// <summary>The release that the rules are of.</summary>
    public Release Release { get; }

    /// <summary>All rules, by target.</summary>
    public IReadOnlyCollection<SanctioningRule> All => _byTarget.Values;

    /// <summary>Derives the rules of a release from its English titles; none where it has no English ones.</summary>
    public static SanctioningRules Derive(StemAxes axes)
    {
        ArgumentNullException.ThrowIfNull(axes);
        var rules = new SanctioningRules(axes.Release);
        // The starter release's titles are our own words, which prove nothing about WHO's stems.
        if (axes.Release.Key.IsStarter) return rules;
        foreach (var rule in new RuleDerivation(axes.Release, axes).Rules()) rules.Add(rule);
        return rules;
    }

    /// <summary>The stem that says what a stem with an extension code says, or <see langword="null"/>.</summary>
    public SanctioningRule? Find(Entity stem, Entity value) => _byCombination.GetValueOrDefault((stem.Index, value.Index));

    /// <summary>What a precoordinated stem is made of, or <see langword="null"/> where that is not known.</summary>
    public SanctioningRule? Decompose(Entity stem) => _byTarget.GetValueOrDefault(stem.Index);

    private void Add(SanctioningRule rule)
    {
        _byTarget[rule.Target.Index] = rule;
        _byCombination.TryAdd((rule.Stem.Index, rule.Value.Index), rule);
        if (rule.Stem.ResidualChild(Residual.Unspecified) is { } unspecified) _byCombination.TryAdd((unspecified.Index, rule.Value.Index), rule);
    }
}
