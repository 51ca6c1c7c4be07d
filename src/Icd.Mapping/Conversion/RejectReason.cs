namespace Icd.Mapping.Conversion;

/// <summary>Why a row is in the rejects file. The names, in kebab case, are a contract.</summary>
internal enum RejectReason
{
    None = 0,
    BrokenQuoting,
    ColumnCount,
    BlankRow,
    RowTooLong,
    UndecodableBytes,
    NulByte,
    BadEdition,
    BeforeIcd10,
    NotACode,
    SeveralCodes,
    NotAPair,
    UnknownCode,
    NotInEdition,
    NotAnswered,
}
