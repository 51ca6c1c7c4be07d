namespace Icd.Mapping.Conversion;

/// <summary>How far a conversion has come.</summary>
/// <param name="Rows">Rows written.</param>
/// <param name="RejectedRows">Of these, rows in the rejects file.</param>
/// <param name="BytesRead">Bytes of the input file that were read.</param>
/// <param name="BytesTotal">How many it has; 0 where that is unknown.</param>
public readonly record struct ConversionProgress(long Rows, long RejectedRows, long BytesRead, long BytesTotal);
