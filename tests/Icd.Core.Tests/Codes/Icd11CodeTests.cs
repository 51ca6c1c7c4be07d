using System.Text;
using Icd.Core.Codes;
using Icd.Core.Tests.Support;

namespace Icd.Core.Tests.Codes;

public class Icd11CodeTests
{
    public static TheoryData<string, string, Icd11CodeKind, string> WellFormed => new()
    {
        { "1A00", "1A00", Icd11CodeKind.Stem, "four characters, first category of chapter 1" },
        { "BA41.0", "BA41.0", Icd11CodeKind.Stem, "one place after the point" },
        { "8A68.Z0", "8A68.Z0", Icd11CodeKind.Stem, "two places after the point, the longest form" },
        { "VD00", "VD00", Icd11CodeKind.Stem, "chapter V is no extension" },
        { "ba41.0", "BA41.0", Icd11CodeKind.Stem, "lower case" },
        { "bA41.z", "BA41.Z", Icd11CodeKind.Stem, "mixed case" },
        { "5A1Z", "5A1Z", Icd11CodeKind.Stem, "letter in fourth place" },
        { "XK8G", "XK8G", Icd11CodeKind.Extension, "shortest extension code" },
        { "XS8H1", "XS8H1", Icd11CodeKind.Extension, "five characters, without a point" },
        { "XM0AB2", "XM0AB2", Icd11CodeKind.Extension, "longest extension code" },
        { "xk8g", "XK8G", Icd11CodeKind.Extension, "lower case x" },
        { "01", "01", Icd11CodeKind.Chapter, "first chapter" },
        { "26", "26", Icd11CodeKind.Chapter, "last numbered chapter" },
        { "v", "V", Icd11CodeKind.Chapter, "functioning" },
        { "X", "X", Icd11CodeKind.Chapter, "extension codes" },
    };

    [Theory, MemberData(nameof(WellFormed))]
    public void TryParse_WellFormedCode_GivesTheCanonicalCode(string text, string canonical, Icd11CodeKind kind, string why)
    {
        Assert.True(Icd11Code.TryParse(text, out var code, out var error), why);
        Assert.True(error.IsNone);
        Assert.Equal(canonical, code.ToString());
        Assert.Equal(kind, code.Kind);
        Assert.True(Icd11Code.TryParse(Encoding.UTF8.GetBytes(text), out var fromUtf8, out _));
        Assert.Equal(code, fromUtf8);
        Assert.Equal(code, Icd11Code.Parse(text));
    }

