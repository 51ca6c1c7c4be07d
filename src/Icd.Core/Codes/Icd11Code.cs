using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Icd.Core.Codes;

/// <summary>A code of ICD-11 MMS: a stem code, an extension code or a chapter's number, in canonical upper case.</summary>
/// <remarks>
/// <para>Only the form is checked (ICD-11 Reference Guide, code structure); whether a release has the code is for its
/// release to say. Blocks have no code in ICD-11: entities carry a block id.</para>
/// <para>Lower case is accepted, I and O are not. The value is one 64-bit integer that sorts like the text, ordinally.
/// <c>default</c> is no code, prints as an empty string and is <see langword="null"/> in JSON.</para>
/// </remarks>
[TypeConverter(typeof(SpanParsableTypeConverter<Icd11Code>))]
[JsonConverter(typeof(CodeJsonConverter<Icd11Code>))]
public readonly struct Icd11Code : IEquatable<Icd11Code>, IComparable<Icd11Code>, IComparable,
    ISpanParsable<Icd11Code>, IUtf8SpanParsable<Icd11Code>, ISpanFormattable, IUtf8SpanFormattable
{
    /// <summary>The longest code, in characters: four, a point and two more.</summary>
    public const int MaxLength = 7;

    private readonly ulong _packed;

    internal Icd11Code(ulong packed) => _packed = packed;

    internal ulong Packed => _packed;

    /// <summary>What the code's form makes it.</summary>
    public Icd11CodeKind Kind => _packed == 0 ? Icd11CodeKind.None
        : PackedText.CharAt(_packed, 2) == 0 ? Icd11CodeKind.Chapter
        : PackedText.CharAt(_packed, 0) == 'X' ? Icd11CodeKind.Extension
        : Icd11CodeKind.Stem;

    /// <summary>Reads a code; a failure neither throws nor allocates.</summary>
    /// <param name="text">The code and nothing else: no space around it.</param>
    /// <param name="code">The code, or <c>default</c>.</param>
    /// <param name="error">Which rule is broken, and where.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out Icd11Code code, out SyntaxError error) =>
        TryRead(text, out code, out error);

    /// <inheritdoc cref="TryParse(ReadOnlySpan{char}, out Icd11Code, out SyntaxError)"/>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, out Icd11Code code, out SyntaxError error) =>
        TryRead(utf8Text, out code, out error);

    /// <summary>Reads a code; a failure neither throws nor allocates.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Icd11Code code) => TryRead(text, out code, out _);

    /// <summary>Reads a code and throws where <paramref name="text"/> is not one.</summary>
    /// <exception cref="CodeFormatException">Carries the error and its position.</exception>
    public static Icd11Code Parse(ReadOnlySpan<char> text) =>
        TryRead(text, out var code, out var error) ? code : throw new CodeFormatException(text, error);

    private static bool TryRead<T>(ReadOnlySpan<T> text, out Icd11Code code, out SyntaxError error)
        where T : unmanaged
    {
        var packed = Icd11CodeScanner.Read(text, 0, out var end);
        if (packed != 0 && end == text.Length)
        {
            code = new(packed);
            error = default;
            return true;
        }

        code = default;
        error = packed != 0 ? Icd11CodeScanner.Stray(text, end) : Icd11CodeScanner.Diagnose(text, 0, end);
        return false;
    }

    /// <inheritdoc/>
    public bool Equals(Icd11Code other) => _packed == other._packed;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is Icd11Code other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _packed.GetHashCode();

    /// <summary>Orders codes like their text, ordinally.</summary>
    public int CompareTo(Icd11Code other) => _packed.CompareTo(other._packed);

    /// <inheritdoc/>
    public int CompareTo(object? obj) => obj switch
    {
        null => 1,
        Icd11Code other => CompareTo(other),
        _ => throw new ArgumentException($"Cannot compare an {nameof(Icd11Code)} with a {obj.GetType()}.", nameof(obj)),
    };

    /// <summary>The code as text, such as <c>BA41.0</c>.</summary>
    public override string ToString() => PackedText.ToString(_packed);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => ToString();

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        PackedText.TryFormat(_packed, destination, out charsWritten);

    /// <inheritdoc/>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        PackedText.TryFormat(_packed, utf8Destination, out bytesWritten);

    static Icd11Code IParsable<Icd11Code>.Parse(string s, IFormatProvider? provider) =>
        Parse(s ?? throw new ArgumentNullException(nameof(s)));

    static bool IParsable<Icd11Code>.TryParse(string? s, IFormatProvider? provider, out Icd11Code result) =>
        TryRead<char>(s, out result, out _);

    static Icd11Code ISpanParsable<Icd11Code>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);

    static bool ISpanParsable<Icd11Code>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Icd11Code result) =>
        TryRead(s, out result, out _);

    static Icd11Code IUtf8SpanParsable<Icd11Code>.Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider) =>
        TryRead(utf8Text, out var code, out var error) ? code : throw CodeFormatException.FromUtf8(utf8Text, error);

    static bool IUtf8SpanParsable<Icd11Code>.TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out Icd11Code result) =>
        TryRead(utf8Text, out result, out _);

    /// <summary>Whether two codes are the same.</summary>
    public static bool operator ==(Icd11Code left, Icd11Code right) => left.Equals(right);

    /// <summary>Whether two codes differ.</summary>
    public static bool operator !=(Icd11Code left, Icd11Code right) => !left.Equals(right);

    /// <summary>Whether the first sorts before the second.</summary>
    public static bool operator <(Icd11Code left, Icd11Code right) => left.CompareTo(right) < 0;

    /// <summary>Whether the first sorts after the second.</summary>
    public static bool operator >(Icd11Code left, Icd11Code right) => left.CompareTo(right) > 0;

    /// <summary>Whether the first sorts before the second or equals it.</summary>
    public static bool operator <=(Icd11Code left, Icd11Code right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the first sorts after the second or equals it.</summary>
    public static bool operator >=(Icd11Code left, Icd11Code right) => left.CompareTo(right) >= 0;
}
