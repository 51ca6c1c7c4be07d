using Icd.Core.Codes;

namespace Icd.Core.Expressions;

/// <summary>Mends a malformed expression where the mend is the likely meaning, for a person to accept or refuse.</summary>
/// <remarks>Never applied silently: a proposal may be a different diagnosis from the one that was meant.</remarks>
public static class ExpressionProposal
{
    /// <summary>One text needs few mends; more than this is not a slip of the pen.</summary>
    private const int MostMends = 8;

    /// <summary>A well-formed expression close to <paramref name="text"/>, its members as written.</summary>
    /// <returns><see langword="null"/> where the text is well-formed already, or no mend is likely.</returns>
    public static string? For(ReadOnlySpan<char> text)
    {
        var candidate = text.ToString();
        for (var mends = 0; mends <= MostMends; mends++)
        {
            if (ClusterExpression.TryParse(candidate, out var expression, out var error))
                return mends == 0 ? null : expression.ToString("W", null);
            if (error.Position > candidate.Length || Mend(candidate, error) is not { } mended) return null;
            candidate = mended;
        }

        return null;
    }

    private static string? Mend(string text, SyntaxError error)
    {
        var at = error.Position;
        return error.Kind switch
        {
            SyntaxErrorKind.LetterNotInAlphabet => Replace(text, at, 1, text[at] is 'o' or 'O' ? "0" : "1"),
            SyntaxErrorKind.MissingPoint => Replace(text, at, 0, "."),
            SyntaxErrorKind.MisplacedPoint => Replace(text, at, 1, ""),
            SyntaxErrorKind.LeadingSeparator or SyntaxErrorKind.TrailingSeparator or SyntaxErrorKind.RepeatedSeparator =>
                Replace(text, at, 1, ""),
            SyntaxErrorKind.MissingSeparator => Replace(text, at, 0, SeparatorBefore(text, at)),
            SyntaxErrorKind.UnknownSeparator => Replace(text, at, error.Length, SeparatorBefore(text, at + error.Length)),
            SyntaxErrorKind.ExtensionWithoutStem when PrecedingSeparator(text, at) is >= 0 and var i => Replace(text, i, 1, "&"),
            SyntaxErrorKind.StemAfterAmpersand when PrecedingSeparator(text, at) is >= 0 and var i => Replace(text, i, 1, "/"),
            SyntaxErrorKind.PercentEncoded => Unescape(text),
            // A space keeps two codes apart; inside a code the next round refuses it.
            SyntaxErrorKind.InvisibleCharacter => Replace(text, at, error.Length, char.IsWhiteSpace(text[at]) ? " " : ""),
            SyntaxErrorKind.UnexpectedCharacter when HtmlAmpersandAround(text, at) is >= 0 and var i => Replace(text, i, "&amp;".Length, "&"),
            _ => null,
        };
    }

    private static string Replace(string text, int position, int length, string replacement) =>
        string.Concat(text.AsSpan(0, position), replacement, text.AsSpan(position + length));

    private static string SeparatorBefore(string text, int position)
    {
        var rest = text.AsSpan(position).TrimStart();
        return rest.StartsWith("x", StringComparison.OrdinalIgnoreCase) ? "&" : "/";
    }

    private static int PrecedingSeparator(string text, int position) =>
        position == 0 ? -1 : text.LastIndexOfAny(['&', '/'], position - 1);

    private static string? Unescape(string text)
    {
        var decoded = Uri.UnescapeDataString(text);
        return decoded == text ? null : decoded;
    }

    /// <summary>Where the <c>&amp;amp;</c> begins that made the error; its p is the first character no code has at that place.</summary>
    private static int HtmlAmpersandAround(string text, int position)
    {
        var start = position - "&am".Length;
        return start >= 0 && text.AsSpan(start).StartsWith("&amp;", StringComparison.OrdinalIgnoreCase) ? start : -1;
    }
}
