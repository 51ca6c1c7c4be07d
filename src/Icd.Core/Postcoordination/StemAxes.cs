using System.Collections.Concurrent;
using Icd.Core.Releases;

namespace Icd.Core.Postcoordination;

/// <summary>The axes of every stem of a release: WHO's scales where the release has them, otherwise our authored profile.</summary>
/// <remarks>A stem's axes are worked out when they are first asked for and kept. Safe for concurrent use.</remarks>
public sealed class StemAxes
{
    private readonly Release _release;
    private readonly Dictionary<int, List<BoundRule>> _rulesByScope = [];
    private readonly HashSet<int> _coveredChapters = [];

    /// <summary>What the scope of a rule names, and what one names without its subtree: all other stems have the axes of their parents.</summary>
    private readonly HashSet<int> _named = [], _namedAlone = [];
    private readonly ConcurrentDictionary<List<BoundRule>, Axis> _combined = new(SameRules.Instance);
    private readonly Axis[]?[] _axes;
    private readonly bool _hasScales;

    /// <summary>The axes of a release.</summary>
    /// <param name="release">An MMS release.</param>
    /// <param name="profile">What stands in for scales that the release lacks; <see cref="AxisProfile.Default"/> where none is given.</param>
    /// <exception cref="ArgumentException">The release is not one of MMS.</exception>
    public StemAxes(Release release, AxisProfile? profile = null)
    {
        ArgumentNullException.ThrowIfNull(release);
        if (release.Classification != Classification.Mms) throw new ArgumentException($"{release.Key} is not a release of ICD-11 MMS.", nameof(release));
        _release = release;
        _axes = new Axis[release.Count][];
        _hasScales = release.HasScales;
        HasDefaultProfile = _hasScales || profile is null || profile == AxisProfile.Default;
        if (_hasScales) return;
        foreach (var rule in (profile ?? AxisProfile.Default).Rules) Bind(rule);
    }

    /// <summary>The release.</summary>
    public Release Release => _release;

    /// <summary>Whether the axes are those that the release has for everybody, by scales or by our profile.</summary>
    internal bool HasDefaultProfile { get; }

    /// <summary>Whether anything is known of a stem's axes: with WHO's scales always, with our profile in the chapters that it covers.</summary>
    public bool Covers(Entity stem) => _hasScales || _coveredChapters.Contains(stem.Chapter.Index);

    /// <summary>The axes of a stem: WHO's order for WHO's scales, the order of <see cref="AxisNames.All"/> for ours.</summary>
    public IReadOnlyList<Axis> Of(Entity stem) => Find(stem);

    /// <summary>The same without the interface, for the validator's hot path.</summary>
    internal Axis[] Find(Entity stem)
    {
        if (stem.Release != _release) throw new ArgumentException($"{stem} is of another release than {_release.Key}.", nameof(stem));
        // Two threads may both work it out; the results are equal and either may stay.
        return _axes[stem.Index] ??= _hasScales ? FromScales(stem) : FromRules(stem);
    }

    private static Axis[] FromScales(Entity stem) =>
    [
        .. stem.Scales.Select(scale => new Axis(
            scale.Axis, scale.IsRequired, scale.AllowMultipleValues, scale.Roots,
            EntityRanges.Of(scale.Roots.Select(root => (root.Index, root.End)), []), AxisAuthority.WhoScale, scale.Source.Name)),
    ];

    /// <summary>Whether the release lacks some of the values that the stem's rules name, an axis with none of its values left included.</summary>
    internal bool IsPartial(Entity stem) => !_hasScales && RulesOf(stem).Any(rules => rules.Exists(rule => rule.Values.Length < rule.Rule.Values.Count));

    private Axis[] FromRules(Entity stem)
    {
        if (stem.IsExtension) return [];
        if (stem.Parent is { } parent && !_named.Contains(stem.Index) && !_namedAlone.Contains(parent.Index)) return Find(parent);
        var found = RulesOf(stem);
        var axes = new List<Axis>(found.Count);
        foreach (var rules in found)
        {
            var axis = _combined.GetOrAdd(rules, Combine);
            if (axis.Roots.Count > 0) axes.Add(axis);
        }

        axes.Sort(static (one, other) => AxisNames.Position(one.Name).CompareTo(AxisNames.Position(other.Name)));
        return [.. axes];
    }

