namespace Icd.Transition.Scan;

/// <summary>What a scan went through and what it passed over. Counted by several threads at once.</summary>
public sealed class ScanCounts
{
    private readonly List<UnreadFile> _problems = [];
    private long _files, _bytes, _examined, _binary, _ignored, _links;

    /// <summary>Files that were read.</summary>
    public long Files => _files;

    /// <summary>Bytes of the files that were read.</summary>
    public long Bytes => _bytes;

    /// <summary>Files with something that pointed to ICD-10, so that they were looked at closely.</summary>
    public long Examined => _examined;

    /// <summary>Files that hold no text.</summary>
    public long Binary => _binary;

    /// <summary>Files and folders that an ignore file leaves out.</summary>
    public long Ignored => _ignored;

    /// <summary>Symbolic links, which are not followed.</summary>
    public long Links => _links;

    /// <summary>What could not be read, by path.</summary>
    public IReadOnlyList<UnreadFile> Problems
    {
        get
        {
            lock (_problems) return [.. _problems.OrderBy(problem => problem.Path, StringComparer.Ordinal)];
        }
    }

    internal void AddFile(long bytes)
    {
        Interlocked.Increment(ref _files);
        Interlocked.Add(ref _bytes, bytes);
    }

    internal void AddExamined() => Interlocked.Increment(ref _examined);

    internal void AddBinary() => Interlocked.Increment(ref _binary);

    internal void AddIgnored() => Interlocked.Increment(ref _ignored);

    internal void AddLink() => Interlocked.Increment(ref _links);

    internal void AddProblem(string path, string reason)
    {
        lock (_problems) _problems.Add(new(path, reason));
    }
}
