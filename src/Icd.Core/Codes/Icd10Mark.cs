namespace Icd.Core.Codes;

/// <summary>The suffix of a dual classification in ICD-10 (volume 2, section 3.1.3).</summary>
public enum Icd10Mark : byte
{
    /// <summary>No suffix.</summary>
    None = 0,

    /// <summary>† (also written +): the code for the underlying disease, the primary one of the pair.</summary>
    Dagger = 1,

    /// <summary>*: the code for the manifestation, never used alone.</summary>
    Asterisk = 2,
}
