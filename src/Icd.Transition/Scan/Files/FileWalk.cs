namespace Icd.Transition.Scan.Files;

/// <summary>The files below some paths, in an order that does not change: ignore files obeyed, links not followed.</summary>
/// <param name="own">Further ignore files, each relative to the working directory; their patterns win over those found in the tree.</param>
/// <param name="count">Told what was passed over.</param>
internal sealed class FileWalk(IReadOnlyList<IgnoreRules> own, ScanCounts count)
{
    /// <summary>Ignore files in a folder, a later one winning over an earlier one.</summary>
    private static readonly string[] IgnoreFiles = [".gitignore", ".icdscanignore"];

    /// <summary>The folders of version control itself.</summary>
    private static readonly HashSet<string> VersionControl = new(StringComparer.Ordinal) { ".git", ".hg", ".svn", ".jj" };

    /// <summary>The files below a path, or the path itself where it is a file: what is asked for by name is never ignored.</summary>
    public IEnumerable<string> Files(string path)
    {
        if (File.Exists(path)) return [path];
        return Walk(path, Above(path));
    }

    private IEnumerable<string> Walk(string root, List<IgnoreRules> outer)
    {
        var open = new Stack<(string Folder, List<IgnoreRules> Rules)>();
        open.Push((root, outer));
        while (open.TryPop(out var current))
        {
            FileSystemInfo[] entries;
            var rules = current.Rules;
            try
            {
                entries = new DirectoryInfo(current.Folder).GetFileSystemInfos();
                rules = WithOwn(current.Folder, rules);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                count.AddProblem(current.Folder, exception.Message);
                continue;
            }

            Array.Sort(entries, (left, right) => string.CompareOrdinal(left.Name, right.Name));
            // Folders go onto a stack: the last one is looked at first, so they are put there backwards.
            for (var i = entries.Length - 1; i >= 0; i--)
            {
                if (entries[i] is DirectoryInfo folder && !VersionControl.Contains(folder.Name) && !IsLink(folder) && !IsIgnored(folder.FullName, true, rules)) open.Push((folder.FullName, rules));
            }

            foreach (var file in entries.OfType<FileInfo>())
            {
                if (!IsLink(file) && !IsIgnored(file.FullName, false, rules)) yield return file.FullName;
            }
        }
    }

    /// <summary>A link's target is found where it is, or lies outside what was asked about; following links could go in circles.</summary>
    private bool IsLink(FileSystemInfo entry)
    {
        if ((entry.Attributes & FileAttributes.ReparsePoint) == 0) return false;
        count.AddLink();
        return true;
    }

    private bool IsIgnored(string path, bool isFolder, List<IgnoreRules> rules)
    {
        bool? verdict = null;
        for (var i = own.Count - 1; i >= 0 && verdict is null; i--) verdict = own[i].IsIgnored(path, isFolder);
        for (var i = rules.Count - 1; i >= 0 && verdict is null; i--) verdict = rules[i].IsIgnored(path, isFolder);
        if (verdict == true) count.AddIgnored();
        return verdict == true;
    }

    private static List<IgnoreRules> WithOwn(string folder, List<IgnoreRules> outer)
    {
        List<IgnoreRules>? extended = null;
        foreach (var name in IgnoreFiles)
        {
            var file = Path.Combine(folder, name);
            if (File.Exists(file)) (extended ??= [.. outer]).Add(IgnoreRules.Parse(folder, File.ReadLines(file)));
        }

        return extended ?? outer;
    }

    /// <summary>The ignore files between a repository's root and a folder below it: they count for whoever scans a part only.</summary>
    private static List<IgnoreRules> Above(string path)
    {
        var above = new Stack<string>();
        for (var folder = new DirectoryInfo(path); folder is not null; folder = folder.Parent)
        {
            if (folder.FullName != Path.GetFullPath(path)) above.Push(folder.FullName);
            if (!Directory.Exists(Path.Combine(folder.FullName, ".git"))) continue;
            var rules = new List<IgnoreRules>();
            var exclude = Path.Combine(folder.FullName, ".git", "info", "exclude");
            if (File.Exists(exclude)) rules.Add(IgnoreRules.Parse(folder.FullName, File.ReadLines(exclude)));
            return above.Aggregate(rules, (all, next) => WithOwn(next, all));
        }

        return [];
    }
}
