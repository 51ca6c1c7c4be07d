using Icd.Import.Tables;

namespace Icd.Import;

/// <summary>Finds the files to import below a path: the path itself, a folder's files, an archive's entries.</summary>
internal static class ImportedFiles
{
    public static IEnumerable<ImportedFile> Below(string path)
    {
        if (Directory.Exists(path))
            return Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).SelectMany(Of);
        return File.Exists(path)
            ? Of(path)
            : throw new ImportException(path, "there is no such file or folder", "Check the path.");
    }

    private static IEnumerable<ImportedFile> Of(string path) =>
        Path.GetExtension(path).Equals(".zip", StringComparison.OrdinalIgnoreCase) ? Entries(path) : [new(path, () => OpenFile(path))];

    private static FileStream OpenFile(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new ImportException(path, "the file may not be read", "Correct its permissions.", inner: exception);
        }
    }

    private static IEnumerable<ImportedFile> Entries(string path)
    {
        using var file = OpenFile(path);
        using var zip = ArchiveLimits.Open(file, path);
        var names = zip.Entries.Where(entry => entry.Name.Length > 0).Select(entry => entry.FullName).ToList();
        // WHO packs each table twice; the text is the same and reads ten times faster than the workbook.
        var texts = names.Where(name => HasExtension(name, ".txt")).Select(WithoutExtension).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. names.Where(name => !HasExtension(name, ".xlsx") || !texts.Contains(WithoutExtension(name)))
            .Select(name => new ImportedFile($"{path}/{name}", () => OpenEntry(path, name)))];
    }

    private static MemoryStream OpenEntry(string path, string name)
    {
        using var file = OpenFile(path);
        using var zip = ArchiveLimits.Open(file, path);
        var entry = zip.GetEntry(name) ?? throw new ImportException(path, $"the entry {name} is gone", "Do not change the archive during the import.");
        using var content = ArchiveLimits.OpenEntry(entry, $"{path}/{name}");
        // In memory, because a workbook is an archive itself and must be sought in.
        var bytes = new MemoryStream();
        content.CopyTo(bytes);
        bytes.Position = 0;
        return bytes;
    }

    private static bool HasExtension(string name, string extension) => name.EndsWith(extension, StringComparison.OrdinalIgnoreCase);

    private static string WithoutExtension(string name) => Path.ChangeExtension(name, null);
}
