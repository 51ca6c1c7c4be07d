using System.Numerics;
using System.Runtime.CompilerServices;
using Icd.Core.Codes;
using Icd.Core.Expressions;
using Icd.Core.Postcoordination;
using Icd.Core.Releases;
using Icd.Mapping;

namespace Icd.Transition.Groups;

/// <summary>Groups compiled for bulk evaluation: a code or expression in, the set of groups out.</summary>
/// <remarks>
/// <para>The set is a bit for each group, bit i of word i / 64 for the group at that place of <see cref="Groups"/>. ICD-10 is looked up among the
/// boundaries of intervals, ICD-11 by the stem's place in the release; evaluation neither allocates nor locks. Immutable; safe for concurrent use.</para>
/// <para>A cluster is in a group if one of its stems is selected by a term and not taken out by an exclusion; with <c>match main</c> only the first stem counts.</para>
/// </remarks>
public sealed class GroupSet
{
    private readonly ulong[] _starts;
    private readonly ulong[] _icd10Words;
    private readonly int[] _classes;
    private readonly ulong[] _icd11Words;
    private readonly BoundTerm[]?[] _conditional;
    private readonly ulong[] _anyStem;
    private readonly bool _hasMainOnly;

    private GroupSet(IReadOnlyList<GroupDefinition> groups, Release edition, StemAxes axes)
    {
        (Groups, Edition, Axes) = (groups, edition, axes);
        Words = Math.Max(1, (groups.Count + 63) / 64);
        (_starts, _icd10Words) = CompileIcd10();
        var problems = new List<GroupProblem>();
        Terms = Bind(problems);
        Problems = problems;
        (_classes, _icd11Words, _conditional) = CompileIcd11();
        _anyStem = new ulong[Words];
        for (var i = 0; i < groups.Count; i++)
        {
            if (!groups[i].MainOnly) _anyStem[i / 64] |= 1UL << i;
            else _hasMainOnly = true;
        }
    }

    /// <summary>The definitions, in the order of their bits.</summary>
    public IReadOnlyList<GroupDefinition> Groups { get; }

    /// <summary>The Norwegian edition that chapters and national keys are of.</summary>
    public Release Edition { get; }

    /// <summary>The MMS release and its axes.</summary>
    public StemAxes Axes { get; }

    /// <summary>How many 64-bit words a set of groups takes.</summary>
    public int Words { get; }

    /// <summary>Terms that name what the edition or release does not have. A set with such terms answers as if they were not there.</summary>
    public IReadOnlyList<GroupProblem> Problems { get; }

    internal IReadOnlyList<BoundTerm> Terms { get; }

    private Release Mms => Axes.Release;

    /// <summary>Compiles definitions.</summary>
    /// <param name="groups">Definitions whose ids differ.</param>
    /// <param name="edition">The Norwegian edition of ICD-10.</param>
    /// <param name="axes">The MMS release that the ICD-11 sides are written for.</param>
    public static GroupSet Compile(IReadOnlyList<GroupDefinition> groups, Release edition, StemAxes axes)
    {
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(axes);
        return new(groups, edition, axes);
    }

    /// <summary>The groups of an ICD-10 code, whatever its mark.</summary>
    /// <returns>A view of <see cref="Words"/> words; valid as long as this.</returns>
    public ReadOnlySpan<ulong> Of(Icd10Code code)
    {
        var packed = Unsafe.BitCast<Icd10Code, ulong>(code);
        // The last start that is not after the code; the first start is 0.
        var (low, high) = (0, _starts.Length);
        while (high - low > 1)
        {
            var middle = (low + high) >>> 1;
            if (_starts[middle] <= packed) low = middle;
            else high = middle;
        }

        return _icd10Words.AsSpan(low * Words, Words);
    }

