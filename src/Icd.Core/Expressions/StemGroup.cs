namespace Icd.Core.Expressions;

/// <summary>A stem with the extension codes that follow it, a view into its expression.</summary>
public readonly ref struct StemGroup
{
    private readonly ReadOnlySpan<ulong> _members;

    internal StemGroup(ReadOnlySpan<ulong> members, int start)
    {
        _members = members;
        Start = start;
    }

    /// <summary>The index of the stem among the expression's members; its extensions follow it.</summary>
    public int Start { get; }

    /// <summary>The stem.</summary>
    public ClusterMember Stem => new(_members[0]);

    /// <summary>How many extension codes follow the stem.</summary>
    public int ExtensionCount => _members.Length - 1;

    /// <summary>An extension, in the order written.</summary>
    /// <param name="index">Zero-based.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such extension.</exception>
    public ClusterMember Extension(int index) => new(_members[index + 1]);
}
