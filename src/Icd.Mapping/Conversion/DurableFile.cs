namespace Icd.Mapping.Conversion;

/// <summary>Writing small files so that a crash leaves the old one or the new one.</summary>
internal static class DurableFile
{
    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        var beside = path + ".new";
        using (var stream = new FileStream(beside, FileMode.Create, FileAccess.Write))
        {
            stream.Write(bytes);
            stream.Flush(flushToDisk: true);
        }

        File.Move(beside, path, overwrite: true);
    }
}
