namespace Icd.Import;

/// <summary>A source cannot be read as what it should be. The message says what, where and how to mend it.</summary>
public sealed class ImportException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="source">The file, entry of an archive, or address at fault.</param>
    /// <param name="what">What is wrong, in a sentence without its full stop.</param>
    /// <param name="mend">What to do about it, a sentence.</param>
    /// <param name="row">One-based row, the header included; 0 where no row is at fault.</param>
    /// <param name="inner">The cause, if any.</param>
    public ImportException(string source, string what, string mend, int row = 0, Exception? inner = null)
        : base($"{source}{(row > 0 ? $", row {row}" : "")}: {what}. {mend}", inner)
    {
        SourceName = source;
        Row = row;
    }

    /// <summary>The file, entry of an archive, or address at fault.</summary>
    public string SourceName { get; }

    /// <summary>One-based row, the header included; 0 where no row is at fault.</summary>
    public int Row { get; }
}
