using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Icd.Core.Codes;

/// <summary>An ICD-10 code of three to five characters, international or Norwegian, with its dagger or asterisk.</summary>
/// <remarks>
/// <para>Only the form is checked; whether an edition has the code is for its release to say.
/// Accepted with or without a point after the third character, in any case: in the Norwegian list only the first letter
/// of a code is upper case (<c>V0n0a</c>), so case never decides between two codes.</para>
/// <para>The value is one 64-bit integer that sorts like the text without its point, then by mark. <c>default</c> is no
/// code, prints as an empty string and is <see langword="null"/> in JSON.</para>
/// <para>Formats: <c>G</c> (default) <c>A17.0†</c>; <c>D</c> with point, without mark, <c>A17.0</c>; <c>N</c> without both,
/// <c>A170</c>, as Norwegian code lists and NPR messages write it.</para>
/// </remarks>
[TypeConverter(typeof(SpanParsableTypeConverter<Icd10Code>))]
[JsonConverter(typeof(CodeJsonConverter<Icd10Code>))]
public readonly struct Icd10Code : IEquatable<Icd10Code>, IComparable<Icd10Code>, IComparable,
    ISpanParsable<Icd10Code>, IUtf8SpanParsable<Icd10Code>, ISpanFormattable, IUtf8SpanFormattable
{
    /// <summary>The longest code as printed, in UTF-16 units: five characters, a point and a mark.</summary>
    public const int MaxLength = 7;

    private const ulong MarkBits = 0xFF;

    private readonly ulong _packed;

    internal Icd10Code(ulong packed) => _packed = packed;

    /// <summary>The characters without point and mark, as a release keys them.</summary>
    internal ulong PackedCode => _packed & ~MarkBits;

    /// <summary>The dagger or asterisk written after the code.</summary>
    public Icd10Mark Mark => (Icd10Mark)(_packed & MarkBits);

    /// <summary>How many characters the code has, point and mark not counted: 3 to 5, or 0 for <c>default</c>.</summary>
    public int Length => PackedText.Length(PackedCode);

    /// <summary>The three-character category that the code belongs to, without mark.</summary>
    public Icd10Code Category => new(_packed & 0xFFFFFF_0000000000);

    /// <summary>The same code without dagger or asterisk.</summary>
    public Icd10Code WithoutMark => new(PackedCode);

    /// <summary>The same code with another mark.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The mark is none of the defined ones.</exception>
    /// <exception cref="InvalidOperationException">This is <c>default</c>, which has no mark.</exception>
    public Icd10Code WithMark(Icd10Mark mark)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((byte)mark, (byte)Icd10Mark.Asterisk, nameof(mark));
        return _packed == 0 ? throw new InvalidOperationException("There is no code to mark.") : new(PackedCode | (byte)mark);
    }

    /// <summary>Reads a code; a failure neither throws nor allocates.</summary>
    /// <param name="text">The code and nothing else: no space around it.</param>
    /// <param name="code">The code, or <c>default</c>.</param>
    /// <param name="error">Which rule is broken, and where.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out Icd10Code code, out SyntaxError error) =>
        TryRead(text, out code, out error);

    /// <inheritdoc cref="TryParse(ReadOnlySpan{char}, out Icd10Code, out SyntaxError)"/>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, out Icd10Code code, out SyntaxError error) =>
        TryRead(utf8Text, out code, out error);

    /// <summary>Reads a code; a failure neither throws nor allocates.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Icd10Code code) => TryRead(text, out code, out _);

    /// <summary>Reads a code and throws where <paramref name="text"/> is not one.</summary>
    /// <exception cref="CodeFormatException">Carries the error and its position.</exception>
    public static Icd10Code Parse(ReadOnlySpan<char> text) =>
        TryRead(text, out var code, out var error) ? code : throw new CodeFormatException(text, error);

    private static bool TryRead<T>(ReadOnlySpan<T> text, out Icd10Code code, out SyntaxError error)
        where T : unmanaged
    {
        var packed = Icd10CodeScanner.Read(text, 0, out var end);
        var complete = packed != 0 && end == text.Length;
        code = complete ? new(packed) : default;
        error = complete ? default : Icd10CodeScanner.Diagnose(text);
        return complete;
    }

    /// <inheritdoc/>
    public bool Equals(Icd10Code other) => _packed == other._packed;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is Icd10Code other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _packed.GetHashCode();

    /// <summary>Orders codes like their text without the point, ordinally; without mark first, then †, then *.</summary>
    public int CompareTo(Icd10Code other) => _packed.CompareTo(other._packed);

    /// <inheritdoc/>
    public int CompareTo(object? obj) => obj switch
    {
        null => 1,
        Icd10Code other => CompareTo(other),
        _ => throw new ArgumentException($"Cannot compare an {nameof(Icd10Code)} with a {obj.GetType()}.", nameof(obj)),
    };

    /// <summary>The code with its point and mark, such as <c>E11.9</c> or <c>A17.0†</c>.</summary>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    /// <exception cref="FormatException">The format is none of <c>G</c>, <c>D</c>, <c>N</c>.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        Span<char> buffer = stackalloc char[MaxLength];
        TryFormat(buffer, out var written, format, formatProvider);
        return buffer[..written].ToString();
    }

    /// <inheritdoc/>
    /// <exception cref="FormatException">The format is none of <c>G</c>, <c>D</c>, <c>N</c>.</exception>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null)
    {
        Span<char> all = stackalloc char[MaxLength];
        charsWritten = Write(all, format, out var mark);
        if (mark != Icd10Mark.None) all[charsWritten++] = mark == Icd10Mark.Dagger ? '†' : '*';
        if (all[..charsWritten].TryCopyTo(destination)) return true;
        charsWritten = 0;
        return false;
    }

    /// <inheritdoc/>
    /// <exception cref="FormatException">The format is none of <c>G</c>, <c>D</c>, <c>N</c>.</exception>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null)
    {
        Span<char> all = stackalloc char[MaxLength];
        if (TryFormat(all, out var length, format, provider)
            && System.Text.Encoding.UTF8.TryGetBytes(all[..length], utf8Destination, out bytesWritten)) return true;
        bytesWritten = 0;
        return false;
    }

    private int Write(Span<char> all, ReadOnlySpan<char> format, out Icd10Mark mark)
    {
        if (format.Length > 1 || (format.Length == 1 && format[0] is not ('G' or 'D' or 'N')))
            throw new FormatException($"'{format}' is not a format of {nameof(Icd10Code)}; use G, D or N.");
        var dotted = format is not "N";
        mark = format is "" or "G" ? Mark : Icd10Mark.None;
        var written = 0;
        for (var i = 0; i < Length; i++)
        {
            if (i == 3 && dotted) all[written++] = '.';
            all[written++] = (char)PackedText.CharAt(_packed, i);
        }

        return written;
    }

    static Icd10Code IParsable<Icd10Code>.Parse(string s, IFormatProvider? provider) =>
        Parse(s ?? throw new ArgumentNullException(nameof(s)));

    static bool IParsable<Icd10Code>.TryParse(string? s, IFormatProvider? provider, out Icd10Code result) =>
        TryRead<char>(s, out result, out _);

    static Icd10Code ISpanParsable<Icd10Code>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);

    static bool ISpanParsable<Icd10Code>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Icd10Code result) =>
        TryRead(s, out result, out _);

    static Icd10Code IUtf8SpanParsable<Icd10Code>.Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider) =>
        TryRead(utf8Text, out var code, out var error) ? code : throw CodeFormatException.FromUtf8(utf8Text, error);

    static bool IUtf8SpanParsable<Icd10Code>.TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out Icd10Code result) =>
        TryRead(utf8Text, out result, out _);

    /// <summary>Whether two codes are the same, marks included.</summary>
    public static bool operator ==(Icd10Code left, Icd10Code right) => left.Equals(right);

    /// <summary>Whether two codes differ.</summary>
    public static bool operator !=(Icd10Code left, Icd10Code right) => !left.Equals(right);

    /// <summary>Whether the first sorts before the second.</summary>
    public static bool operator <(Icd10Code left, Icd10Code right) => left.CompareTo(right) < 0;

    /// <summary>Whether the first sorts after the second.</summary>
    public static bool operator >(Icd10Code left, Icd10Code right) => left.CompareTo(right) > 0;

    /// <summary>Whether the first sorts before the second or equals it.</summary>
    public static bool operator <=(Icd10Code left, Icd10Code right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the first sorts after the second or equals it.</summary>
    public static bool operator >=(Icd10Code left, Icd10Code right) => left.CompareTo(right) >= 0;
}
