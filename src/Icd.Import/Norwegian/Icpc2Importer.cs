using Icd.Core.Releases;
using Icd.Import.Authored;

namespace Icd.Import.Norwegian;

/// <summary>Compiles the Norwegian ICPC-2: the official list below our own chapter headings.</summary>
public static class Icpc2Importer
{
    private static readonly ReleaseSource Headings = new(SourceKind.Authored, "data/icpc2", "nb", "", "");

    /// <summary>Reads the list and the headings.</summary>
    /// <param name="listPath"><c>ICPC2.json</c> of the package.</param>
    /// <param name="packageVersion">The package's version, such as <c>1.2026.0</c>.</param>
    /// <param name="headingFolder"><c>data/icpc2</c>.</param>
    /// <exception cref="ImportException">The list is damaged, or a code has no chapter.</exception>
    public static ReleaseDraft Import(string listPath, string packageVersion, string headingFolder)
    {
        var list = CodeListFile.Read(listPath, packageVersion);
        var edition = CodeListFile.Edition(listPath, packageVersion);
        var draft = new ReleaseDraft(new(Classification.Icpc2, edition), $"Norwegian ICPC-2 {edition}");
        draft.Sources.AddRange([list.Source, Headings]);
        draft.Languages.AddRange(["nb", "en"]);

        var chapters = new Dictionary<string, DraftEntity>(StringComparer.Ordinal);
        foreach (var row in AuthoredTable.Read(Path.Combine(headingFolder, "chapters.tsv"), "letter", "nb", "en"))
        {
            if (chapters.ContainsKey(row[0])) throw row.Error($"{row[0]} is listed twice", "Remove one of the two.");
            var chapter = chapters[row[0]] = draft.Add(null);
            (chapter.Kind, chapter.Code, chapter.Traits) = (EntityKind.Chapter, row[0], EntityTraits.Authored);
            (chapter.Titles["nb"], chapter.Titles["en"]) = (row[1], row[2]);
        }

        var placed = new Dictionary<string, DraftEntity>(StringComparer.Ordinal);
        foreach (var (code, text) in list.Entries)
        {
            // National codes such as R992 subdivide a code of three characters.
            if (!placed.TryGetValue(code[..^1], out var parent) && !chapters.TryGetValue(code[..1], out parent))
                throw new ImportException(listPath, $"no chapter is known for {code}", $"Add it to {Path.Combine(headingFolder, "chapters.tsv")}.");
            var entity = placed[code] = draft.Add(parent);
            (entity.Code, entity.Traits, entity.Titles["nb"]) = (code, EntityTraits.Selectable, text);
        }

        return draft;
    }
}
