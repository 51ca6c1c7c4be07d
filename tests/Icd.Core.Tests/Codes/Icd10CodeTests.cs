using System.Text;
using Icd.Core.Codes;
using Icd.Core.Tests.Support;

namespace Icd.Core.Tests.Codes;

public class Icd10CodeTests
{
    public static TheoryData<string, string, Icd10Mark, string> WellFormed => new()
    {
        { "I21", "I21", Icd10Mark.None, "category; I and O are ICD-10 letters" },
        { "O80", "O80", Icd10Mark.None, "letter O" },
        { "E11.9", "E11.9", Icd10Mark.None, "with point" },
        { "E119", "E11.9", Icd10Mark.None, "without point, as in Norwegian lists" },
        { "e11.9", "E11.9", Icd10Mark.None, "lower case" },
        { "C50.11", "C50.11", Icd10Mark.None, "five characters" },
        { "A17.0†", "A17.0", Icd10Mark.Dagger, "dagger" },
        { "A17.0+", "A17.0", Icd10Mark.Dagger, "dagger typed as a plus" },
        { "A170†", "A17.0", Icd10Mark.Dagger, "dagger, no point" },
        { "G01*", "G01", Icd10Mark.Asterisk, "asterisk on a category" },
        { "V0n0a", "V0n.0a", Icd10Mark.None, "Norwegian national code" },
        { "V0N0A", "V0n.0a", Icd10Mark.None, "the same in upper case" },
        { "v0n.0A", "V0n.0a", Icd10Mark.None, "the same in mixed case, with point" },
        { "W0s", "W0s", Icd10Mark.None, "national group s" },
        { "X4tx", "X4t.x", Icd10Mark.None, "national group t, unknown place" },
        { "V01.X9", "V01.x9", Icd10Mark.None, "placeholder x is a character of the code" },
        { "X590a", "X59.0a", Icd10Mark.None, "X is an ordinary letter in ICD-10" },
        { "U07.1", "U07.1", Icd10Mark.None, "codes for special purposes" },
    };

    [Theory, MemberData(nameof(WellFormed))]
    public void TryParse_WellFormedCode_GivesTheCanonicalCode(string text, string unmarked, Icd10Mark mark, string why)
    {
        Assert.True(Icd10Code.TryParse(text, out var code, out var error), why);
        Assert.True(error.IsNone);
        Assert.Equal(unmarked, code.WithoutMark.ToString());
        Assert.Equal(mark, code.Mark);
        Assert.Equal(unmarked.Replace(".", "").Length, code.Length);
        Assert.Equal(unmarked[..3], code.Category.ToString());
        Assert.True(Icd10Code.TryParse(Encoding.UTF8.GetBytes(text), out var fromUtf8, out _));
        Assert.Equal(code, fromUtf8);
        Assert.Equal(code, Icd10Code.Parse(text));
    }

