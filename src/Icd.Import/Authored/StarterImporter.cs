using System.Globalization;
using Icd.Core.Codes;
using Icd.Core.Releases;
using Icd.Import.Tables;

namespace Icd.Import.Authored;

/// <summary>Compiles the starter release from <c>data/starter/</c>: our words on WHO's codes and entity URIs.</summary>
public static class StarterImporter
{
    /// <summary>The release whose codes, ids and places the tables were checked against.</summary>
    private static readonly ReleaseKey Key = new(Classification.Mms, ReleaseId.Create(2024, 1), IsStarter: true);

    private static readonly ReleaseSource Source = new(SourceKind.Authored, "data/starter", "nb", "", "");

    /// <summary>Reads <c>groups.tsv</c>, <c>stems.tsv</c> and <c>extensions.tsv</c>.</summary>
    /// <exception cref="ImportException">A row is malformed, or its parent is missing.</exception>
    public static ReleaseDraft Import(string folder)
    {
        var draft = new ReleaseDraft(Key, "Starter release, not WHO's: a selection of ICD-11 MMS in our own words");
        draft.Sources.Add(Source);
        draft.Languages.AddRange(["nb", "en"]);

        var lines = new Dictionary<string, Line>(StringComparer.Ordinal);
        foreach (var line in Groups(folder).Concat(Categories(folder, "stems.tsv")).Concat(Categories(folder, "extensions.tsv")))
        {
            if (!lines.TryAdd(line.Name, line)) throw line.Row.Error($"{line.Name} is listed twice", "Remove one of the two.");
        }

        // In chapter X a block may stand below a code, so parents are looked up in all files, whatever their order.
        var added = new Dictionary<string, DraftEntity>(StringComparer.Ordinal);
        foreach (var line in lines.Values.ToArray()) Add(draft, line, lines, added);
        return draft;
    }

    private static IEnumerable<Line> Groups(string folder) =>
        AuthoredTable.Read(Path.Combine(folder, "groups.tsv"), "id", "chapter", "parent", "nb", "en")
            .Select(row => new Line(row, Name: row[1].Length > 0 ? row[1] : row[0], Code: row[1], row[0], Parent: row[2], row[3], row[4], Synonyms: "",
                row[1].Length > 0 ? EntityKind.Chapter : EntityKind.Block));

    private static IEnumerable<Line> Categories(string folder, string file) =>
        AuthoredTable.Read(Path.Combine(folder, file), "code", "id", "parent", "nb", "en", "synonyms")
            .Select(row => new Line(row, Name: row[0], Code: row[0], row[1], Parent: row[2], row[3], row[4], Synonyms: row[5], EntityKind.Category));

    private static DraftEntity Add(ReleaseDraft draft, Line line, Dictionary<string, Line> lines, Dictionary<string, DraftEntity> added)
    {
        if (added.TryGetValue(line.Name, out var known)) return known;
        DraftEntity? parent = null;
        if (line.Parent.Length > 0)
        {
            // Removed while its parent is looked up, so that a circle of parents ends here instead of nowhere.
            lines.Remove(line.Name);
            if (!added.TryGetValue(line.Parent, out parent) && !lines.ContainsKey(line.Parent))
                throw line.Row.Error($"the parent '{line.Parent}' is not listed, or is below this row", "Name a code, a chapter or a block's id that is listed.");
            parent ??= Add(draft, lines[line.Parent], lines, added);
            lines[line.Name] = line;
        }

        return added[line.Name] = Fill(draft.Add(parent), line);
    }

    private static DraftEntity Fill(DraftEntity entity, Line line)
    {
        if (line.Norwegian.Length == 0 || line.English.Length == 0) throw line.Row.Error("a term is missing", "Every entity has a Norwegian and an English term.");
        if (line.Code.Length > 0 && !Icd11Code.TryParse(line.Code, out _, out var error)) throw line.Row.Error(error.Describe(line.Code).TrimEnd('.'), "Correct the code.");
        (entity.Code, entity.Kind) = (line.Code, line.Kind);
        (entity.Id, entity.Residual) = ParseId(line);
        (entity.Titles["nb"], entity.Titles["en"]) = (line.Norwegian, line.English);
        entity.Traits = EntityTraits.Authored | (line.Kind == EntityKind.Category ? EntityTraits.Selectable : 0);
        foreach (var synonym in line.Synonyms.Split('|', StringSplitOptions.RemoveEmptyEntries))
            entity.Terms.Add(new(TermKind.Synonym, "nb", synonym, default, Source));
        return entity;
    }

    private static (uint Id, Residual Residual) ParseId(Line line)
    {
        var parts = line.Id.Split('/', 2);
        Residual? residual = parts.Length == 1 ? Residual.None : parts[1] switch
        {
            "other" => Residual.Other,
            "unspecified" => Residual.Unspecified,
            _ => null,
        };
        return residual is { } found && uint.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? (number, found)
            : throw line.Row.Error($"'{line.Id}' is not an entity id", "Write WHO's number, with /other or /unspecified for a residual.");
    }

    private sealed record Line(TableRow Row, string Name, string Code, string Id, string Parent, string Norwegian, string English, string Synonyms, EntityKind Kind);
}
