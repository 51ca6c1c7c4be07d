namespace Icd.Core.Sanctioning;

/// <summary>How sure it is that a stem says exactly what a combination says.</summary>
public enum RuleConfidence
{
    /// <summary>Sure enough to rewrite.</summary>
    Certain = 1,

    /// <summary>Worth showing to a person; never applied.</summary>
    Suggested = 2,
}
