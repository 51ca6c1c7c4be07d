using System.Globalization;
using Icd.Core.Codes;
using Icd.Core.Expressions;
using Icd.Import.Tables;
using Icd.Mapping.Who;

namespace Icd.Import.Mapping;

/// <summary>One of WHO's mapping tables between ICD-10 and ICD-11, read strictly.</summary>
/// <remarks>
/// Which table it is, its columns say, not its name. The release is in the linearization URIs, and in the header of the last column as a date: as text
/// (<c>2024-Jan-21</c>), or as the day number of a workbook.
/// </remarks>
internal sealed class MappingFile
{
    private readonly Table _table;
    /// <summary>What WHO writes in the place of a target where there is none.</summary>
    private const string NoMapping = "No Mapping";

    private readonly ImportOptions _options;
    private readonly List<string> _notes;

    private MappingFile(Table table, WhoTable kind, ImportOptions options, List<string> notes) => (_table, Kind, _options, _notes) = (table, kind, options, notes);

    public WhoTable Kind { get; }

    /// <summary>Which of WHO's mapping tables a header is of; <see langword="null"/> where it is none.</summary>
    public static WhoTable? KindOf(Table table) =>
        !table.Has("icd10Code") ? null
        : table.Has("10ClassKind") ? !table.Has("icd11Code") ? WhoTable.Foundation : table.Has("10DepthInKind") ? WhoTable.OneCategory : WhoTable.MultipleCategories
        : table.Has("Linearization (release) URI") ? WhoTable.Back
        : table.Has("Foundation URI") ? WhoTable.FoundationBack
        : null;

    /// <param name="table">The table.</param>
    /// <param name="kind">Which one it is.</param>
    /// <param name="options">What the user knows better.</param>
    /// <param name="notes">Told of every target that cannot be read.</param>
    public static MappingFile Of(Table table, WhoTable kind, ImportOptions options, List<string> notes) => new(table, kind, options, notes);

    /// <summary>Reads the table into the draft of its release.</summary>
    /// <param name="draftOf">The draft of a release.</param>
    /// <param name="sha256">The file's hash.</param>
    public void Read(Func<ReleaseId, WhoCrosswalkDraft> draftOf, string sha256)
    {
        var rows = _table.Rows().ToList();
        if (rows.Count == 0) throw new ImportException(_table.Name, "there are no rows below the header", "Download the file again.");
        var release = ReleaseOf(rows);
        var draft = draftOf(release);
        draft.Begin(new(Kind, Path.GetFileName(_table.Name), sha256, rows.Count));
        switch (Kind)
        {
            case WhoTable.OneCategory or WhoTable.MultipleCategories:
                ReadForward(rows, release, draft);
                break;
            case WhoTable.Foundation:
                ReadFoundation(rows, draft);
                break;
            default:
                ReadBack(rows, release, draft);
                break;
        }
    }

    private void ReadForward(List<TableRow> rows, ReleaseId release, WhoCrosswalkDraft draft)
    {
        var (kind10, code10, kind11, code11) = (_table.Column("10ClassKind"), _table.Column("icd10Code"), _table.Column("11ClassKind"), _table.Column("icd11Code"));
        var (foundation, linearization) = (_table.Column("ICD-11 FoundationURI", "ICD-11 Foundation URI"), _table.Column("Linearization (releaseURI)", "Linearization (release) URI"));
        var seen = new HashSet<Icd10Code>();
        foreach (var row in rows)
        {
            if (!IsCategory(row, kind10)) continue;
            var code = Icd10(row, code10);
            if (Kind == WhoTable.OneCategory && !seen.Add(code)) throw row.Error($"{code} stands in the table twice");
            var entity = Entity(row, linearization, release);
            var target = TargetClass(row, kind11);
            var expression = target == WhoTargetClass.Category ? Expression(row, code11) : "";
            if (expression.Length == 0 && target == WhoTargetClass.Category) target = WhoTargetClass.None;
            draft.Add(code, new(Kind, row.Number, expression, target, entity, FoundationUri(row, foundation), IsEquivalent: false));
        }
    }

    private void ReadFoundation(List<TableRow> rows, WhoCrosswalkDraft draft)
    {
        var (kind10, code10, foundation) = (_table.Column("10ClassKind"), _table.Column("icd10Code"), _table.Column("ICD-11 FoundationURI", "ICD-11 Foundation URI"));
        // The column with the relation has the date of the table as its name.
        var relation = LabelColumn();
        foreach (var row in rows)
        {
            if (!IsCategory(row, kind10)) continue;
            var isEquivalent = row[relation].Trim() switch
            {
                "Equivalent" => true,
                "Subclass" => false,
                // Of the categories that WHO has no entity for.
                "" => false,
                var other => throw row.Error($"'{other}' is neither Equivalent nor Subclass"),
            };
            if (FoundationUri(row, foundation) is { } uri && uri != default) draft.AddFoundation(Icd10(row, code10), uri, isEquivalent);
        }
    }

    private void ReadBack(List<TableRow> rows, ReleaseId release, WhoCrosswalkDraft draft)
    {
        var code10 = _table.Column("icd10Code");
        var (foundation, linearization) = Kind == WhoTable.Back ? (-1, _table.Column("Linearization (release) URI")) : (_table.Column("Foundation URI"), -1);
        foreach (var row in rows)
        {
            var uri = Kind == WhoTable.Back ? Entity(row, linearization, release) : FoundationUri(row, foundation);
            if (uri == default) throw row.Error("there is no URI");
            // A chapter or block of ICD-10 classifies no case.
            draft.AddBack(uri, new(Kind, row.Number, Icd10Code.TryParse(row[code10].Trim(), out var code) ? code : default));
        }
    }

