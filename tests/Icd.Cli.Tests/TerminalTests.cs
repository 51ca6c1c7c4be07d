using Icd.Cli.Tests.Support;

namespace Icd.Cli.Tests;

/// <summary>Colours for people at a terminal, plain UTF-8 for everything else.</summary>
public class TerminalTests
{
    public static TheoryData<string, string?> Environments => new()
    {
        { "TERM", "xterm-256color" },
        { "GITHUB_ACTIONS", "true" },
        { "COLORTERM", "truecolor" },
    };

    [Theory, MemberData(nameof(Environments))]
    public void Redirected_WhateverTheEnvironment_HasNoEscapes(string variable, string? value)
    {
        foreach (var args in (string[][])[["show", "E11"], ["show", "ZZ99"], ["parse", "BA4O", "BA40"], ["data", "list"], ["--help"], ["bogus"]])
        {
            var result = IcdProcess.Run(args, "", (variable, value));
            Assert.NotEqual("", result.Out + result.Error);
            Assert.DoesNotContain('\e', result.Out + result.Error);
        }
    }

    [TerminalFact]
    public void Terminal_ByDefault_IsColoured() => Assert.Contains("\e[36mE11\e[0m", OnTerminal("xterm", noColor: null), StringComparison.Ordinal);

    [TerminalFact]
    public void Terminal_NoColor_HasNoColours() => HasNoColours(OnTerminal("xterm", noColor: "1"));

    [TerminalFact]
    public void Terminal_Dumb_HasNoColours() => HasNoColours(OnTerminal("dumb", noColor: null));

    [Theory]
    [InlineData("C")]
    [InlineData("POSIX")]
    [InlineData("en_US.ISO-8859-1")]
    public void Output_WhateverTheLocale_IsUtf8(string locale)
    {
        // IcdProcess reads strictly: other bytes would throw.
        Assert.Contains("åndedrettssystemet", IcdProcess.Run(["show", "J45", "--lang", "nb"], "", ("LANG", locale), ("LC_ALL", locale)).Exits(0).Out, StringComparison.Ordinal);
        Assert.Contains("A17.0†", IcdProcess.Run(["parse"], "a170†\n", ("LANG", locale), ("LC_ALL", locale)).Exits(0).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nb_NO.UTF-8", true)]
    [InlineData("nn_NO.UTF-8", true)]
    [InlineData("no_NO", true)]
    [InlineData("en_US.UTF-8", false)]
    [InlineData("C", false)]
    public void Language_WithoutLang_IsTheLocales(string locale, bool bokmal) =>
        Assert.Equal(bokmal, IcdProcess.Run(["parse", "BA4O"], "", ("LANG", locale)).Out.Contains("Mente du", StringComparison.Ordinal));

    [Fact]
    public void Language_Lang_OutranksTheLocale() =>
        Assert.Contains("Did you mean", IcdProcess.Run(["parse", "BA4O", "--lang", "en"], "", ("LANG", "nb_NO.UTF-8")).Out, StringComparison.Ordinal);

    private static void HasNoColours(string text)
    {
        Assert.Contains("E11  Diabetes", text, StringComparison.Ordinal);
        Assert.DoesNotMatch("\e\\[[0-9;]*m", text);
    }

    /// <summary>util-linux' <c>script</c> gives the program a terminal of its own.</summary>
    private static string OnTerminal(string term, string? noColor) =>
        IcdProcess.Shell($"script -qec \"{IcdProcess.CommandLine("show E11 --depth 0")}\" /dev/null", ("TERM", term), ("NO_COLOR", noColor)).Exits(0).Out;
}
