using Icd.Core.Codes;
using Icd.Core.Expressions;
using Icd.Core.Postcoordination;
using Icd.Core.Releases;

namespace Icd.Core.Sanctioning;

/// <summary>Tells whether one expression is more general than another.</summary>
/// <remarks>
/// A stem with values subsumes another where its stem is the other's or above it, and each of its values is one of the other's, on the
/// same axis, or above it. What precoordinated stems are made of counts as said: <c>NC32&amp;XA8U33</c> and <c>NC32.2</c> subsume each
/// other. An "unspecified" residual says what its parent says; "other specified" says something that nobody wrote down. A cluster subsumes
/// another that has for each of its stems one of its own that is subsumed; more stems say more. Safe for concurrent use.
/// </remarks>
public sealed class ExpressionSubsumption
{
    private readonly ExpressionValidator _validator;
    private readonly SanctioningRules _rules;
    private readonly Release _release;

    /// <summary>Subsumption over the rules of a release.</summary>
    /// <exception cref="ArgumentException">The rules are of another release than the validator.</exception>
    public ExpressionSubsumption(ExpressionValidator validator, SanctioningRules rules)
    {
        ArgumentNullException.ThrowIfNull(validator);
        ArgumentNullException.ThrowIfNull(rules);
        (_validator, _rules, _release) = (validator, rules, rules.Release);
        if (_release != validator.Axes.Release) throw new ArgumentException("The rules are of another release than the validator.", nameof(rules));
    }

    /// <summary>Whether the first expression is the same as the second or more general.</summary>
    /// <param name="general">The expression that may subsume.</param>
    /// <param name="specific">The expression that may be subsumed.</param>
    public Subsumption Subsumes(in ClusterExpression general, in ClusterExpression specific)
    {
        if (Read(in general) is not { } generals || Read(in specific) is not { } specifics) return Subsumption.Unknown;
        foreach (var meaning in specifics) Complete(meaning, specifics);
        return Match(generals, 0, specifics, new bool[specifics.Count]);
    }

    /// <summary>What each stem of an expression says with its values, and what follows from them: what an index by meaning holds.</summary>
    /// <returns><see langword="null"/> where a member is not in the release or in the wrong place.</returns>
    /// <remarks>
    /// <c>A</c> subsumes <c>B</c> exactly where each stem of <c>A</c>, an "unspecified" read as its parent, has a meaning of <c>B</c> of its own that has a
    /// stem at or below it, and for each of its values one at or below that, on the same axis where both are written on one.
    /// </remarks>
    public IReadOnlyList<StemMeaning>? MeaningOf(in ClusterExpression expression)
    {
        if (Read(in expression) is not { } meanings) return null;
        foreach (var meaning in meanings) Complete(meaning, meanings);
        var found = new List<StemMeaning>(meanings.Count);
        foreach (var meaning in meanings)
        {
            // What is above another one is said with it.
            var above = meaning.Stems.Select(stem => stem.Parent).OfType<Entity>().ToHashSet();
            var values = meaning.Values.Select(value => value.IsWritten ? value : value with { Axis = AxisOf(meaning, value.Entity) }).ToList();
            found.Add(new(meaning.Position, [.. meaning.Stems.Where(stem => !above.Contains(stem))], values));
        }

        foreach (var binding in _validator.Bind(in expression))
        {
            // A stem after / that sits on an axis is a value of the stem before it as well.
            if (expression.IsStem(binding.Value) && _release.TryFind(expression[binding.Value], out var joined))
                ((List<ValueMeaning>)found.Find(meaning => meaning.Position == binding.Stem)!.Values).Add(new(WithoutUnspecified(joined), binding.Axis.Name, true));
        }

        return found;
    }

    /// <summary>The axis on which a value would have been written that a precoordinated stem says.</summary>
    private string? AxisOf(Meaning meaning, Entity value) => meaning.Stems.SelectMany(_validator.Axes.Of).FirstOrDefault(axis => axis.Admits(value))?.Name;

    /// <summary>Finds for each general meaning a specific one of its own.</summary>
    private static Subsumption Match(List<Meaning> generals, int next, List<Meaning> specifics, bool[] taken)
    {
        if (next == generals.Count) return Subsumption.Yes;
        var best = Subsumption.No;
        for (var i = 0; i < specifics.Count; i++)
        {
            if (taken[i] || Subsumes(generals[next], specifics[i]) is not (not Subsumption.No and var own)) continue;
            taken[i] = true;
            var rest = Match(generals, next + 1, specifics, taken);
            taken[i] = false;
            if (own == Subsumption.Yes && rest == Subsumption.Yes) return Subsumption.Yes;
            if (rest != Subsumption.No) best = Subsumption.Unknown;
        }

        // A stem joined by / may be what a precoordinated stem says beside its own meaning.
        if (generals[next] is { Values.Count: 0 } joined && specifics.Exists(meaning => meaning.Values.Exists(value => joined.Own.Contains(value.Entity))))
        {
            var rest = Match(generals, next + 1, specifics, taken);
            if (rest != Subsumption.No) return rest;
        }

        return best;
    }

