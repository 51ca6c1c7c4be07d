using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Icd.Core.Codes;

/// <summary>WHO's identifier of an entity, such as <c>http://id.who.int/icd/release/11/mms/1310075986/unspecified</c>.</summary>
/// <remarks>
/// <para>Forms (ICD-API v2): <c>icd/entity/{id}</c>, <c>icd/release/11/{linearization}/{id}</c> and
/// <c>icd/release/11/{release}/{linearization}/{id}</c>, the latter two optionally with <c>/other</c> or
/// <c>/unspecified</c>. <c>https</c> is accepted, the canonical form is <c>http</c> as WHO writes it. A Foundation entity has
/// no residuals.</para>
/// <para>One 64-bit integer; <c>default</c> is no URI, prints as an empty string and is <see langword="null"/> in JSON.</para>
/// </remarks>
[TypeConverter(typeof(SpanParsableTypeConverter<EntityUri>))]
[JsonConverter(typeof(CodeJsonConverter<EntityUri>))]
public readonly struct EntityUri : IEquatable<EntityUri>, ISpanParsable<EntityUri>, IUtf8SpanParsable<EntityUri>,
    ISpanFormattable, IUtf8SpanFormattable
{
    /// <summary>The longest URI, in characters: versioned MMS with a ten-digit id and <c>/unspecified</c>.</summary>
    public const int MaxLength = 67;

    // Bit 63 marks a URI, so that it can share a field with a packed code, whose first byte is ASCII.
    private const ulong UriBit = 1UL << 63;
    private const int ResidualShift = 61, LinearizationShift = 57, YearShift = 50, MonthShift = 46;

    private readonly ulong _packed;

    internal EntityUri(ulong packed) => _packed = packed;

    internal ulong Packed => _packed;

    internal static bool IsUri(ulong packed) => (packed & UriBit) != 0;

    /// <summary>A URI from its parts.</summary>
    /// <exception cref="ArgumentException">A Foundation URI has neither release nor residual.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The id is 0, or an enum value is none of the defined ones.</exception>
    public static EntityUri Create(Linearization linearization, uint id, Residual residual = Residual.None, ReleaseId release = default)
    {
        ArgumentOutOfRangeException.ThrowIfZero(id);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((byte)linearization, (byte)Linearization.Icf, nameof(linearization));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((byte)residual, (byte)Residual.Unspecified, nameof(residual));
        if (linearization == Linearization.Foundation && (residual != Residual.None || !release.IsNone))
            throw new ArgumentException("A Foundation entity has neither residuals nor releases.", nameof(residual));
        return new(Pack(linearization, id, residual, release));
    }

    private static ulong Pack(Linearization linearization, uint id, Residual residual, ReleaseId release) =>
        UriBit | ((ulong)residual << ResidualShift) | ((ulong)linearization << LinearizationShift)
        | ((ulong)(release.IsNone ? 0 : release.Year - ReleaseId.FirstYear) << YearShift) | ((ulong)release.Month << MonthShift) | id;

    /// <summary>Which tree, or the Foundation.</summary>
    public Linearization Linearization => (Linearization)((_packed >> LinearizationShift) & 0xF);

    /// <summary>WHO's number of the entity, the same in the Foundation and all linearizations; for a residual its parent's.</summary>
    public uint Id => (uint)_packed;

    /// <summary>Whether this is a residual below the entity <see cref="Id"/>.</summary>
    public Residual Residual => (Residual)((_packed >> ResidualShift) & 3);

    /// <summary>The release of a versioned URI; <c>default</c> for an unversioned one.</summary>
    public ReleaseId Release
    {
        get
        {
            var year = (int)((_packed >> YearShift) & 0x7F);
            return year == 0 ? default : ReleaseId.Create(year + ReleaseId.FirstYear, (int)((_packed >> MonthShift) & 0xF));
        }
    }

    /// <summary>The same entity without a release.</summary>
    public EntityUri Unversioned => this == default ? default : new(Pack(Linearization, Id, Residual, default));

    /// <summary>Reads a URI; a failure neither throws nor allocates.</summary>
    /// <param name="text">The URI and nothing else.</param>
    /// <param name="uri">The URI, or <c>default</c>.</param>
    /// <param name="error">Which rule is broken, and where.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out EntityUri uri, out SyntaxError error) => TryReadAll(text, out uri, out error);

    /// <inheritdoc cref="TryParse(ReadOnlySpan{char}, out EntityUri, out SyntaxError)"/>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, out EntityUri uri, out SyntaxError error) => TryReadAll(utf8Text, out uri, out error);

    /// <summary>Reads a URI; a failure neither throws nor allocates.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out EntityUri uri) => TryReadAll(text, out uri, out _);

    /// <summary>Reads a URI and throws where <paramref name="text"/> is not one.</summary>
    /// <exception cref="CodeFormatException">Carries the error and its position.</exception>
    public static EntityUri Parse(ReadOnlySpan<char> text) =>
        TryReadAll(text, out var uri, out var error) ? uri : throw new CodeFormatException(text, error);

    private static bool TryReadAll<T>(ReadOnlySpan<T> text, out EntityUri uri, out SyntaxError error) where T : unmanaged
    {
        var packed = EntityUriScanner.Read(text, 0, out var end);
        if (packed != 0 && end == text.Length)
        {
            (uri, error) = (new(packed), default);
            return true;
        }

        uri = default;
        error = text.IsEmpty ? new(SyntaxErrorKind.Empty, 0) : new(SyntaxErrorKind.UnknownUri, Math.Min(end, text.Length), text.Length - end);
        return false;
    }

    /// <inheritdoc/>
    public bool Equals(EntityUri other) => _packed == other._packed;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is EntityUri other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _packed.GetHashCode();

    /// <summary>The canonical URI.</summary>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        Span<char> buffer = stackalloc char[MaxLength];
        TryFormat(buffer, out var written, format, formatProvider);
        return buffer[..written].ToString();
    }

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null)
    {
        charsWritten = 0;
        if (_packed == 0) return true;
        var invariant = CultureInfo.InvariantCulture;
        if (Linearization == Linearization.Foundation)
            return destination.TryWrite(invariant, $"{EntityUriScanner.EntityPrefix}{Id}", out charsWritten);

        // Digits written in place: ReleaseId.ToString would allocate for every versioned URI.
        Span<char> version = stackalloc char[8];
        var (release, versionLength) = (Release, 0);
        if (release.Month != 0) version.TryWrite(invariant, $"{release.Year}-{release.Month:D2}/", out versionLength);
        else if (!release.IsNone) version.TryWrite(invariant, $"{release.Year}/", out versionLength);
        return destination.TryWrite(
            invariant,
            $"{EntityUriScanner.ReleasePrefix}{version[..versionLength]}{EntityUriScanner.NameOf(Linearization)}/{Id}{EntityUriScanner.SuffixOf(Residual)}",
            out charsWritten);
    }

    /// <inheritdoc/>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null)
    {
        Span<char> all = stackalloc char[MaxLength];
        TryFormat(all, out var length, format, provider);
        return System.Text.Encoding.UTF8.TryGetBytes(all[..length], utf8Destination, out bytesWritten);
    }

    static EntityUri IParsable<EntityUri>.Parse(string s, IFormatProvider? provider) =>
        Parse(s ?? throw new ArgumentNullException(nameof(s)));

    static bool IParsable<EntityUri>.TryParse(string? s, IFormatProvider? provider, out EntityUri result) =>
        TryReadAll<char>(s, out result, out _);

    static EntityUri ISpanParsable<EntityUri>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);

    static bool ISpanParsable<EntityUri>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out EntityUri result) =>
        TryReadAll(s, out result, out _);

    static EntityUri IUtf8SpanParsable<EntityUri>.Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider) =>
        TryReadAll(utf8Text, out var uri, out var error) ? uri : throw CodeFormatException.FromUtf8(utf8Text, error);

    static bool IUtf8SpanParsable<EntityUri>.TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out EntityUri result) =>
        TryReadAll(utf8Text, out result, out _);

    /// <summary>Whether two URIs are the same, release included.</summary>
    public static bool operator ==(EntityUri left, EntityUri right) => left.Equals(right);

    /// <summary>Whether two URIs differ.</summary>
    public static bool operator !=(EntityUri left, EntityUri right) => !left.Equals(right);
}
