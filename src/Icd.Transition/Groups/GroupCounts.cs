namespace Icd.Transition.Groups;

/// <summary>How many rows an evaluation saw, by outcome and by group.</summary>
public sealed class GroupCounts
{
    private readonly long[] _outcomes = new long[Enum.GetValues<GroupOutcome>().Length];
    private readonly long[] _groups;

    internal GroupCounts(int groups) => _groups = new long[groups];

    /// <summary>All rows.</summary>
    public long Rows { get; private set; }

    /// <summary>Rows with an outcome.</summary>
    public long Of(GroupOutcome outcome) => _outcomes[(int)outcome];

    /// <summary>Rows in a group, by its place.</summary>
    public long Of(int group) => _groups[group];

    internal void Add(GroupOutcome outcome, ReadOnlySpan<ulong> set)
    {
        Rows++;
        _outcomes[(int)outcome]++;
        for (var word = 0; word < set.Length; word++)
        {
            for (var bits = set[word]; bits != 0; bits &= bits - 1) _groups[(word * 64) + System.Numerics.BitOperations.TrailingZeroCount(bits)]++;
        }
    }
}