    private static Subsumption Subsumes(Meaning general, Meaning specific)
    {
        if (!specific.Stems.Contains(general.Own))
        {
            // A child that nobody has taken apart may be what the values say; "other specified" of a stem above may be anything.
            var isBelow = specific.Own.Contains(general.Own) && general.Own != specific.Own;
            return isBelow && specific.Values.Exists(value => value.IsWritten) ? Subsumption.Unknown : Subsumption.No;
        }

        var result = Subsumption.Yes;
        foreach (var value in general.Values)
        {
            if (specific.Values.Exists(other => value.Entity.Contains(other.Entity) && (value.Axis is null || other.Axis is null || value.Axis == other.Axis))) continue;
            // A stem below, of which no rule says what it is made of, may say the value without showing it.
            if (specific.Own == general.Own || specific.IsTakenApart || specific.Values.Exists(other => other.Axis is not null && other.Axis == value.Axis)) return Subsumption.No;
            result = Subsumption.Unknown;
        }

        return result;
    }

    /// <summary>The stems with their values; <see langword="null"/> where a member is not in the release or in the wrong place.</summary>
    private List<Meaning>? Read(in ClusterExpression expression)
    {
        var axes = _validator.Bind(in expression).ToLookup(binding => binding.Value, binding => binding.Axis.Name);
        var meanings = new List<Meaning>();
        foreach (var group in expression.Groups)
        {
            if (!_release.TryFind(group.Stem, out var stem) || stem.IsExtension || !stem.IsSelectable) return null;
            var values = new List<ValueMeaning>();
            for (var i = 0; i < group.ExtensionCount; i++)
            {
                if (!_release.TryFind(group.Extension(i), out var value) || !value.IsExtension) return null;
                values.Add(new(value, axes[group.Start + 1 + i].FirstOrDefault(), true));
            }

            meanings.Add(new(group.Start, WithoutUnspecified(stem), values));
        }

        return meanings;
    }

    /// <summary>Adds what follows: the stems above, what they are made of, and the stems that the values together with them make.</summary>
    private void Complete(Meaning meaning, List<Meaning> cluster)
    {
        var open = new Queue<Entity>([meaning.Own]);
        while (open.TryDequeue(out var stem))
        {
            if (!meaning.Stems.Add(stem)) continue;
            if (stem.Parent is { } parent) open.Enqueue(parent);
            foreach (var made in _rules.Targeting(stem).Where(rule => rule.Confidence == RuleConfidence.Certain))
            {
                open.Enqueue(WithoutUnspecified(made.Stem));
                if (!meaning.Values.Exists(value => value.Entity == made.Value)) meaning.Values.Add(new(made.Value, null, false));
                if (stem == meaning.Own) meaning.IsTakenApart = true;
            }

            if (open.Count > 0) continue;
            // Everything above is known; now what it makes together with the values and the other stems.
            foreach (var above in meaning.Stems.ToList())
            {
                // A block is coded by its "unspecified".
                if ((above.IsSelectable ? above : above.ResidualChild(Residual.Unspecified)) is not { } known) continue;
                foreach (var value in meaning.Values.Select(value => value.Entity).Concat(cluster.Where(other => other != meaning && other.Values.Count == 0).Select(other => other.Own)).ToList())
                {
                    foreach (var wider in value.Ancestors.Prepend(value))
                    {
                        if (_rules.Find(known, wider) is { Confidence: RuleConfidence.Certain } rule && !meaning.Stems.Contains(rule.Target)) open.Enqueue(rule.Target);
                    }
                }
            }
        }
    }

    private static Entity WithoutUnspecified(Entity stem) => stem.Residual == Residual.Unspecified ? stem.Parent!.Value : stem;

    /// <summary>A stem with its values, and once completed all that follows from them.</summary>
    private sealed class Meaning(int position, Entity own, List<ValueMeaning> values)
    {
        public int Position => position;

        public Entity Own => own;

        public List<ValueMeaning> Values => values;

        public HashSet<Entity> Stems { get; } = [];

        /// <summary>Whether a rule says what the stem is made of.</summary>
        public bool IsTakenApart { get; set; }
    }
}
