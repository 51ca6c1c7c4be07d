using Icd.Core.Codes;
using Icd.Core.Releases;
using Icd.Import.Authored;
using Icd.Import.Tables;

namespace Icd.Import.Norwegian;

/// <summary>Compiles the Norwegian ICD-10: the official list below our own headings.</summary>
/// <remarks>
/// The list has codes only where they may be used: of 1,776 three-character categories it has 253. Chapters, blocks and the
/// other categories come from <c>data/icd10/</c>, in our words and marked so.
/// </remarks>
public static class NorwegianIcd10Importer
{
    private static readonly ReleaseSource Headings = new(SourceKind.Authored, "data/icd10", "nb", "", "");

    /// <summary>Reads the list and the headings.</summary>
    /// <param name="listPath"><c>ICD10.json</c> of the package.</param>
    /// <param name="packageVersion">The package's version, such as <c>1.2026.0</c>.</param>
    /// <param name="headingFolder"><c>data/icd10</c>.</param>
    /// <exception cref="ImportException">The list is damaged, or a code has no place.</exception>
    public static ReleaseDraft Import(string listPath, string packageVersion, string headingFolder)
    {
        var list = CodeListFile.Read(listPath, packageVersion);
        var edition = CodeListFile.Edition(listPath, packageVersion);
        var draft = new ReleaseDraft(new(Classification.Icd10, edition), $"Norwegian ICD-10 {edition}");
        draft.Sources.AddRange([list.Source, Headings]);
        draft.Languages.AddRange(["nb", "en"]);

        var blocks = AddBlocks(draft, headingFolder);
        var categories = new Dictionary<string, (string Block, string Title)>(StringComparer.Ordinal);
        foreach (var row in AuthoredTable.Read(Path.Combine(headingFolder, "categories.tsv"), "code", "block", "nb"))
        {
            if (!categories.TryAdd(row[0], (row[1], row[2]))) throw row.Error($"{row[0]} is listed twice", "Remove one of the two.");
        }

        var placed = new Dictionary<string, DraftEntity>(StringComparer.Ordinal);
        foreach (var category in list.Entries.GroupBy(entry => entry.Code[..Math.Min(3, entry.Code.Length)]))
        {
            var (blockRange, title) = categories.GetValueOrDefault(category.Key, ("", ""));
            var parent = BlockOf(category.Key, blockRange, blocks, listPath);
            if (category.First().Code.Length > 3)
            {
                if (title.Length == 0) throw new ImportException(listPath, $"no heading is known for {category.Key}", $"Add it to {Path.Combine(headingFolder, "categories.tsv")}.");
                parent = placed[category.Key] = AddCategory(draft, parent, category.Key, title, EntityTraits.Authored);
            }

            foreach (var entry in category)
                placed[entry.Code] = AddCategory(draft, Above(entry.Code, placed) ?? parent, entry.Code, entry.Text, EntityTraits.Selectable);
        }

        return draft;
    }

    private static DraftEntity AddCategory(ReleaseDraft draft, DraftEntity parent, string code, string title, EntityTraits traits)
    {
        if (!Icd10Code.TryParse(code, out _, out var error)) throw new ImportException(draft.Sources[0].Name, $"'{code}': {error.Describe(code).TrimEnd('.')}", "Report this with the package's version.");
        var entity = draft.Add(parent);
        (entity.Code, entity.Traits, entity.Titles["nb"]) = (code, traits, title);
        return entity;
    }

    /// <summary>The nearest listed code that this one begins with.</summary>
    private static DraftEntity? Above(string code, Dictionary<string, DraftEntity> placed)
    {
        for (var length = code.Length - 1; length >= 3; length--)
        {
            if (placed.TryGetValue(code[..length], out var above)) return above;
        }

        return null;
    }

    private static List<(string Range, DraftEntity Block)> AddBlocks(ReleaseDraft draft, string folder)
    {
        var chapters = AuthoredTable.Read(Path.Combine(folder, "chapters.tsv"), "chapter", "range", "nb", "en")
            .Select(row => (Range: RangeOf(row, 1), Entity: AddHeading(draft, null, EntityKind.Chapter, row[0], row[1], row[2], row[3]))).ToList();
        var blocks = new List<(string, DraftEntity)>();
        foreach (var row in AuthoredTable.Read(Path.Combine(folder, "blocks.tsv"), "range", "nb", "en"))
        {
            var chapter = chapters.Find(candidate => IsWithin(RangeOf(row, 0)[..3], candidate.Range)).Entity ?? throw row.Error("no chapter has this range", "Correct the range.");
            blocks.Add((row[0], AddHeading(draft, chapter, EntityKind.Block, "", row[0], row[1], row[2])));
        }

        return blocks;
    }

    private static string RangeOf(TableRow row, int column) =>
        row[column] is { Length: 7 } range && range[3] == '-' ? range : throw row.Error($"'{row[column]}' is not a range of categories", "Write one such as A00-B99.");

    private static DraftEntity AddHeading(ReleaseDraft draft, DraftEntity? parent, EntityKind kind, string code, string range, string nb, string en)
    {
        var heading = draft.Add(parent);
        (heading.Kind, heading.Code, heading.BlockId, heading.Traits) = (kind, code, range, EntityTraits.Authored);
        (heading.Titles["nb"], heading.Titles["en"]) = (nb, en);
        return heading;
    }

    /// <summary>A national key such as <c>V0n</c> stands for several categories; its block is said in the table.</summary>
    private static DraftEntity BlockOf(string category, string range, List<(string Range, DraftEntity Block)> blocks, string source) =>
        blocks.Find(block => range.Length > 0 ? block.Range == range : IsWithin(category, block.Range)).Block
        ?? throw new ImportException(source, $"{category} is in no block{(range.Length > 0 ? $" (the table says {range})" : "")}", "Complete data/icd10/blocks.tsv, or name the block in categories.tsv.");

    private static bool IsWithin(string category, string range) =>
        string.CompareOrdinal(category, range[..3]) >= 0 && string.CompareOrdinal(category, range[4..]) <= 0;
}