    /// <summary>Adds the groups of an ICD-11 expression to a set.</summary>
    /// <param name="expression">Codes or URIs.</param>
    /// <param name="set">At least <see cref="Words"/> words.</param>
    /// <returns>Whether the release has all members; what it lacks is in no group.</returns>
    public bool AddTo(Span<ulong> set, in ClusterExpression expression)
    {
        var isKnown = true;
        foreach (var group in expression.Groups)
        {
            if (!Mms.TryFind(group.Stem, out var stem))
            {
                isKnown = false;
                continue;
            }

            for (var i = 0; i < group.ExtensionCount; i++) isKnown &= Mms.TryFind(group.Extension(i), out _);
            var words = _icd11Words.AsSpan(_classes[stem.Index] * Words, Words);
            if (_conditional[stem.Index] is { } terms) AddConditional(set, words, terms, in expression, group);
            else Merge(set, words, group.Start == 0);
        }

        return isKnown;
    }

    /// <summary>Whether a code is in a group.</summary>
    /// <param name="group">The place in <see cref="Groups"/>.</param>
    /// <param name="code">The code.</param>
    public bool Contains(int group, Icd10Code code) => Has(Of(code), group);

    /// <summary>Whether an expression is in a group.</summary>
    /// <param name="group">The place in <see cref="Groups"/>.</param>
    /// <param name="expression">The expression.</param>
    public bool Contains(int group, in ClusterExpression expression)
    {
        Span<ulong> set = stackalloc ulong[Words];
        AddTo(set, in expression);
        return Has(set, group);
    }

    /// <summary>Whether a set has a group.</summary>
    public static bool Has(ReadOnlySpan<ulong> set, int group) => (set[group / 64] >> group & 1) != 0;

    /// <summary>Whether a stem by itself is in a group.</summary>
    internal bool ContainsAlone(int group, Entity stem) => stem.IsSelectable && !stem.IsExtension && stem.Icd11Code != default && Contains(group, new ClusterExpression(stem.Icd11Code));

    private void Merge(Span<ulong> set, ReadOnlySpan<ulong> words, bool isMain)
    {
        for (var i = 0; i < words.Length; i++) set[i] |= isMain || !_hasMainOnly ? words[i] : words[i] & _anyStem[i];
    }

    private void AddConditional(Span<ulong> set, ReadOnlySpan<ulong> words, BoundTerm[] terms, in ClusterExpression expression, StemGroup group)
    {
        Span<ulong> included = stackalloc ulong[Words];
        Span<ulong> excluded = stackalloc ulong[Words];
        words.CopyTo(included);
        foreach (var term in terms)
        {
            if (!term.Holds(Axes, in expression, group)) continue;
            (term.Term.IsExcluded ? excluded : included)[term.Group / 64] |= 1UL << term.Group;
        }

        for (var i = 0; i < included.Length; i++) included[i] &= ~excluded[i];
        Merge(set, included, group.Start == 0);
    }

    private (ulong[] Starts, ulong[] Words) CompileIcd10()
    {
        var intervals = new List<(ulong First, ulong Last, int Group, bool IsExcluded)>();
        for (var i = 0; i < Groups.Count; i++)
        {
            foreach (var term in Groups[i].Icd10) intervals.AddRange(term.Intervals(Edition).Select(interval => (interval.First, interval.Last, i, term.IsExcluded)));
        }

        ulong[] starts = [.. intervals.SelectMany(interval => (ulong[])[interval.First, interval.Last + 1]).Append(0UL).Distinct().Order()];
        var words = new ulong[starts.Length * Words];
        foreach (var (first, last, group, isExcluded) in intervals.OrderBy(interval => interval.IsExcluded))
        {
            var begin = Array.BinarySearch(starts, first);
            for (var at = begin; at < starts.Length && starts[at] <= last; at++)
            {
                ref var word = ref words[(at * Words) + (group / 64)];
                word = isExcluded ? word & ~(1UL << group) : word | (1UL << group);
            }
        }

        return (starts, words);
    }

