using System.Security.Cryptography;
using Icd.Core.Releases;
using Icd.Import.Store;
using Icd.Import.Tables;
using Icd.Import.Tabulation;

namespace Icd.Import;

/// <summary>Imports WHO's files into a data directory: <c>icd data import</c>.</summary>
public static class ReleaseImport
{
    private static readonly string[] WhosNames = ["tabulation", "linearization"];

    /// <summary>Imports every tabulation below a path; files of one release are merged, one language each.</summary>
    /// <param name="path">A file, a zip archive or a folder of them.</param>
    /// <param name="dataDirectory">Where compiled releases live.</param>
    /// <param name="options">What the user knows better.</param>
    /// <exception cref="ImportException">A file is damaged or contradicts another one. Releases written before it stay.</exception>
    public static ImportReport Import(string path, string dataDirectory, ImportOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var (skipped, notes, drafts) = (new List<SkippedFile>(), new List<string>(), new List<ReleaseDraft>());
        foreach (var file in ImportedFiles.Below(path))
        {
            if (ReasonToSkip(file) is { } reason) skipped.Add(new(file.Name, reason));
            else if (Read(file, options, notes, isNamed: file.Name == path) is { } draft) drafts.Add(draft);
            else skipped.Add(new(file.Name, "It is not a tabulation: the header has other columns."));
        }

        if (drafts.Count == 0)
            throw new ImportException(path, $"there is no release to import{PassedOver(skipped)}", "Expected are WHO's SimpleTabulation or LinearizationMiniOutput files, as zip, txt or xlsx.");

        var store = new ReleaseStore(dataDirectory) { Waiting = options.Waiting };
        var releases = drafts.GroupBy(draft => draft.Key).OrderBy(group => group.Key.ToString(), StringComparer.Ordinal).Select(group => Save(store, [.. group], options.Replace));
        return new([.. releases], skipped, notes);
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
        ".txt" or ".xlsx" => Path.GetFileName(file.Name).Contains("Map", StringComparison.Ordinal)
            ? "A mapping table: the crosswalk is not imported by this version."
            : null,
        "" when Path.GetFileName(file.Name) == Fetch.ChecksumList.FileName => "The checksums of downloads.",
        ".docx" => "The printed edition is not imported.",
        _ => "Not one of WHO's file types (zip, txt, xlsx).",
    };

    private static ReleaseDraft? Read(ImportedFile file, ImportOptions options, List<string> notes, bool isNamed)
    {
        options.Reading?.Invoke(file.Name);
        using var stream = file.Open();
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(stream));
        stream.Position = 0;
        if (ReadHeader(file, stream, isNamed) is not { } table || !TabulationFile.IsTabulation(table)) return null;
        var tabulation = TabulationFile.Read(table);
        return TabulationImporter.Import(tabulation, FileNaming.Release(tabulation, options, notes), FileNaming.Language(tabulation, options), sha256);
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
