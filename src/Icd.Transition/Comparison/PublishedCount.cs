namespace Icd.Transition.Comparison;

/// <summary>A count as it is shown: its value, or nothing where it is suppressed.</summary>
public sealed class PublishedCount
{
    private readonly long _value;

    internal PublishedCount(long value, HashSet<int> atoms) => (_value, Atoms) = (value, atoms);

    /// <summary>The count; <see langword="null"/> where it is suppressed.</summary>
    public long? Value => IsSuppressed ? null : _value;

    /// <summary>Whether the count is kept back, for itself or so that another one cannot be worked out.</summary>
    public bool IsSuppressed { get; internal set; }

    internal long Actual => _value;

    /// <summary>What was counted, in the smallest pieces that the published counts part the rows into.</summary>
    internal HashSet<int> Atoms { get; }
}
