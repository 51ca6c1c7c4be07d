using System.Text;

namespace Icd.SyntheticRegistry;

/// <summary>What file to write. The same options give the same bytes.</summary>
internal sealed record RegistryOptions
{
    public long Rows { get; init; } = 1000;

    public ulong Seed { get; init; } = 1;

    public RegistryLayout Layout { get; init; } = RegistryLayout.Cell;

    public char Delimiter { get; init; } = ';';

    /// <summary>Between the codes of one cell, in <see cref="RegistryLayout.Cell"/>.</summary>
    public string CellSeparator { get; init; } = "|";

    public RegistryEncoding Encoding { get; init; } = RegistryEncoding.Utf8;

    public bool WritesCrLf { get; init; }

    public bool WritesHeader { get; init; } = true;

    /// <summary>How much is wrong: 1 for the shares of <c>dirt.tsv</c>, 0 for nothing.</summary>
    public double Dirt { get; init; } = 1;

    public int FromYear { get; init; } = 1999;

    public int ToYear { get; init; } = 2026;

    public Encoding TextEncoding => Encoding switch
    {
        RegistryEncoding.Latin1 => System.Text.Encoding.Latin1,
        RegistryEncoding.Windows1252 => CodePagesEncodingProvider.Instance.GetEncoding(1252)!,
        _ => new UTF8Encoding(false),
    };
}

/// <summary>How diagnoses lie in a row.</summary>
internal enum RegistryLayout
{
    /// <summary>A number, a date and three diagnosis columns: <c>id, dato, dx1, dx2, dx3</c>. For measuring.</summary>
    Three,

    /// <summary>The first diagnosis in a column, all others in one cell with a separator between them.</summary>
    Cell,

    /// <summary>The first diagnosis in a column, nineteen columns for others.</summary>
    Columns,

    /// <summary>Six conditions of two columns each, the second for the asterisk code.</summary>
    Pairs,
}

/// <summary>How the file's text is encoded.</summary>
internal enum RegistryEncoding
{
    Utf8,
    Utf8Bom,
    Latin1,
    Windows1252,
}
