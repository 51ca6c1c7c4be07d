namespace Icd.Core.Sanctioning;

/// <summary>Whether one expression is the same as another or more general.</summary>
public enum Subsumption
{
    /// <summary>It is: whatever the other says lies within it.</summary>
    Yes = 1,

    /// <summary>It is not.</summary>
    No = 2,

    /// <summary>That cannot be known: a member is not in the release, or what a stem is made of is not known.</summary>
    Unknown = 3,
}
