namespace Icd.Core.Releases;

/// <summary>How many values one axis of a stem takes (ICD-API v2, <c>allowMultipleValues</c>).</summary>
public enum AllowMultipleValues : byte
{
    /// <summary>Any number.</summary>
    AllowAlways = 1,

    /// <summary>One.</summary>
    NotAllowed = 2,

    /// <summary>Several, if they come from different blocks of the axis' value set.</summary>
    AllowedExceptFromSameBlock = 3,
}
