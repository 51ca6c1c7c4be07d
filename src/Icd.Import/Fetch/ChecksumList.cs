namespace Icd.Import.Fetch;

/// <summary>The checksums of a folder's downloads, in the form of <c>sha256sum</c>.</summary>
internal static class ChecksumList
{
    public const string FileName = "SHA256SUMS";

    public static string? Read(string folder, string name) => ReadAll(folder).GetValueOrDefault(name);

    public static void Write(string folder, string name, string sha256)
    {
        var all = ReadAll(folder);
        all[name] = sha256;
        File.WriteAllLines(Path.Combine(folder, FileName), all.Select(pair => $"{pair.Value}  {pair.Key}"));
    }

    private static SortedDictionary<string, string> ReadAll(string folder)
    {
        var all = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path)) return all;
        foreach (var line in File.ReadLines(path))
        {
            if (line.Split("  ", 2) is [{ Length: 64 } sha256, var name]) all[name] = sha256;
        }

        return all;
    }
}
