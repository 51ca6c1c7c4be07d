using System.Security.Cryptography;
using Icd.Core.Codes;
using Icd.Core.Releases;
using Icd.Import.Mapping;
using Icd.Import.Store;
using Icd.Import.Tables;
using Icd.Import.Tabulation;
using Icd.Mapping.Who;

namespace Icd.Import;

/// <summary>Imports WHO's files into a data directory: <c>icd data import</c>.</summary>
public static class ReleaseImport
{
    private static readonly string[] WhosNames = ["tabulation", "linearization", "10To11Map", "11To10Map"];

    /// <summary>
    /// Imports every tabulation and mapping table below a path; tabulations of one release are merged, one language each, and so are its mapping tables.
    /// </summary>
    /// <param name="path">A file, a zip archive or a folder of them.</param>
    /// <param name="dataDirectory">Where compiled releases live.</param>
    /// <param name="options">What the user knows better.</param>
    /// <exception cref="ImportException">A file is damaged or contradicts another one. Releases written before it stay.</exception>
    public static ImportReport Import(string path, string dataDirectory, ImportOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var (skipped, notes, drafts) = (new List<SkippedFile>(), new List<string>(), new List<ReleaseDraft>());
        var tables = new Dictionary<ReleaseId, WhoCrosswalkDraft>();
        foreach (var file in ImportedFiles.Below(path))
        {
            if (ReasonToSkip(file) is { } reason) skipped.Add(new(file.Name, reason));
            else if (!Read(file, options, notes, isNamed: file.Name == path, drafts, tables)) skipped.Add(new(file.Name, "It is neither a tabulation nor a mapping table: the header has other columns."));
        }

        if (drafts.Count == 0 && tables.Count == 0)
            throw new ImportException(path, $"there is no release to import{PassedOver(skipped)}", "Expected are WHO's SimpleTabulation or LinearizationMiniOutput files, or the mapping tables, as zip, txt or xlsx.");

        var store = new ReleaseStore(dataDirectory) { Waiting = options.Waiting };
        StoredRelease[] releases = [.. drafts.GroupBy(draft => draft.Key).OrderBy(group => group.Key.ToString(), StringComparer.Ordinal).Select(group => Save(store, [.. group], options.Replace))];
        StoredCrosswalk[] crosswalks = [.. tables.Values.OrderBy(draft => draft.Release).Select(draft => store.Save(draft, options.Replace))];
        foreach (var stored in crosswalks) notes.AddRange(CrosswalkCheck.Notes(stored.Crosswalk, dataDirectory));
        return new(releases, crosswalks, skipped, notes);
    }

    private static string PassedOver(List<SkippedFile> skipped) => skipped switch
    {
        [] => "",
        [var one] => $" ({one.Reason.TrimEnd('.')})",
        _ => $"; {skipped.Count} other files were passed over",
    };

    private static StoredRelease Save(ReleaseStore store, ReleaseDraft[] drafts, bool replace)
    {
        // English leads, whatever the order of files: it is the language that others fall back to.
        var inOrder = drafts.OrderBy(draft => draft.Languages[0] != "en").ThenBy(draft => draft.Languages[^1], StringComparer.Ordinal).ToArray();
        var stored = store.Save(inOrder[0], replace);
        foreach (var draft in inOrder.Skip(1)) stored = store.Save(draft) with { WasAdded = stored.WasAdded };
        return stored;
    }

    private static string? ReasonToSkip(ImportedFile file) => file.Extension switch
    {
        ".txt" when Path.GetFileName(file.Name).Equals("readme.txt", StringComparison.OrdinalIgnoreCase) => "A readme.",
        ".txt" or ".xlsx" => null,
        "" when Path.GetFileName(file.Name) == Fetch.ChecksumList.FileName => "The checksums of downloads.",
        ".docx" => "The printed edition is not imported.",
        _ => "None of WHO's file types.",
    };

    private static bool Read(ImportedFile file, ImportOptions options, List<string> notes, bool isNamed, List<ReleaseDraft> drafts, Dictionary<ReleaseId, WhoCrosswalkDraft> tables)
    {
        options.Reading?.Invoke(file.Name);
        using var stream = file.Open();
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(stream));
        stream.Position = 0;
        if (ReadHeader(file, stream, isNamed) is not { } table) return false;
        if (MappingFile.KindOf(table) is { } kind)
        {
            MappingFile.Of(table, kind, options, notes).Read(release => tables.TryGetValue(release, out var draft) ? draft : tables[release] = new(release), sha256);
            return true;
        }

        if (!TabulationFile.IsTabulation(table)) return false;
        var tabulation = TabulationFile.Read(table);
        drafts.Add(TabulationImporter.Import(tabulation, FileNaming.Release(tabulation, options, notes), FileNaming.Language(tabulation, options), sha256));
        return true;
    }

    /// <summary>A stray file in a folder, which nobody named and whose name is not WHO's, may be anything; it stops nothing.</summary>
    private static Table? ReadHeader(ImportedFile file, Stream stream, bool isNamed)
    {
        var isWhos = WhosNames.Any(name => Path.GetFileName(file.Name).Contains(name, StringComparison.OrdinalIgnoreCase));
        try
        {
            return Table.Read(file.Name, file.Rows(stream));
        }
        catch (ImportException) when (!isNamed && !isWhos)
        {
            return null;
        }
    }
}
