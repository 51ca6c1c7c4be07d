using System.Text.Unicode;

namespace Icd.Mapping.Conversion;

/// <summary>Finds out how a file is written, from its beginning.</summary>
internal static class DialectDetection
{
    private const int SampledRows = 1000;

    /// <summary>The likeliest first: a comma is also what Norwegians write decimals with.</summary>
    private static readonly byte[] Delimiters = [(byte)'\t', (byte)';', (byte)'|', (byte)','];

    /// <summary>How the input is written.</summary>
    /// <param name="input">The input.</param>
    /// <param name="options">What the user says of it holds.</param>
    /// <param name="bom">How many bytes a byte order mark takes.</param>
    /// <exception cref="ConversionException">The file is of an encoding that is not read.</exception>
    public static Dialect Detect(ConversionInput input, ConversionOptions options, out int bom)
    {
        ReadOnlySpan<byte> sample = input.Sample;
        bom = sample.StartsWith("\uFEFF"u8) ? 3 : 0;
        RefuseWide(input.Path, sample);
        sample = sample[bom..];
        var lineEnd = sample.Contains((byte)'\n') || !sample.Contains((byte)'\r') ? (byte)'\n' : (byte)'\r';
        var dialect = new Dialect((byte)',', options.HasQuotes == false ? (byte)0 : (byte)'"', lineEnd, EncodingOf(sample, options.Encoding, bom > 0));
        dialect = dialect with { Delimiter = options.Delimiter is { } given ? Delimiter(given) : DelimiterOf(input.Sample.AsMemory(bom), input, dialect, options) };
        return options.HasQuotes is null && QuotesAreLetters(input.Sample.AsMemory(bom), input.IsWhole, dialect) ? dialect with { Quote = 0 } : dialect;
    }

    private static byte Delimiter(char given) => given is > '\0' and < '\u0080' and not '"' and not '\r' and not '\n' && !char.IsAsciiLetterOrDigit(given)
        ? (byte)given
        : throw ConversionException.OfUsage($"'{given}' kan ikke skille celler: ventet er ett tegn, som , ; | eller tab.", $"The delimiter '{given}' cannot be: expected is one character such as , ; | or tab.");

    private static void RefuseWide(string path, ReadOnlySpan<byte> sample)
    {
        var name = sample switch
        {
            [0xFF, 0xFE, 0, 0, ..] or [0, 0, 0xFE, 0xFF, ..] => "UTF-32",
            [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => "UTF-16",
            _ => sample.Length >= 64 && EveryOtherIsNul(sample[..64]) ? "UTF-16" : null,
        };
        if (name is not null)
            throw ConversionException.OfData($"{path} er i {name}, som ikke leses. Gjør den om først: iconv -f {name} -t UTF-8 {path} > utf8.csv", $"{path} is in {name}, which is not read. Convert it first: iconv -f {name} -t UTF-8 {path} > utf8.csv");
    }

    private static bool EveryOtherIsNul(ReadOnlySpan<byte> bytes)
    {
        var (even, odd) = (0, 0);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] != 0) continue;
            if ((i & 1) == 0) even++;
            else odd++;
        }

        return Math.Max(even, odd) > bytes.Length * 3 / 8 && Math.Min(even, odd) == 0;
    }

    private static FileEncoding EncodingOf(ReadOnlySpan<byte> sample, string? given, bool hasBom)
    {
        if (given is not null)
        {
            var name = given.ToLowerInvariant() switch { "utf8" => "utf-8", "latin1" or "iso8859-1" or "iso-8859-15" => "iso-8859-1", "cp1252" or "windows1252" or "ansi" => "windows-1252", var other => other };
            return FileEncoding.All.FirstOrDefault(encoding => encoding.Name == name)
                ?? throw ConversionException.OfUsage($"Tegnkodingen '{given}' er ukjent: ventet er utf-8, iso-8859-1 eller windows-1252.", $"The encoding '{given}' is not known: expected is utf-8, iso-8859-1 or windows-1252.");
        }

        if (hasBom || Utf8.IsValid(sample)) return FileEncoding.Utf8;
        // A file of several sources has lines of several encodings; what most lines say holds, and the others are reported.
        var (valid, invalid, hasC1) = (0, 0, false);
        foreach (var range in sample.Split((byte)'\n'))
        {
            var line = sample[range];
            if (!line.ContainsAnyInRange((byte)0x80, (byte)0xFF)) continue;
            if (Utf8.IsValid(line))
            {
                valid++;
            }
            else
            {
                invalid++;
                hasC1 |= line.ContainsAnyInRange((byte)0x80, (byte)0x9F);
            }
        }

        // The sample may end within a character.
        return valid > invalid || (invalid == 1 && valid > 0 && Utf8.IsValid(sample[..(sample.LastIndexOf((byte)'\n') + 1)])) ? FileEncoding.Utf8
            : hasC1 ? FileEncoding.Windows1252 : FileEncoding.Latin1;
    }

    private static byte DelimiterOf(ReadOnlyMemory<byte> sample, ConversionInput input, Dialect dialect, ConversionOptions options)
    {
        var best = (Named: 0, Share: 0, Columns: 1, Delimiter: input.Path.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase) ? (byte)'\t' : (byte)',');
        foreach (var delimiter in Delimiters)
        {
            var candidate = dialect with { Delimiter = delimiter };
            var widths = new RowWidths(sample, in candidate, input.IsWhole);
            if (widths.Usual <= 1) continue;
            var named = options.HasHeader ? options.Columns.Count(SampleRows.Texts(sample[..SampleRows.FirstRow(sample.Span, in candidate, input.IsWhole)], in candidate).ToHashSet(StringComparer.OrdinalIgnoreCase).Contains) : 0;
            // In tenths: a dirty row or two does not decide.
            var score = (Named: named, Share: widths.Of(widths.Usual) * 10 / widths.All, Columns: widths.Usual, Delimiter: delimiter);
            if (score.Named > best.Named || (score.Named == best.Named && (score.Share > best.Share || (score.Share == best.Share && score.Columns > best.Columns)))) best = score;
        }

        return best.Delimiter;
    }

    /// <summary>Whether quotes stand at the beginning of many cells without closing them: inches and nicknames, not quoting.</summary>
    private static bool QuotesAreLetters(ReadOnlyMemory<byte> sample, bool isWhole, Dialect dialect)
    {
        var (sound, broken) = (0, 0);
        foreach (var row in SampleRows.Of(sample, dialect, isWhole, SampledRows))
        {
            var cells = SampleRows.Cells(row.Span, dialect, out var isBroken);
            if (isBroken) broken++;
            else if (cells.Exists(cell => row.Span[cell] is [(byte)'"', ..])) sound++;
        }

        return broken >= 10 && broken > 10 * sound;
    }
}
