namespace Icd.Mapping.Conversion;

/// <summary>How a quoted cell ends.</summary>
internal enum QuotedCellEnd
{
    /// <summary>As it should.</summary>
    Closed = 0,

    /// <summary>It does not; what follows is read as if there were no quotes around it.</summary>
    Broken = 1,

    /// <summary>It does not, and its row ends at its first line end.</summary>
    RowEnds = 2,

    /// <summary>More bytes are needed to tell.</summary>
    Unknown = 3,
}
