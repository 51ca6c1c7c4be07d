namespace Icd.Benchmarks;

/// <summary>What is in a CSV file whatever its quoting and the order of its rows, for telling whether engines wrote the same.</summary>
/// <param name="Header">Its first row.</param>
/// <param name="Rows">Rows without the header.</param>
/// <param name="Sum">The sum of all rows' hashes: the same for the same rows in any order.</param>
/// <param name="Chain">The rows' hashes one after the other: the same for the same rows in the same order.</param>
internal readonly record struct OutputDigest(string Header, long Rows, UInt128 Sum, ulong Chain)
{
    private const ulong Prime = 0x9E3779B97F4A7C15;

    /// <summary>Reads a file of RFC 4180 with commas, whose quoting is sound.</summary>
    public static OutputDigest Of(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1);
        var buffer = new byte[1 << 20];
        var (header, rows, sum, chain) = (new List<byte>(), -1L, UInt128.Zero, 0UL);
        var (hash, isQuoted, wasQuote, hasContent) = (Prime, false, false, false);
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            foreach (var value in buffer.AsSpan(0, read))
            {
                if (value == '"')
                {
                    // Of two quotes in a quoted cell the second is content.
                    if (!isQuoted && wasQuote) hash = Mix(hash, value);
                    wasQuote = isQuoted;
                    isQuoted = !isQuoted;
                    hasContent = true;
                    continue;
                }

                wasQuote = false;
                if (value == '\n' && !isQuoted)
                {
                    EndRow();
                    continue;
                }

                if (value == '\r' && !isQuoted) continue;
                hasContent = true;
                if (rows < 0) header.Add(value);
                // A comma between cells is not the comma inside one.
                hash = Mix(hash, value == ',' && !isQuoted ? 256u : value);
            }
        }

        if (hasContent) EndRow();
        return new(System.Text.Encoding.UTF8.GetString([.. header]), Math.Max(0, rows), sum, chain);

        void EndRow()
        {
            if (rows >= 0)
            {
                hash ^= hash >> 32;
                hash *= Prime;
                hash ^= hash >> 29;
                sum += hash;
                chain = (chain * 31) + hash;
            }

            rows++;
            (hash, isQuoted, wasQuote, hasContent) = (Prime, false, false, false);
        }
    }

    private static ulong Mix(ulong hash, uint value) => ulong.RotateLeft(hash ^ value, 23) * Prime;
}
