using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Icd.Core.Codes;

namespace Icd.Core.Expressions;

public readonly partial struct ClusterExpression
{
    /// <summary>Reads an expression; a failure neither throws nor allocates.</summary>
    /// <param name="text">The expression; space is allowed round separators and at both ends.</param>
    /// <param name="expression">The expression, or <c>default</c>.</param>
    /// <param name="error">Which rule is broken, and where. <see cref="ExpressionProposal"/> may know a mend.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out ClusterExpression expression, out SyntaxError error) =>
        TryRead(text, out expression, [], out error);

    /// <inheritdoc cref="TryParse(ReadOnlySpan{char}, out ClusterExpression, out SyntaxError)"/>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, out ClusterExpression expression, out SyntaxError error) =>
        TryRead(utf8Text, out expression, [], out error);

    /// <summary>Reads an expression and tells where each member stands, for messages that point into the text.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="expression">The expression, or <c>default</c>.</param>
    /// <param name="ranges">Filled for as many members as it has room for; <see cref="MaxMembers"/> is enough.</param>
    /// <param name="error">Which rule is broken, and where.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out ClusterExpression expression, Span<Range> ranges, out SyntaxError error) =>
        TryRead(text, out expression, ranges, out error);

    /// <summary>Reads an expression; a failure neither throws nor allocates.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out ClusterExpression expression) => TryRead(text, out expression, [], out _);

    /// <summary>Reads an expression and throws where <paramref name="text"/> is not one.</summary>
    /// <exception cref="CodeFormatException">Carries the error and its position.</exception>
    public static ClusterExpression Parse(ReadOnlySpan<char> text) =>
        TryRead(text, out var expression, [], out var error) ? expression : throw new CodeFormatException(text, error);

    private static bool TryRead<T>(ReadOnlySpan<T> text, out ClusterExpression expression, Span<Range> ranges, out SyntaxError error)
        where T : unmanaged
    {
        expression = default;
        error = ReadMembers(text, ref Unsafe.AsRef(in expression), ranges);
        if (error.IsNone) return true;
        expression = default;
        return false;
    }

    /// <summary>Fills <paramref name="target"/> in place: copying 272 bytes at the end would cost as much as parsing a code.</summary>
    private static SyntaxError ReadMembers<T>(ReadOnlySpan<T> text, ref ClusterExpression target, Span<Range> ranges)
        where T : unmanaged
    {
        var members = MemoryMarshal.CreateSpan(ref Unsafe.As<MemberBuffer, ulong>(ref Unsafe.AsRef(in target._members)), MaxMembers);
        var (count, stems) = (0, 0u);
        var separator = -1;
        var i = SkipSpace(text, 0);
        while (true)
        {
            if (i >= text.Length)
                return count == 0 ? new(SyntaxErrorKind.Empty, 0) : new(SyntaxErrorKind.TrailingSeparator, separator, 1);
            if (IsSeparator(AsciiUnit.At(text, i)))
                return new(count == 0 ? SyntaxErrorKind.LeadingSeparator : SyntaxErrorKind.RepeatedSeparator, i, 1);
            if (count == MaxMembers) return new(SyntaxErrorKind.TooManyMembers, i);

            var isStem = count == 0 || AsciiUnit.At(text, separator) == '/';
            var packed = ReadMember(text, i, isStem, out var end, out var error);
            if (packed == 0) return error;
            if (count < ranges.Length) ranges[count] = i..end;
            if (isStem) stems |= 1u << count;
            members[count++] = packed;

            i = SkipSpace(text, end);
            if (i >= text.Length) break;
            if (!IsSeparator(AsciiUnit.At(text, i))) return DiagnoseSeparator(text, i);
            separator = i;
            i = SkipSpace(text, i + 1);
        }

        Unsafe.AsRef(in target._stems) = stems;
        Unsafe.AsRef(in target._count) = (byte)count;
        return default;
    }

    private static ulong ReadMember<T>(ReadOnlySpan<T> text, int start, bool isStem, out int end, out SyntaxError error)
        where T : unmanaged
    {
        error = default;
        var packed = Icd11CodeScanner.Read(text, start, out end);
        if (packed != 0)
        {
            // A code has at least four characters; only chapter numbers are shorter.
            var isExtension = (packed >> 56) == 'X';
            if (end - start >= 4 && isExtension != isStem) return packed;
            var kind = end - start < 4 ? SyntaxErrorKind.ChapterNotCodable
                : isExtension ? SyntaxErrorKind.ExtensionWithoutStem
                : SyntaxErrorKind.StemAfterAmpersand;
            error = new(kind, start, end - start);
            return 0;
        }

        // "HTTP" has the shape of no code: its third place is no digit.
        if (!LooksLikeUri(text, start))
        {
            error = Icd11CodeScanner.Diagnose(text, start, end);
            return 0;
        }

        packed = EntityUriScanner.Read(text, start, out end);
        if (packed != 0 && EntityUriIsInMms(packed)) return packed;
        error = new(SyntaxErrorKind.UnknownUri, packed != 0 ? start : end, packed != 0 ? end - start : text.Length - end);
        return 0;
    }

    /// <summary>ICF has its own syntax; an ICF entity is no member of a cluster.</summary>
    private static bool EntityUriIsInMms(ulong packed) => new EntityUri(packed).Linearization != Linearization.Icf;

    private static bool LooksLikeUri<T>(ReadOnlySpan<T> text, int start) where T : unmanaged =>
        text.Length - start > 4
        && AsciiUnit.At(text, start) == 'h' && AsciiUnit.At(text, start + 1) == 't'
        && AsciiUnit.At(text, start + 2) == 't' && AsciiUnit.At(text, start + 3) == 'p';

    private static bool IsSeparator(uint unit) => unit is '&' or '/';

    private static int SkipSpace<T>(ReadOnlySpan<T> text, int position) where T : unmanaged
    {
        while (position < text.Length && AsciiUnit.IsSpace(AsciiUnit.At(text, position))) position++;
        return position;
    }

    private static SyntaxError DiagnoseSeparator<T>(ReadOnlySpan<T> text, int position) where T : unmanaged
    {
        if (AsciiUnit.ClassOf(AsciiUnit.At(text, position)) != 0) return new(SyntaxErrorKind.MissingSeparator, position);
        var stray = Icd11CodeScanner.Stray(text, position);
        var (scalar, length) = Icd11CodeScanner.ScalarAt(text, position);
        // What people and programs put between codes: list separators, other slashes, full-width forms.
        const string mistaken = ",;+|\\:_-–&/⁄∕＆／";
        return stray.Kind == SyntaxErrorKind.UnexpectedCharacter && scalar <= char.MaxValue && mistaken.Contains((char)scalar)
            ? new(SyntaxErrorKind.UnknownSeparator, position, length)
            : stray;
    }

    static ClusterExpression IParsable<ClusterExpression>.Parse(string s, IFormatProvider? provider) =>
        Parse(s ?? throw new ArgumentNullException(nameof(s)));

    static bool IParsable<ClusterExpression>.TryParse(string? s, IFormatProvider? provider, out ClusterExpression result) =>
        TryRead<char>(s, out result, [], out _);

    static ClusterExpression ISpanParsable<ClusterExpression>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);

    static bool ISpanParsable<ClusterExpression>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out ClusterExpression result) =>
        TryRead(s, out result, [], out _);

    static ClusterExpression IUtf8SpanParsable<ClusterExpression>.Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider) =>
        TryRead(utf8Text, out var expression, [], out var error) ? expression : throw CodeFormatException.FromUtf8(utf8Text, error);

    static bool IUtf8SpanParsable<ClusterExpression>.TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out ClusterExpression result) =>
        TryRead(utf8Text, out result, [], out _);
}
