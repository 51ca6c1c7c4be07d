using System.Text;
using System.Text.Json;

namespace Icd.Import.Crawl;

/// <summary>What a crawl has fetched, one JSON object a line, so that an interrupted crawl goes on instead of starting anew.</summary>
internal sealed class CrawlJournal : IDisposable
{
    private readonly FileStream _file;
    private readonly Dictionary<string, (long Offset, int Length)> _entries = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    private CrawlJournal(FileStream file) => _file = file;

    public int Count => _entries.Count;

    public static CrawlJournal Open(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var journal = new CrawlJournal(OpenFile(path));
        journal.ReadAll();
        return journal;
    }

    private static FileStream OpenFile(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception)
        {
            throw new ImportException(path, "the crawl's journal is in use or cannot be written", "Wait for the other crawl of this release, or end it.", inner: exception);
        }
    }

    public bool Has(string uri)
    {
        lock (_lock) return _entries.ContainsKey(uri);
    }

    public void Add(string uri, JsonElement entity)
    {
        var line = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new Dictionary<string, JsonElement> { [uri] = entity }) + "\n");
        lock (_lock)
        {
            var offset = _file.Seek(0, SeekOrigin.End);
            _file.Write(line);
            _entries[uri] = (offset, line.Length);
        }
    }

    public JsonElement Get(string uri)
    {
        byte[] line;
        lock (_lock)
        {
            var (offset, length) = _entries[uri];
            line = new byte[length];
            _file.Seek(offset, SeekOrigin.Begin);
            _file.ReadExactly(line);
        }

        using var document = JsonDocument.Parse(line);
        return document.RootElement.EnumerateObject().First().Value.Clone();
    }

    /// <summary>A kill may leave half a line at the end; it is cut off and fetched again.</summary>
    private void ReadAll()
    {
        // Not disposed of: it would close the file that the journal goes on writing.
        var reader = new BufferedStream(_file, 1 << 16);
        var (line, offset) = (new MemoryStream(), 0L);
        for (int unit; (unit = reader.ReadByte()) >= 0;)
        {
            line.WriteByte((byte)unit);
            if (unit != '\n') continue;
            if (!TryReadUri(line.GetBuffer().AsMemory(0, (int)line.Length), out var uri)) break;
            _entries[uri] = (offset, (int)line.Length);
            offset += line.Length;
            line.SetLength(0);
        }

        _file.SetLength(offset);
    }

    private static bool TryReadUri(ReadOnlyMemory<byte> line, out string uri)
    {
        uri = "";
        try
        {
            using var document = JsonDocument.Parse(line);
            uri = document.RootElement.EnumerateObject().First().Name;
            return true;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Not this program's line: everything from here on is fetched again.
            return false;
        }
    }

    public void Dispose() => _file.Dispose();
}
