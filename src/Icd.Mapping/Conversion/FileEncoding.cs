using System.Buffers;
using System.Text;

namespace Icd.Mapping.Conversion;

/// <summary>An encoding in which an ASCII character is one byte, so that delimiters can be found without decoding.</summary>
internal sealed class FileEncoding
{
    /// <summary>The bytes that Windows-1252 gives to no character.</summary>
    private static readonly SearchValues<byte> Unassigned = SearchValues.Create([0x81, 0x8D, 0x8F, 0x90, 0x9D]);

    private readonly Encoding _strict;
    private readonly Encoding _lenient;

    private FileEncoding(string name, Encoding encoding)
    {
        Name = name;
        (_strict, _lenient) = ((Encoding)encoding.Clone(), (Encoding)encoding.Clone());
        (_strict.EncoderFallback, _lenient.DecoderFallback) = (EncoderFallback.ExceptionFallback, DecoderFallback.ReplacementFallback);
    }

    public static FileEncoding Utf8 { get; } = new("utf-8", new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

    public static FileEncoding Latin1 { get; } = new("iso-8859-1", Encoding.Latin1);

    public static FileEncoding Windows1252 { get; } = new("windows-1252", CodePagesEncodingProvider.Instance.GetEncoding(1252)!);

    public static IReadOnlyList<FileEncoding> All { get; } = [Utf8, Latin1, Windows1252];

    /// <summary>The name that a manifest and the command line use.</summary>
    public string Name { get; }

    /// <summary>The text of bytes; what cannot be decoded becomes U+FFFD.</summary>
    public string Decode(ReadOnlySpan<byte> bytes) => _lenient.GetString(bytes);

    /// <summary>Writes the bytes of a text, unless the encoding lacks one of its characters.</summary>
    public bool TryEncode(string text, IBufferWriter<byte> to)
    {
        try
        {
            _strict.GetBytes(text, to);
            return true;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }

    /// <summary>Bytes of a text. A dagger that the encoding lacks is written <c>+</c>, as ICD-10 has it; another character as a numeric reference (<c>&amp;#8805;</c>).</summary>
    /// <param name="text">The text.</param>
    /// <param name="escaped">How many characters became references.</param>
    public byte[] Encode(string text, out int escaped)
    {
        escaped = 0;
        try
        {
            return _strict.GetBytes(text);
        }
        catch (EncoderFallbackException)
        {
            var known = new StringBuilder(text.Length);
            foreach (var rune in text.EnumerateRunes())
            {
                if (CanEncode(rune)) known.Append(rune.ToString());
                else if (rune.Value == '†') known.Append('+');
                else
                {
                    known.Append(System.Globalization.CultureInfo.InvariantCulture, $"&#{rune.Value};");
                    escaped++;
                }
            }

            return _strict.GetBytes(known.ToString());
        }
    }

    /// <summary>Whether all bytes are characters of the encoding.</summary>
    public bool IsValid(ReadOnlySpan<byte> bytes) =>
        this == Utf8 ? System.Text.Unicode.Utf8.IsValid(bytes) : this == Latin1 || bytes.IndexOfAny(Unassigned) < 0;

    private bool CanEncode(Rune rune)
    {
        try
        {
            _strict.GetByteCount(rune.ToString());
            return true;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }
}
