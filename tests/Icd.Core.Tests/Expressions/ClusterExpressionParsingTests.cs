using System.Text;
using Icd.Core.Codes;
using Icd.Core.Expressions;
using Icd.Core.Tests.Support;

namespace Icd.Core.Tests.Expressions;

public class ClusterExpressionParsingTests
{
    internal const string Uri = "http://id.who.int/icd/release/11/mms/1310075986";

    public static TheoryData<string, string, int, int, string> WellFormed => new()
    {
        { "5A11", "5A11", 1, 1, "a stem alone" },
        { "5a11&xk8g", "5A11&XK8G", 2, 1, "lower case" },
        { "2A00/5A11&XK8G", "2A00/5A11&XK8G", 3, 2, "two stems, one extended" },
        { "5A11&XK8G&XK8G", "5A11&XK8G&XK8G", 3, 1, "a repeated extension is kept" },
        { "5A11/5A11", "5A11/5A11", 2, 2, "a repeated stem is kept" },
        { " 5A11 \t&\r\n XK8G ", "5A11&XK8G", 2, 1, "space round separators and at both ends" },
        { "5A11&XN109&XK8G", "5A11&XK8G&XN109", 3, 1, "extensions are sorted" },
        { Uri, Uri, 1, 1, "a URI alone" },
        { $"{Uri}&XK8G", $"{Uri} & XK8G", 2, 1, "a URI and a code; spaced as soon as there is a URI" },
        { $"5A11&{Uri}/{Uri}", $"5A11 & {Uri} / {Uri}", 3, 2, "a URI may be an extension: only a release knows" },
        { $"{Uri}/other/5A11", $"{Uri}/other / 5A11", 2, 2, "/other belongs to the URI, the next slash separates" },
        { $"{Uri}/unspecified&XK8G", $"{Uri}/unspecified & XK8G", 2, 1, "/unspecified, then a separator" },
        { $"{Uri}/unspecified / {Uri}/other", $"{Uri}/unspecified / {Uri}/other", 2, 2, "residuals on both sides" },
        { $"{Uri}/5A11", $"{Uri} / 5A11", 2, 2, "a slash directly after an id separates" },
        { "https://id.who.int/icd/release/11/2024-01/mms/7/other", "http://id.who.int/icd/release/11/2024-01/mms/7/other", 1, 1, "versioned" },
        { "http://id.who.int/icd/entity/7/5A11", "http://id.who.int/icd/entity/7 / 5A11", 2, 2, "Foundation" },
    };

    [Theory, MemberData(nameof(WellFormed))]
    public void TryParse_WellFormed_GivesTheCanonicalForm(string text, string canonical, int members, int stems, string why)
    {
        Assert.True(ClusterExpression.TryParse(text, out var expression, out var error), $"{why}: {error.Describe(text)}");
        Assert.True(error.IsNone);
        Assert.Equal(canonical, expression.ToString());
        Assert.Equal((members, stems), (expression.Count, expression.StemCount));
        Assert.Equal(members > 1, expression.IsPostcoordinated);
        Assert.Equal(expression, ClusterExpression.Parse(canonical));
        Assert.True(ClusterExpression.TryParse(Encoding.UTF8.GetBytes(text), out var fromUtf8, out _));
        Assert.Equal(expression, fromUtf8);
    }

