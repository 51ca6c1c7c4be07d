namespace Icd.Mapping.Conversion;

/// <summary>What the rejects file shows of a row.</summary>
internal static class RejectedText
{
    /// <summary>How much it shows, in characters.</summary>
    public const int Longest = 200;

    /// <summary>The beginning of a row for a person: bytes that are no characters as <c>\xE6</c>.</summary>
    public static string Of(ReadOnlySpan<byte> row, FileEncoding encoding)
    {
        var shown = row[..Math.Min(row.Length, Longest)];
        var text = encoding.IsValid(shown) ? encoding.Decode(shown) : Escaped(shown, encoding);
        return row.Length > Longest ? text + "…" : text;
    }

    private static string Escaped(ReadOnlySpan<byte> bytes, FileEncoding encoding)
    {
        var text = new System.Text.StringBuilder();
        while (!bytes.IsEmpty)
        {
            var length = System.Text.Rune.DecodeFromUtf8(bytes, out var rune, out var used) == System.Buffers.OperationStatus.Done && encoding == FileEncoding.Utf8 ? used : 0;
            if (length > 0) text.Append(rune.ToString());
            else if (encoding != FileEncoding.Utf8 && encoding.IsValid(bytes[..1])) text.Append(encoding.Decode(bytes[..1]));
            else text.Append(System.Globalization.CultureInfo.InvariantCulture, $"\\x{bytes[0]:X2}");
            bytes = bytes[Math.Max(1, length)..];
        }

        return text.ToString();
    }
}