    public static TheoryData<string, SyntaxErrorKind, int, int, string> Malformed => new()
    {
        { "", SyntaxErrorKind.Empty, 0, 0, "empty cell" },
        { "BA4", SyntaxErrorKind.IncompleteCode, 3, 0, "three characters" },
        { "BA41.", SyntaxErrorKind.IncompleteCode, 5, 0, "point with nothing after it" },
        { "27", SyntaxErrorKind.IncompleteCode, 2, 0, "there is no chapter 27" },
        { "00", SyntaxErrorKind.IncompleteCode, 2, 0, "there is no chapter 0" },
        { "A", SyntaxErrorKind.IncompleteCode, 1, 0, "only V and X are one letter" },
        { "XK8", SyntaxErrorKind.IncompleteCode, 3, 0, "extension code cut off" },
        { "BA41.ZZZ", SyntaxErrorKind.CodeTooLong, 7, 1, "one place too many" },
        { "BA41000", SyntaxErrorKind.CodeTooLong, 4, 3, "a point would not mend it" },
        { "BA410.0", SyntaxErrorKind.CodeTooLong, 4, 3, "five characters before the point" },
        { "XS8H123", SyntaxErrorKind.CodeTooLong, 6, 1, "extension code of seven characters" },
        { "BA410", SyntaxErrorKind.MissingPoint, 4, 0, "point forgotten, one place" },
        { "8A68Z0", SyntaxErrorKind.MissingPoint, 4, 0, "point forgotten, two places" },
        { "BA4.10", SyntaxErrorKind.MisplacedPoint, 3, 1, "point where ICD-10 has it" },
        { "B.A41", SyntaxErrorKind.MisplacedPoint, 1, 1, "point in second place" },
        { ".BA41", SyntaxErrorKind.MisplacedPoint, 0, 1, "point first" },
        { "BA41.0.", SyntaxErrorKind.MisplacedPoint, 6, 1, "second point" },
        { "XK8G.1", SyntaxErrorKind.MisplacedPoint, 4, 1, "extension codes have no point" },
        { "0A00", SyntaxErrorKind.UnexpectedCharacter, 0, 1, "no stem code begins with 0" },
        { "11A0", SyntaxErrorKind.UnexpectedCharacter, 1, 1, "digit in second place, yet no ICD-10 code" },
        { "BAA1", SyntaxErrorKind.UnexpectedCharacter, 2, 1, "letter in third place" },
        { "BA41 ", SyntaxErrorKind.UnexpectedCharacter, 4, 1, "trailing space is not trimmed away unseen" },
        { " BA41", SyntaxErrorKind.UnexpectedCharacter, 0, 1, "leading space" },
        { "BA41†", SyntaxErrorKind.UnexpectedCharacter, 4, 1, "daggers belong to ICD-10" },
        { "BA4-", SyntaxErrorKind.UnexpectedCharacter, 3, 1, "hyphen inside" },
        { "BA41😀", SyntaxErrorKind.UnexpectedCharacter, 4, 2, "a character of two UTF-16 units counts as a whole" },
        { "BA4O.Z", SyntaxErrorKind.LetterNotInAlphabet, 3, 1, "O typed for zero" },
        { "IA00", SyntaxErrorKind.LetterNotInAlphabet, 0, 1, "I typed for one" },
        { "5a1i", SyntaxErrorKind.LetterNotInAlphabet, 3, 1, "lower-case i" },
        { "5o11", SyntaxErrorKind.LetterNotInAlphabet, 1, 1, "lower-case o" },
        { "E11.9", SyntaxErrorKind.Icd10Code, 1, 1, "ICD-10 code" },
        { "I21", SyntaxErrorKind.Icd10Code, 1, 1, "ICD-10 code whose letter ICD-11 lacks: habit explains more than the alphabet" },
        { "A17.0†", SyntaxErrorKind.Icd10Code, 1, 1, "ICD-10 code with a dagger" },
        { "e119", SyntaxErrorKind.Icd10Code, 1, 1, "ICD-10 code as Norwegian lists write it, lower case" },
        { "V0n0a", SyntaxErrorKind.Icd10Code, 1, 1, "Norwegian national code" },
        { "B\u017F41", SyntaxErrorKind.UnexpectedCharacter, 1, 1, "long s, which a Unicode upper-casing accepts as S" },
        { "ＢＡ４１", SyntaxErrorKind.UnexpectedCharacter, 0, 1, "full-width letters" },
        { "BA４1", SyntaxErrorKind.UnexpectedCharacter, 2, 1, "full-width digit, a digit to char.IsDigit" },
        { "BA٤1", SyntaxErrorKind.UnexpectedCharacter, 2, 1, "Arabic-Indic digit" },
        { "BA41\u00A0", SyntaxErrorKind.InvisibleCharacter, 4, 1, "no-break space from a document" },
        { "\uFEFFBA41", SyntaxErrorKind.InvisibleCharacter, 0, 1, "byte order mark" },
        { "BA\u00AD41", SyntaxErrorKind.InvisibleCharacter, 2, 1, "soft hyphen" },
        { "BA41\t", SyntaxErrorKind.InvisibleCharacter, 4, 1, "tab" },
        { "BA\041", SyntaxErrorKind.InvisibleCharacter, 2, 1, "NUL" },
        { "BA41%2E0", SyntaxErrorKind.PercentEncoded, 4, 3, "point still percent-encoded" },
        { "BA41%", SyntaxErrorKind.UnexpectedCharacter, 4, 1, "a percent sign alone encodes nothing" },
        { "BA41&XK8G", SyntaxErrorKind.UnexpectedCharacter, 4, 1, "an expression is not a code" },
        { "\uD800A00", SyntaxErrorKind.UnexpectedCharacter, 0, 1, "half a surrogate pair" },
    };

    [Theory, MemberData(nameof(Malformed))]
    public void TryParse_MalformedCode_NamesTheRuleAndThePlace(string text, SyntaxErrorKind kind, int position, int length, string why)
    {
        Assert.False(Icd11Code.TryParse(text, out var code, out var error), why);
        Assert.Equal(new SyntaxError(kind, position, length), error);
        Assert.Equal(default, code);
        Assert.False(Icd11Code.TryParse(text, out _));
        Assert.Equal(error, Assert.Throws<CodeFormatException>(() => Icd11Code.Parse(text)).Error);
        Agreement.Holds<Icd11Code>(text, Icd11Code.TryParse, Icd11Code.TryParse);
    }

    [Theory]
    [InlineData("BA41€", 4, 3, "three bytes in UTF-8")]
    [InlineData("😀BA41", 0, 4, "four bytes in UTF-8")]
    [InlineData("BA41\u00A0", 4, 2, "two bytes in UTF-8")]
    public void TryParse_MalformedUtf8_CountsBytes(string text, int position, int length, string why)
    {
        Assert.False(Icd11Code.TryParse(Encoding.UTF8.GetBytes(text), out _, out var error), why);
        Assert.Equal((position, length), (error.Position, error.Length));
    }

    [Fact]
    public void TryParse_InvalidUtf8_IsAnUnexpectedCharacter()
    {
        Assert.False(Icd11Code.TryParse([(byte)'B', (byte)'A', 0xFF, (byte)'1'], out _, out var error));
        Assert.Equal(new SyntaxError(SyntaxErrorKind.UnexpectedCharacter, 2, 1), error);
    }

    [Fact]
    public void TryParse_AMegabyteOfCodeCharacters_IsTooLong()
    {
        Assert.False(Icd11Code.TryParse("BA41.0" + new string('0', 1 << 20), out _, out var error));
        Assert.Equal(new SyntaxError(SyntaxErrorKind.CodeTooLong, 7, (1 << 20) - 1), error);
    }

    [Fact]
    public void Default_IsNoCode()
    {
        Assert.Equal("", default(Icd11Code).ToString());
        Assert.Equal(Icd11CodeKind.None, default(Icd11Code).Kind);
    }
}