    public static TheoryData<string, SyntaxErrorKind, int, int, string> Malformed => new()
    {
        { "", SyntaxErrorKind.Empty, 0, 0, "empty" },
        { " \t\r\n", SyntaxErrorKind.Empty, 0, 0, "only space" },
        { "5A1", SyntaxErrorKind.IncompleteCode, 3, 0, "first code cut off" },
        { "5A11&XK8", SyntaxErrorKind.IncompleteCode, 8, 0, "last code cut off" },
        { "5A1 &XK8G", SyntaxErrorKind.IncompleteCode, 3, 0, "cut off before a space" },
        { "5A1/5A11", SyntaxErrorKind.IncompleteCode, 3, 0, "cut off before a separator" },
        { "5A11/BA41.ZZZ", SyntaxErrorKind.CodeTooLong, 12, 1, "second code too long" },
        { "5A11/BA410", SyntaxErrorKind.MissingPoint, 9, 0, "point missing in the second code" },
        { "5A11&XK8G.1", SyntaxErrorKind.MisplacedPoint, 9, 1, "point in an extension code" },
        { "5A11&XO8G", SyntaxErrorKind.LetterNotInAlphabet, 6, 1, "O in the second code" },
        { "5A11/E11.9", SyntaxErrorKind.Icd10Code, 6, 1, "ICD-10 code as second stem" },
        { "A17.0†", SyntaxErrorKind.Icd10Code, 1, 1, "ICD-10 code with dagger" },
        { "5A11/0A11", SyntaxErrorKind.UnexpectedCharacter, 5, 1, "first character of the second code" },
        { "5A11(XK8G)", SyntaxErrorKind.UnexpectedCharacter, 4, 1, "a bracket is no separator anyone means" },
        { "5A11😀", SyntaxErrorKind.UnexpectedCharacter, 4, 2, "character of two units" },
        { "05", SyntaxErrorKind.ChapterNotCodable, 0, 2, "chapter number" },
        { "5A11&X", SyntaxErrorKind.ChapterNotCodable, 5, 1, "chapter X is no extension code" },
        { "&XK8G", SyntaxErrorKind.LeadingSeparator, 0, 1, "begins with &" },
        { " /5A11", SyntaxErrorKind.LeadingSeparator, 1, 1, "begins with / after a space" },
        { "5A11& ", SyntaxErrorKind.TrailingSeparator, 4, 1, "ends with & and a space" },
        { "5A11/", SyntaxErrorKind.TrailingSeparator, 4, 1, "ends with /" },
        { "5A11&&XK8G", SyntaxErrorKind.RepeatedSeparator, 5, 1, "two &" },
        { "5A11 / & XK8G", SyntaxErrorKind.RepeatedSeparator, 7, 1, "two different ones with space between" },
        { "5A11 XK8G", SyntaxErrorKind.MissingSeparator, 5, 0, "only space between" },
        { $"{Uri}XK8G", SyntaxErrorKind.MissingSeparator, 47, 0, "a code glued to a URI" },
        { "5A11,XK8G", SyntaxErrorKind.UnknownSeparator, 4, 1, "comma" },
        { "5A11 + XK8G", SyntaxErrorKind.UnknownSeparator, 5, 1, "plus" },
        { "5A11\\5A10", SyntaxErrorKind.UnknownSeparator, 4, 1, "backslash" },
        { "5A11–5A10", SyntaxErrorKind.UnknownSeparator, 4, 1, "dash" },
        { "5A11＆XK8G", SyntaxErrorKind.UnknownSeparator, 4, 1, "full-width ampersand" },
        { "5A11∕5A10", SyntaxErrorKind.UnknownSeparator, 4, 1, "division slash" },
        { "XK8G", SyntaxErrorKind.ExtensionWithoutStem, 0, 4, "extension alone" },
        { "5A11/xk8g", SyntaxErrorKind.ExtensionWithoutStem, 5, 4, "extension after /" },
        { "5A11&2A00.0", SyntaxErrorKind.StemAfterAmpersand, 5, 6, "stem after &" },
        { "http://id.who.int/icd/entity/x", SyntaxErrorKind.UnknownUri, 29, 1, "no id" },
        { "5A11/http://example.org/5A11", SyntaxErrorKind.UnknownUri, 9, 19, "someone else's URI" },
        { "http://id.who.int/icd/release/11/icf/7", SyntaxErrorKind.UnknownUri, 0, 38, "ICF has a syntax of its own" },
        { "5A11&http://id.who.int/icd/release/11/icf/7/other", SyntaxErrorKind.UnknownUri, 5, 44, "ICF as an extension" },
        { $"{Uri}0", SyntaxErrorKind.UnknownUri, 48, 0, "id beyond 32 bits" },
        { $"{Uri}/otherwise", SyntaxErrorKind.LetterNotInAlphabet, 48, 1, "not a residual, so the slash separates" },
        { "http", SyntaxErrorKind.UnexpectedCharacter, 2, 1, "too short for a URI" },
        { "HTTP://id.who.int/icd/entity/7", SyntaxErrorKind.UnexpectedCharacter, 2, 1, "URIs are lower case" },
        { "5A11%26XK8G", SyntaxErrorKind.PercentEncoded, 4, 3, "encoded ampersand" },
        { "%35A11", SyntaxErrorKind.PercentEncoded, 0, 3, "encoded from the start" },
        { "5A11%2", SyntaxErrorKind.UnexpectedCharacter, 4, 1, "a percent sign that encodes nothing" },
        { "5A11\u00A0&XK8G", SyntaxErrorKind.InvisibleCharacter, 4, 1, "no-break space is no space" },
        { "\u200B5A11", SyntaxErrorKind.InvisibleCharacter, 0, 1, "zero-width space" },
        { "5A11&XK\u200D8G", SyntaxErrorKind.InvisibleCharacter, 7, 1, "joiner inside a code" },
        { "5A\u017F1", SyntaxErrorKind.UnexpectedCharacter, 2, 1, "long s" },
        { "5A11/５A11", SyntaxErrorKind.UnexpectedCharacter, 5, 1, "full-width digit" },
    };

    [Theory, MemberData(nameof(Malformed))]
    public void TryParse_Malformed_NamesTheRuleAndThePlace(string text, SyntaxErrorKind kind, int position, int length, string why)
    {
        Assert.False(ClusterExpression.TryParse(text, out var expression, out var error), why);
        Assert.Equal(new SyntaxError(kind, position, length), error);
        Assert.Equal(default, expression);
        Assert.False(ClusterExpression.TryParse(text, out _));
        Assert.Equal(error, Assert.Throws<CodeFormatException>(() => ClusterExpression.Parse(text)).Error);
        Agreement.Holds<ClusterExpression>(text, ClusterExpression.TryParse, ClusterExpression.TryParse);
    }

    [Theory]
    [InlineData("5A11＆XK8G", 4, 3, "full-width ampersand, three bytes")]
    [InlineData("5A11&😀", 5, 4, "four bytes")]
    [InlineData("5A11\u00A0", 4, 2, "two bytes")]
    public void TryParse_MalformedUtf8_CountsBytes(string text, int position, int length, string why)
    {
        Assert.False(ClusterExpression.TryParse(Encoding.UTF8.GetBytes(text), out _, out var error), why);
        Assert.Equal((position, length), (error.Position, error.Length));
    }

    [Fact]
    public void TryParse_Ranges_SayWhereEachMemberStands()
    {
        var text = $" 5A11 & XK8G/{Uri}/other ";
        Span<Range> ranges = new Range[ClusterExpression.MaxMembers];
        Assert.True(ClusterExpression.TryParse(text, out var expression, ranges, out _));
        Assert.Equal(["5A11", "XK8G", $"{Uri}/other"], ranges[..expression.Count].ToArray().Select(range => text[range]));
    }

    [Fact]
    public void TryParse_TooFewRanges_FillsThoseThereAre()
    {
        Span<Range> ranges = new Range[1];
        Assert.True(ClusterExpression.TryParse("5A11&XK8G", out var expression, ranges, out _));
        Assert.Equal(2, expression.Count);
        Assert.Equal(0..4, ranges[0]);
    }
}