    /// <summary>For each axis of a stem the rules that say together what it takes: those of the nearest entity, the stem itself or one above it, that has any.</summary>
    private List<List<BoundRule>> RulesOf(Entity stem)
    {
        var chain = new List<int>(stem.Depth + 1);
        for (var above = (Entity?)stem; above is { } entity; above = entity.Parent) chain.Add(entity.Index);

        var nearest = new List<List<BoundRule>>();
        for (var distance = 0; distance < chain.Count; distance++)
        {
            if (!_rulesByScope.TryGetValue(chain[distance], out var here)) continue;
            var settled = nearest.Count;
            foreach (var rule in here)
            {
                var at = nearest.Count - 1;
                while (at >= 0 && nearest[at][0].Rule.Axis != rule.Rule.Axis) at--;
                if ((at >= 0 && at < settled) || !rule.Holds(chain, distance)) continue;
                if (at < 0) nearest.Add([rule]);
                else if (!nearest[at].Contains(rule)) nearest[at].Add(rule);
            }
        }

        nearest.RemoveAll(static rules => rules.Exists(static rule => rule.Rule.Removes));
        return nearest;
    }

    /// <summary>Rules at the same distance say together what the axis takes. Thousands of stems share the same ones.</summary>
    private static Axis Combine(List<BoundRule> rules)
    {
        var values = rules.SelectMany(rule => rule.Values).ToList();
        return new(
            rules[0].Rule.Axis,
            rules.Exists(rule => rule.Rule.IsRequired),
            rules[0].Rule.AllowMultipleValues,
            [.. values.Where(value => !value.IsExcluded).Select(value => value.Entity).Distinct()],
            EntityRanges.Of(values.Where(value => !value.IsExcluded).Select(value => value.Range), values.Where(value => value.IsExcluded).Select(value => value.Range)),
            AxisAuthority.AuthoredRule,
            string.Join(", ", rules.Select(rule => rule.Rule.Origin)));
    }

    /// <summary>Entities that this release does not have are passed over: the profile is written for one release and used with others.</summary>
    private void Bind(AxisRule rule)
    {
        var scope = rule.Scope.Select(BoundSelector.Of(_release)).Where(selector => !selector.Entity.IsNone).ToList();
        var bound = new BoundRule(rule, [.. scope.Where(selector => selector.IsExcluded)], [.. rule.Values.Select(BoundSelector.Of(_release)).Where(value => !value.Entity.IsNone)], [.. scope.Where(selector => selector is { IsExact: true, IsExcluded: false }).Select(selector => selector.Entity.Index)]);
        foreach (var selector in scope)
        {
            _named.Add(selector.Entity.Index);
            if (selector.IsExact) _namedAlone.Add(selector.Entity.Index);
            if (selector.IsExcluded) continue;
            if (!_rulesByScope.TryGetValue(selector.Entity.Index, out var rules)) _rulesByScope[selector.Entity.Index] = rules = [];
            rules.Add(bound);
            _coveredChapters.Add(selector.Entity.Chapter.Index);
        }
    }

    /// <summary>A selector with its entity. A class: what .NET's collections do with classes is compiled already, with values it is not.</summary>
    private sealed record BoundSelector(Entity Entity, bool IsExcluded, bool IsExact)
    {
        public (int Start, int End) Range => (Entity.Index, IsExact ? Entity.Index + 1 : Entity.End);

        public static Func<Selector, BoundSelector> Of(Release release) => selector => new(selector.Find(release), selector.IsExcluded, selector.IsExact);
    }

    private sealed class BoundRule(AxisRule rule, BoundSelector[] excluded, BoundSelector[] values, HashSet<int> exact)
    {
        public AxisRule Rule => rule;

        public BoundSelector[] Values => values;

        /// <summary>Whether the rule holds for the stem at the beginning of a chain of ancestors, by way of the entity at a distance.</summary>
        public bool Holds(List<int> chain, int distance)
        {
            if (distance > 0 && exact.Contains(chain[distance])) return false;
            foreach (var selector in excluded)
            {
                var at = chain.IndexOf(selector.Entity.Index);
                if (selector.IsExact ? at == 0 : at >= 0) return false;
            }

            return true;
        }
    }

    private sealed class SameRules : IEqualityComparer<List<BoundRule>>
    {
        public static SameRules Instance { get; } = new();

        public bool Equals(List<BoundRule>? one, List<BoundRule>? other) => one!.SequenceEqual(other!);

        public int GetHashCode(List<BoundRule> rules) => HashCode.Combine(rules[0], rules.Count);
    }
}
