using System.Text;

namespace Icd.Import.Tests.Support;

/// <summary>A small valid tabulation in WHO's form, to be damaged.</summary>
internal sealed class SmallTabulation
{
    private const string Host = "http://id.who.int/icd/";

    public List<string> Columns { get; } =
    [
        "Foundation URI", "Linearization URI", "Code", "BlockId", "Title", "ClassKind", "DepthInKind", "IsResidual", "ChapterNo",
        "BrowserLink", "isLeaf", "Primary tabulation", "Grouping1", "Version:2024 Jan 21 - 22:30 UTC",
    ];

    /// <summary>The rows below the header; the first one is row 2 of the file.</summary>
    public List<Dictionary<string, string>> Rows { get; } =
    [
        Row(0, "100", "chapter", "01", "Infections"),
        Row(1, "110", "block", "BlockL1-1A0", "Intestinal infections"),
        Row(2, "111", "category", "1A00", "Cholera", isLeaf: true),
        Row(2, "112", "category", "1A01", "Intestinal infection due to other \"Vibrio\""),
        Row(3, "113", "category", "1A01.0", "Vibrio gastroenteritis", isLeaf: true),
        Row(3, "112/other", "category", "1A01.Y", "Other specified", isLeaf: true),
        Row(3, "112/unspecified", "category", "1A01.Z", "Unspecified", isLeaf: true),
        Row(0, "200", "chapter", "X", "Extension codes"),
        Row(1, "201", "category", "XS25", "Sévère", isLeaf: true),
        Row(1, "202", "category", "XS5W", "Ménière's mild form", isLeaf: true),
    ];

    public Dictionary<string, string> this[string code] => Rows.Single(row => row["Code"] == code);

    /// <summary>The same entities with titles in another language, as WHO's file of that language has them.</summary>
    public SmallTabulation In(string language)
    {
        foreach (var row in Rows) row["Title"] += $" [{language}]";
        return this;
    }

    public string Text(string lineEnd = "\r\n") => string.Concat(Lines().Select(line => line + lineEnd));

    public byte[] Bytes(Encoding? encoding = null)
    {
        encoding ??= new UTF8Encoding(encoderShouldEmitUTF8Identifier: true);
        return [.. encoding.GetPreamble(), .. encoding.GetBytes(Text())];
    }

    public IEnumerable<string[]> Cells() => Rows.Select(row => Columns.Select(column => row.GetValueOrDefault(column, "")).ToArray()).Prepend([.. Columns]);

    private IEnumerable<string> Lines() => Cells().Select((cells, i) => string.Join('\t', i == 0 ? cells : cells.Select(Quote)));

    /// <summary>Where WHO quotes: titles always, other cells where they must be.</summary>
    private static string Quote(string cell) => cell.Contains(' ', StringComparison.Ordinal) || cell.Contains('"', StringComparison.Ordinal) ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;

    /// <param name="depth">How many entities are above it.</param>
    /// <param name="id">WHO's number, with the residual.</param>
    /// <param name="kind">The class kind.</param>
    /// <param name="code">The code, a chapter's number or a block's identifier.</param>
    /// <param name="title">Without its prefix.</param>
    /// <param name="isLeaf">Whether nothing is below it.</param>
    public static Dictionary<string, string> Row(int depth, string id, string kind, string code, string title, bool isLeaf = false) => new()
    {
        ["Foundation URI"] = id.Contains('/', StringComparison.Ordinal) ? "" : $"{Host}entity/{id}",
        ["Linearization URI"] = $"{Host}release/11/mms/{id}",
        ["Code"] = kind == "category" ? code : "",
        ["BlockId"] = kind == "block" ? code : "",
        ["Title"] = string.Concat(Enumerable.Repeat("- ", depth)) + title,
        ["ClassKind"] = kind,
        ["DepthInKind"] = "1",
        ["IsResidual"] = id.Contains('/', StringComparison.Ordinal) ? "True" : "False",
        ["ChapterNo"] = code.StartsWith('X') ? "X" : "01",
        ["BrowserLink"] = "=hyperlink(\"https://icd.who.int/\",\"browser\")",
        ["isLeaf"] = isLeaf ? "True" : "False",
        ["Primary tabulation"] = kind == "category" ? "True" : "",
    };
}
