namespace Icd.Transition.Scan;

/// <summary>Where in a file a finding stands.</summary>
public enum FindingPlace
{
    /// <summary>In program text.</summary>
    Code = 1,

    /// <summary>In data or settings.</summary>
    Data = 2,

    /// <summary>In a comment.</summary>
    Comment = 3,

    /// <summary>In prose.</summary>
    Text = 4,
}