    private List<BoundTerm> Bind(List<GroupProblem> problems)
    {
        var terms = new List<BoundTerm>();
        for (var i = 0; i < Groups.Count; i++)
        {
            foreach (var term in Groups[i].Icd11)
            {
                if (BoundTerm.TryBind(i, term, Mms, out var bound, out var unknown)) terms.Add(bound!);
                else problems.Add(new(GroupProblemKind.UnknownCode, Groups[i].Id, term.Text, Unknown(unknown!), term.Origin));
            }

            foreach (var term in Groups[i].Icd10)
            {
                // A heading such as I21 is no code to register today, but data that are cut to three characters have it.
                if (Edition.Entities.Any(entity => entity.Icd10Code != default && Selects(term, entity.Icd10Code))) continue;
                problems.Add(new(
                    GroupProblemKind.UnknownCode, Groups[i].Id, term.Text,
                    new($"{term.Text} treffer ingen kode i {Edition.Key}. Rett koden, eller ta den ut.", $"{term.Text} selects no code of {Edition.Key}. Correct it, or take it out."), term.Origin));
            }
        }

        return terms;
    }

    private bool Selects(Icd10Term term, Icd10Code code)
    {
        var packed = Icd10Term.Packed(code);
        return IntervalsOf(term).Any(interval => interval.First <= packed && packed <= interval.Last);
    }

    private readonly Dictionary<Icd10Term, List<(ulong First, ulong Last)>> _intervals = [];

    private List<(ulong First, ulong Last)> IntervalsOf(Icd10Term term) =>
        _intervals.TryGetValue(term, out var known) ? known : _intervals[term] = [.. term.Intervals(Edition)];

    private MapText Unknown(string text) => new(
        $"{text} velger ingen koder i {Mms.Key}. Se etter med `icd show {text}`, eller les inn en annen utgave.", $"{text} selects no codes of {Mms.Key}. Look with `icd show {text}`, or import another release.");

    private (int[] Classes, ulong[] Words, BoundTerm[]?[] Conditional) CompileIcd11()
    {
        var sets = new ulong[Mms.Count * Words];
        var conditional = new BoundTerm[Mms.Count][];
        foreach (var term in Terms.OrderBy(term => term.Term.IsExcluded))
        {
            for (var at = term.Start; at < term.End; at++)
            {
                if (term.Conditions.Count > 0)
                {
                    conditional[at] = [.. conditional[at] ?? [], term];
                    continue;
                }

                ref var word = ref sets[(at * Words) + (term.Group / 64)];
                word = term.Term.IsExcluded ? word & ~(1UL << term.Group) : word | (1UL << term.Group);
            }
        }

        // An exclusion without conditions also beats a conditional term: what it takes out is not asked about.
        foreach (var exclusion in Terms.Where(term => term.Term.IsExcluded && term.Conditions.Count == 0))
        {
            for (var at = exclusion.Start; at < exclusion.End; at++)
            {
                if (conditional[at] is not { } terms) continue;
                conditional[at] = Array.FindAll(terms, term => term.Group != exclusion.Group);
                if (conditional[at].Length == 0) conditional[at] = null!;
            }
        }

        return Distinct(sets, conditional);
    }

    /// <summary>Most stems share their set with others: each different set is kept once.</summary>
    private (int[], ulong[], BoundTerm[]?[]) Distinct(ulong[] sets, BoundTerm[]?[] conditional)
    {
        var classes = new int[Mms.Count];
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        var words = new List<ulong>();
        for (var i = 0; i < classes.Length; i++)
        {
            var set = sets.AsSpan(i * Words, Words);
            var key = string.Join(' ', set.ToArray());
            if (!known.TryGetValue(key, out var found))
            {
                known[key] = found = known.Count;
                words.AddRange(set);
            }

            classes[i] = found;
        }

        return (classes, [.. words], conditional);
    }

    /// <summary>The intervals of packed codes that a group has, both ends inside, joined where they touch.</summary>
    internal IEnumerable<(ulong First, ulong Last)> Icd10Ranges(int group)
    {
        for (var at = 0; at < _starts.Length; at++)
        {
            if (!Has(_icd10Words.AsSpan(at * Words, Words), group)) continue;
            var first = _starts[at];
            while (at + 1 < _starts.Length && Has(_icd10Words.AsSpan((at + 1) * Words, Words), group)) at++;
            yield return (first, at + 1 < _starts.Length ? _starts[at + 1] - 1 : ulong.MaxValue);
        }
    }

    /// <summary>How many groups a set has.</summary>
    public static int Count(ReadOnlySpan<ulong> set)
    {
        var count = 0;
        foreach (var word in set) count += BitOperations.PopCount(word);
        return count;
    }
}
