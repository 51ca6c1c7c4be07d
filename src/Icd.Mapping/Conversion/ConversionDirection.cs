namespace Icd.Mapping.Conversion;

/// <summary>Which way codes are converted.</summary>
public enum ConversionDirection
{
    /// <summary>Norwegian ICD-10 to ICD-11.</summary>
    ToIcd11 = 0,

    /// <summary>ICD-11 to Norwegian ICD-10.</summary>
    ToIcd10 = 1,
}
