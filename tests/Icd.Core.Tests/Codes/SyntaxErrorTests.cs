using Icd.Core.Codes;

namespace Icd.Core.Tests.Codes;

public class SyntaxErrorTests
{
    [Fact]
    public void SyntaxErrorKind_Numbers_AreThoseThatCallersMayHaveStored()
    {
        string[] names =
        [
            "None", "Empty", "UnexpectedCharacter", "LetterNotInAlphabet", "IncompleteCode", "CodeTooLong", "MissingPoint", "MisplacedPoint",
            "Icd10Code", "Icd11Code", "NotASingleCode", "ChapterNotCodable", "LeadingSeparator", "TrailingSeparator", "RepeatedSeparator",
            "MissingSeparator", "UnknownSeparator", "ExtensionWithoutStem", "StemAfterAmpersand", "UnknownUri", "PercentEncoded",
            "InvisibleCharacter", "TooManyMembers",
        ];
        // Names in the order of their numbers, 0, 1, 2 …: a number used twice or moved shows up here.
        Assert.Equal(names, Enum.GetNames<SyntaxErrorKind>());
        Assert.Equal(Enumerable.Range(0, names.Length), Enum.GetValues<SyntaxErrorKind>().Select(kind => (int)kind));
    }

    [Fact]
    public void Describe_EveryKindAndLanguage_HasItsOwnSentence()
    {
        var sentences = Enum.GetValues<SyntaxErrorKind>()
            .SelectMany(kind => Enum.GetValues<MessageLanguage>().Select(language => new SyntaxError(kind, 0, 1).Describe("x", language)))
            .ToList();
        Assert.All(sentences, sentence => Assert.EndsWith(".", sentence, StringComparison.Ordinal));
        Assert.Equal(sentences.Count, sentences.Distinct().Count());
    }

    [Fact]
    public void Describe_UnknownKind_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SyntaxError((SyntaxErrorKind)99, 0).Describe("x"));

    public static TheoryData<string, int, int, string, string> Quotes => new()
    {
        { "BA41{0}", 4, 3, "'{0}' at character 5", "braces in the text are no placeholders of the message" },
        { "BA41\u0000", 4, 1, "'U+0000' at character 5", "a control character is spelled out" },
        { "BA41😀x", 4, 2, "'😀' at character 5", "a character of two UTF-16 units is quoted whole" },
        { "BA41\uD800", 4, 1, "'\uFFFD' at character 5", "half a pair would make the message itself malformed" },
        { "BA41" + new string('?', 50), 4, 50, $"'{new string('?', 40)}…' at character 5", "a long quote is cut" },
        { "BA41", 9, 0, "'BA41' at character 10", "a position beyond the text quotes the text" },
    };

    [Theory, MemberData(nameof(Quotes))]
    public void Describe_TextAtFault_IsQuotedReadably(string text, int position, int length, string start, string why)
    {
        var message = new SyntaxError(SyntaxErrorKind.UnexpectedCharacter, position, length).Describe(text);
        Assert.True(message == start + " cannot stand there in a code.", $"{why}: {message}");
    }
}
