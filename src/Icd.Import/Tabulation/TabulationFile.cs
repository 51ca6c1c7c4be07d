using System.Globalization;
using Icd.Core.Codes;
using Icd.Core.Releases;
using Icd.Import.Tables;

namespace Icd.Import.Tabulation;

/// <summary>A SimpleTabulation or LinearizationMiniOutput file, read strictly.</summary>
/// <remarks>
/// WHO's readme names the columns. A title carries its depth as prefixes of <c>- </c>. The release is in the linearization
/// URIs of some releases (2022-02) and only in the label of the last column in others (2024-01, 2025-01).
/// </remarks>
internal sealed class TabulationFile
{
    private static readonly string[] UriColumn = ["Linearization URI", "Linearization (release) URI"];

    private TabulationFile(string name, string version, bool isMini, bool hasEnglish, List<TabulationRow> rows) =>
        (Name, VersionLabel, IsMini, HasEnglishTitles, Rows) = (name, version, isMini, hasEnglish, rows);

    public string Name { get; }

    /// <summary>The label in the last column's header: <c>2024 Jan 21 - 22:30 UTC</c>; may be empty.</summary>
    public string VersionLabel { get; }

    /// <summary>Whether this is WHO's LinearizationMiniOutput.</summary>
    public bool IsMini { get; }

    /// <summary>Whether the file has the English titles beside those of its own language.</summary>
    public bool HasEnglishTitles { get; }

    public IReadOnlyList<TabulationRow> Rows { get; }

    public Classification Classification => Rows[0].Uri.Classification;

    /// <summary>The release in the URIs: empty where they have none, <c>beta</c> in exports from WHO's test platform.</summary>
    public string ReleaseInUris => Rows[0].Uri.Release;

    /// <summary>Whether a header is a tabulation's.</summary>
    public static bool IsTabulation(Table table) => UriColumn.Any(table.Has) && table.Has("ClassKind") && table.Has("Title");

    public static TabulationFile Read(Table table)
    {
        var columns = new Columns(table);
        var rows = new List<TabulationRow>(40_000);
        foreach (var row in table.Rows()) rows.Add(columns.Parse(row));
        if (rows.Count == 0) throw new ImportException(table.Name, "there are no entities below the header", "Download the file again.");
        if (rows.Find(row => row.Uri.Classification != rows[0].Uri.Classification || row.Uri.Release != rows[0].Uri.Release) is { Title: not null } stranger)
            throw stranger.Row.Error("this row is of another linearization or release than the first one");

        var version = table.Header.FirstOrDefault(column => column.StartsWith("Version:", StringComparison.Ordinal)) ?? "";
        return new(table.Name, version.Replace("Version:", "", StringComparison.Ordinal).Trim(), table.Has("noOfNonResidualChildren"), columns.HasEnglish, rows);
    }

    /// <summary>The release that the version label's date falls in: <c>2024 Jan 21</c> is of release 2024-01.</summary>
    public ReleaseId ReleaseOfLabel() =>
        VersionLabel.Length >= 8 && DateTime.TryParseExact(VersionLabel[..8], "yyyy MMM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        // Through text, because a damaged label may name a year that no release has.
        && ReleaseId.TryParse(date.ToString("yyyy-MM", CultureInfo.InvariantCulture), out var release)
            ? release
            : default;

    /// <summary>Where each column stands, and how a row is read.</summary>
    private sealed class Columns(Table table)
    {
        private readonly int _uri = table.Column(UriColumn);
        private readonly int _foundation = table.Column("Foundation URI");
        private readonly int _code = table.Column("Code");
        private readonly int _blockId = table.Column("BlockId");
        private readonly int _title = table.Column("Title");
        private readonly int _english = table.Has("TitleEN") ? table.Column("TitleEN") : -1;
        private readonly int _kind = table.Column("ClassKind");
        private readonly int _residual = table.Column("IsResidual");
        private readonly int _chapter = table.Column("ChapterNo");
        private readonly int _leaf = table.Column("isLeaf");
        private readonly int _primary = table.Has("Primary tabulation") ? table.Column("Primary tabulation") : -1;

        public bool HasEnglish => _english >= 0;

        public TabulationRow Parse(TableRow row)
        {
            if (!TabulationUri.TryParse(row[_uri].Trim(), out var uri)) throw row.Error($"'{row[_uri]}' is not a linearization URI");
            CheckFoundation(row, uri);
            var kind = row[_kind] switch
            {
                "chapter" => EntityKind.Chapter,
                "block" => EntityKind.Block,
                "category" => EntityKind.Category,
                "window" => EntityKind.Window,
                var other => throw row.Error($"'{other}' is not a class kind (chapter, block, category, window)"),
            };
            var depth = Depth(row[_title], out var title);
            if (IsTrue(row, _residual) != (uri.Residual != Residual.None)) throw row.Error("IsResidual contradicts the URI");
            var code = row[_code].Trim();
            // ICF's qualifiers are categories without codes before release 2026-01.
            var mayLackCode = kind != EntityKind.Category || uri.Classification == Classification.Icf;
            if (code.Length > 0 ? kind != EntityKind.Category : !mayLackCode) throw row.Error($"a {row[_kind]} {(code.Length > 0 ? "has" : "lacks")} a code");
            // A chapter's number is its code; ICF's parts are chapters without numbers.
            if (kind == EntityKind.Chapter) code = row[_chapter].Trim();
            var english = "";
            if (_english >= 0) depth = Math.Max(depth, Depth(row[_english], out english));
            // Translations lag behind (French 2022-02 has gaps); the English title then stands alone.
            if (title.Length == 0 && english.Length == 0) throw row.Error("the title is empty");
            return new(row, uri, code, row[_blockId].Trim(), depth, kind, title, english, IsTrue(row, _leaf), _primary >= 0 && row[_primary] == "True");
        }

        private void CheckFoundation(TableRow row, TabulationUri uri)
        {
            var foundation = row[_foundation].Trim();
            if (foundation.Length == 0 ? uri.Residual == Residual.None : !EntityUri.TryParse(foundation, out var found) || found.Id != uri.Id)
                throw row.Error($"the Foundation URI '{foundation}' does not fit the linearization URI '{row[_uri]}'");
        }

        private static bool IsTrue(TableRow row, int column) => row[column] switch
        {
            "True" or "TRUE" => true,
            "False" or "FALSE" => false,
            var other => throw row.Error($"'{other}' is neither True nor False"),
        };

        private static int Depth(string prefixed, out string title)
        {
            var depth = 0;
            while (prefixed.AsSpan(depth * 2).StartsWith("- ", StringComparison.Ordinal)) depth++;
            title = prefixed[(depth * 2)..].Trim();
            // A prefix without a title: Spanish 2024-01 has "- - - -" where a translation is missing.
            if (title == "-") (depth, title) = (depth + 1, "");
            return depth;
        }
    }
}
