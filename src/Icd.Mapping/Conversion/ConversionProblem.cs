namespace Icd.Mapping.Conversion;

/// <summary>Why a conversion cannot begin or go on.</summary>
public enum ConversionProblem
{
    /// <summary>What was asked for makes no sense: a column that is not there, an option that does not fit another.</summary>
    Usage = 0,

    /// <summary>A file is missing, damaged, in the way, or another than before.</summary>
    Data = 1,

    /// <summary>There are more rejects than were allowed.</summary>
    TooManyRejects = 2,
}
