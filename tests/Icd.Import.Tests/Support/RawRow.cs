using System.Globalization;
using Icd.Core.Codes;

namespace Icd.Import.Tests.Support;

/// <summary>A row of a tabulation as WHO's readme describes it.</summary>
internal sealed record RawRow(RawTable Table, string[] Cells)
{
    private static readonly string[] Groupings = ["Grouping1", "Grouping2", "Grouping3", "Grouping4", "Grouping5"];

    public string this[string column] => Table.Column(column) is >= 0 and var i && i < Cells.Length ? Cells[i] : "";

    private string Uri => Table.Has("Linearization URI") ? this["Linearization URI"] : this["Linearization (release) URI"];

    public string Kind => this["ClassKind"];

    /// <summary>WHO codes categories only; a chapter's number is in a column of its own.</summary>
    public string Code => Kind == "chapter" ? this["ChapterNo"] : this["Code"];

    public string Title => this["Title"].TrimStart('-', ' ').Trim();

    public string EnglishTitle => this["TitleEN"].TrimStart('-', ' ').Trim();

    /// <summary>WHO prefixes titles with as many "- " as there are entities above.</summary>
    public int Depth => Math.Max(Dashes(this["Title"]), Dashes(this["TitleEN"]));

    public bool IsLeaf => bool.Parse(this["isLeaf"]);

    public bool IsPrimary => this["Primary tabulation"] == "True";

    public Residual Residual => Uri.EndsWith("/other", StringComparison.Ordinal) ? Residual.Other
        : Uri.EndsWith("/unspecified", StringComparison.Ordinal) ? Residual.Unspecified : Residual.None;

    public uint Id => uint.Parse(Uri.Split('/').Last(part => part.All(char.IsAsciiDigit) && part.Length > 0), CultureInfo.InvariantCulture);

    public string[] BlocksAbove => [.. Groupings.Select(column => this[column]).Where(block => block.Length > 0)];

    private static int Dashes(string title)
    {
        var count = 0;
        while (title.Length >= (count * 2) + 2 && title.Substring(count * 2, 2) == "- ") count++;
        return count;
    }
}
