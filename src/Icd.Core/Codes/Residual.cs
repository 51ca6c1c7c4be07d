namespace Icd.Core.Codes;

/// <summary>Whether an entity is one of the residual categories below another.</summary>
public enum Residual : byte
{
    /// <summary>Not a residual.</summary>
    None = 0,

    /// <summary>Other specified: code ends in <c>Y</c>, URI in <c>/other</c>.</summary>
    Other = 1,

    /// <summary>Unspecified: code ends in <c>Z</c>, URI in <c>/unspecified</c>.</summary>
    Unspecified = 2,
}
