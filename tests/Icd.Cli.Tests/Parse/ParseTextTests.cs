using Icd.Cli.Tests.Support;

namespace Icd.Cli.Tests.Parse;

public class ParseTextTests
{
    [Fact]
    public void Parse_Expression_CanonicalFormThenMembersWhereTheyStood() => Expect(
        0,
        """
        NC32.Z&XJ7YM&XK8G
            1  stem       NC32.Z
           10  extension  XK8G
           17  extension  XJ7YM

        """,
        "parse", "NC32.Z & xk8g & XJ7YM");

    [Fact]
    public void Parse_SeveralArguments_OneAfterTheOther() => Expect(
        0,
        """
        E11.9
            1  code       E11.9
        V0n.0a
            1  code       V0n.0a
        A17.0†
            1  code       A17.0†

        """,
        "parse", "E119", "V0n0a", "a170†");

    [Fact]
    public void Parse_MalformedAmongWellFormed_ReadsAllAndSaysNo() => Expect(
        1,
        """
        BA4O
           ^
          The letter 'O' at character 4 never occurs in ICD-11 codes; I and O are left out because they pass for 1 and 0.
          Did you mean BA40?
        BA41.0
            1  stem       BA41.0

        """,
        "parse", "BA4O", "BA41.0");

    [Fact]
    public void Parse_Bokmal_MessageAndProposalInBokmal() => Expect(
        1,
        """
        BA41.0 + XK8G
               ^
          '+' på plass 8 er ikke et skilletegn: bruk & før en tilleggskode, / før en stamkode.
          Mente du BA41.0&XK8G?

        """,
        "parse", "BA41.0 + XK8G", "--lang", "nb");

    [Fact]
    public void Parse_TabBeforeTheError_CaretLinesUp() =>
        Assert.StartsWith("\tBA4O\n\t   ^\n", IcdProcess.Run("parse", "\tBA4O").Exits(1).Out, StringComparison.Ordinal);

    [Theory]
    [InlineData("XK8G", "^^^^", "a whole member")]
    [InlineData("BA41.0 BA40", "       ^", "where a separator is missing")]
    [InlineData("E11.-", "    ^", "ICD-10 placeholder")]
    [InlineData("  E11.990", "        ^", "space before an ICD-10 code counts")]
    [InlineData("BA41.0&", "      ^", "a separator at the end")]
    public void Parse_Malformed_CaretStandsUnderWhatIsWrong(string input, string caret, string why)
    {
        var lines = IcdProcess.Run("parse", input).Exits(1).Out.Split('\n');

        Assert.Equal(input, lines[0]);
        Assert.True(caret == lines[1], $"{why}: '{lines[1]}'");
    }

    [Theory]
    [InlineData("E11.9", "icd11", 1)]
    [InlineData("E11.9", "icd10", 0)]
    [InlineData("E11.9", "auto", 0)]
    [InlineData("BA41", "icd10", 1)]
    [InlineData("BA41", "icd11", 0)]
    public void Parse_System_DecidesWhatTheInputIs(string input, string system, int exitCode) =>
        IcdProcess.Run("parse", input, "--system", system).Exits(exitCode);

    [Fact]
    public void Parse_ControlCharacters_AreShownNotSent()
    {
        var result = IcdProcess.Run("parse", "BA41.\e[31m").Exits(1);

        Assert.StartsWith("BA41.␛[31m\n     ^", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', result.Out);
    }

    private static void Expect(int exitCode, string text, params string[] args)
    {
        var result = IcdProcess.Run(args).Exits(exitCode);
        Assert.Equal(text, result.Out);
        Assert.Equal("", result.Error);
    }
}
