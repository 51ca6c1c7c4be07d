namespace Icd.Core.Codes;

/// <summary>Which of WHO's trees, or the graph behind them, an entity URI points into.</summary>
public enum Linearization : byte
{
    /// <summary>The Foundation: all entities, no codes, no residuals.</summary>
    Foundation = 0,

    /// <summary>ICD-11 for Mortality and Morbidity Statistics.</summary>
    Mms = 1,

    /// <summary>The International Classification of Functioning, Disability and Health.</summary>
    Icf = 2,
}