    /// <summary>The release, from the URIs and the label; signs that contradict each other are an error.</summary>
    private ReleaseId ReleaseOf(List<TableRow> rows)
    {
        var ofLabel = ReleaseOfLabel();
        var column = Kind switch
        {
            WhoTable.OneCategory or WhoTable.MultipleCategories => _table.Column("Linearization (releaseURI)", "Linearization (release) URI"),
            WhoTable.Back => _table.Column("Linearization (release) URI"),
            _ => -1,
        };
        var ofUris = default(ReleaseId);
        foreach (var row in column < 0 ? [] : rows)
        {
            if (row[column].Trim() is not { Length: > 0 } text || text == NoMapping) continue;
            if (!EntityUri.TryParse(text, out var uri)) throw row.Error($"'{text}' is not a linearization URI");
            if (uri.Release.IsNone) continue;
            if (ofUris.IsNone) ofUris = uri.Release;
            else if (uri.Release != ofUris) throw row.Error($"this row is of release {uri.Release}, rows above it are of {ofUris}", "Tables of different releases do not mix: download the file again.");
        }

        var found = !ofUris.IsNone ? ofUris : ofLabel;
        if (!ofUris.IsNone && !ofLabel.IsNone && ofUris != ofLabel)
            throw new ImportException(_table.Name, $"its URIs are of release {ofUris}, its label '{_table.Header[LabelColumn()]}' says {ofLabel}", "Download the file again.");
        if (!_options.Release.IsNone && !found.IsNone && found != _options.Release)
            throw new ImportException(_table.Name, $"the table is of release {found}, not {_options.Release}", "Leave out --release, or check the file.");
        if (found.IsNone) found = _options.Release;
        return !found.IsNone ? found : throw new ImportException(_table.Name, "the table does not say which release it is of", "Say it, for example --release 2024-01.");
    }

    private ReleaseId ReleaseOfLabel()
    {
        var label = LabelColumn() is >= 0 and var column ? _table.Header[column].Trim() : "";
        var culture = CultureInfo.InvariantCulture;
        return (double.TryParse(label, NumberStyles.None, culture, out var day) && day is > 36_526 and < 60_000 && DateTime.FromOADate(day) is var date)
            || DateTime.TryParseExact(label, ["yyyy-MMM-dd", "yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ss", "MM/dd/yyyy HH:mm:ss"], culture, DateTimeStyles.None, out date)
            ? ReleaseId.Create(date.Year, date.Month)
            : default;
    }

    /// <summary>The last column with a name: the date.</summary>
    private int LabelColumn()
    {
        for (var i = _table.Header.Count - 1; i >= 0; i--)
        {
            if (_table.Header[i].Trim().Length > 0) return i;
        }

        return -1;
    }

    private static bool IsCategory(TableRow row, int column) => row[column].Trim().ToLowerInvariant() switch
    {
        "category" or "modifiedcategory" => true,
        "chapter" or "block" => false,
        var other => throw row.Error($"'{other}' is not a class kind of ICD-10 (chapter, block, category, modifiedcategory)"),
    };

    private static WhoTargetClass TargetClass(TableRow row, int column) => row[column].Trim().ToLowerInvariant() switch
    {
        "category" => WhoTargetClass.Category,
        "block" => WhoTargetClass.Block,
        "chapter" => WhoTargetClass.Chapter,
        "" or "no mapping" => WhoTargetClass.None,
        var other => throw row.Error($"'{other}' is not a class kind of ICD-11 (chapter, block, category)"),
    };

    private static Icd10Code Icd10(TableRow row, int column) =>
        Icd10Code.TryParse(row[column].Trim(), out var code, out var error) ? code : throw row.Error($"'{row[column]}' is not an ICD-10 code: {error.Describe(row[column]).TrimEnd('.')}");

    /// <summary>A cluster, or a single code; WHO's tables lead to an extension code now and then.</summary>
    /// <remarks>A target that is no expression at all (2022-02 has <c>1F57.Z/</c>) is not guessed at: the row is left without one, and a note says so.</remarks>
    private string Expression(TableRow row, int column)
    {
        var text = row[column].Trim();
        if (ClusterExpression.TryParse(text, out var expression, out var error)) return expression.ToString("W", null);
        if (Icd11Code.TryParse(text, out var code)) return code.ToString();
        _notes.Add($"{row.Table}, row {row.Number}: the target '{text}' is passed over. {error.Describe(text)}");
        return "";
    }

    private static EntityUri Entity(TableRow row, int column, ReleaseId release)
    {
        var text = row[column].Trim();
        if (text.Length == 0 || text == NoMapping) return default;
        if (!EntityUri.TryParse(text, out var uri) || uri.Linearization != Linearization.Mms) throw row.Error($"'{text}' is not a linearization URI of MMS");
        return uri.Release.IsNone || uri.Release == release ? uri.Unversioned : throw row.Error($"this row is of release {uri.Release}, the table of {release}", "Tables of different releases do not mix: download the file again.");
    }

    private static EntityUri FoundationUri(TableRow row, int column)
    {
        var text = row[column].Trim();
        if (text.Length == 0 || text == NoMapping) return default;
        return EntityUri.TryParse(text, out var uri) ? EntityUri.Create(Linearization.Foundation, uri.Id) : throw row.Error($"'{text}' is not a Foundation URI");
    }
}