    public static TheoryData<string, SyntaxErrorKind, int, int, string> Malformed => new()
    {
        { "", SyntaxErrorKind.Empty, 0, 0, "empty cell" },
        { "E1", SyntaxErrorKind.IncompleteCode, 2, 0, "two characters" },
        { "E11.", SyntaxErrorKind.IncompleteCode, 4, 0, "point with nothing after it" },
        { "E11.†", SyntaxErrorKind.IncompleteCode, 4, 0, "a dagger is no subdivision" },
        { "E11.999", SyntaxErrorKind.CodeTooLong, 6, 1, "six characters" },
        { "E11999x", SyntaxErrorKind.CodeTooLong, 5, 2, "seven characters without point" },
        { "E1.19", SyntaxErrorKind.MisplacedPoint, 2, 1, "point after two characters" },
        { "E119.9", SyntaxErrorKind.MisplacedPoint, 4, 1, "point after four characters" },
        { "E11..9", SyntaxErrorKind.MisplacedPoint, 4, 1, "two points" },
        { ".E11", SyntaxErrorKind.MisplacedPoint, 0, 1, "point first" },
        { "E11.9.", SyntaxErrorKind.MisplacedPoint, 5, 1, "point last" },
        { "E11.-", SyntaxErrorKind.NotASingleCode, 4, 1, "placeholder for any subdivision" },
        { "E11-", SyntaxErrorKind.NotASingleCode, 3, 1, "the same without point" },
        { "E10-E14", SyntaxErrorKind.NotASingleCode, 3, 4, "range" },
        { "E11.0-E11.9", SyntaxErrorKind.NotASingleCode, 5, 6, "range of subdivisions" },
        { "BA41.0", SyntaxErrorKind.Icd11Code, 0, 6, "ICD-11 stem code" },
        { "1a00", SyntaxErrorKind.Icd11Code, 0, 4, "ICD-11 stem code beginning with a digit" },
        { "XK8G", SyntaxErrorKind.Icd11Code, 0, 4, "ICD-11 extension code" },
        { "11.9", SyntaxErrorKind.UnexpectedCharacter, 0, 1, "letter missing" },
        { "EE1", SyntaxErrorKind.UnexpectedCharacter, 1, 1, "letter in second place, yet no ICD-11 code" },
        { "E1O", SyntaxErrorKind.UnexpectedCharacter, 2, 1, "O typed for zero" },
        { "E11.A", SyntaxErrorKind.UnexpectedCharacter, 4, 1, "a letter in fourth place is always x" },
        { "E11.9 ", SyntaxErrorKind.UnexpectedCharacter, 5, 1, "trailing space" },
        { "E11,9", SyntaxErrorKind.UnexpectedCharacter, 3, 1, "comma for point" },
        { "E11.9††", SyntaxErrorKind.UnexpectedCharacter, 6, 1, "two daggers" },
        { "E11.9†0", SyntaxErrorKind.UnexpectedCharacter, 6, 1, "subdivision after the dagger" },
        { "E1†", SyntaxErrorKind.UnexpectedCharacter, 2, 1, "dagger inside the category" },
        { "†E11", SyntaxErrorKind.UnexpectedCharacter, 0, 1, "dagger first" },
        { "\u017F11", SyntaxErrorKind.UnexpectedCharacter, 0, 1, "long s, which a Unicode upper-casing accepts as S" },
        { "W0\u017F", SyntaxErrorKind.UnexpectedCharacter, 2, 1, "long s as national group letter" },
        { "E１1", SyntaxErrorKind.UnexpectedCharacter, 1, 1, "full-width digit" },
        { "E11.9\u00A0", SyntaxErrorKind.InvisibleCharacter, 5, 1, "no-break space" },
        { "E11.9\r\n", SyntaxErrorKind.InvisibleCharacter, 5, 1, "line end of the file" },
        { "E11%2E9", SyntaxErrorKind.PercentEncoded, 3, 3, "point still percent-encoded" },
    };

    [Theory, MemberData(nameof(Malformed))]
    public void TryParse_MalformedCode_NamesTheRuleAndThePlace(string text, SyntaxErrorKind kind, int position, int length, string why)
    {
        Assert.False(Icd10Code.TryParse(text, out var code, out var error), why);
        Assert.Equal(new SyntaxError(kind, position, length), error);
        Assert.Equal(default, code);
        Assert.False(Icd10Code.TryParse(text, out _));
        Assert.Equal(error, Assert.Throws<CodeFormatException>(() => Icd10Code.Parse(text)).Error);
        Agreement.Holds<Icd10Code>(text, Icd10Code.TryParse, Icd10Code.TryParse);
    }

    [Theory]
    [InlineData("E11.9††", 8, 3, "a dagger is three bytes in UTF-8")]
    [InlineData("E11.†", 4, 0, "nothing where a subdivision should be")]
    [InlineData("E11.9†\u00A0", 8, 2, "no-break space after a dagger")]
    public void TryParse_MalformedUtf8_CountsBytes(string text, int position, int length, string why)
    {
        Assert.False(Icd10Code.TryParse(Encoding.UTF8.GetBytes(text), out _, out var error), why);
        Assert.Equal((position, length), (error.Position, error.Length));
    }

    [Fact]
    public void TryParse_AMegabyteOfCodeCharacters_IsTooLong()
    {
        Assert.False(Icd10Code.TryParse("E11" + new string('9', 1 << 20), out _, out var error));
        Assert.Equal(new SyntaxError(SyntaxErrorKind.CodeTooLong, 5, (1 << 20) - 2), error);
    }
}
