using Icd.Cli.Tests.Support;

namespace Icd.Cli.Tests.Parse;

public class ParseStandardInputTests
{
    [Theory]
    [InlineData("BA41.0\nE119\n", "line feeds")]
    [InlineData("BA41.0\r\nE119\r\n", "a file from Windows")]
    [InlineData("BA41.0\nE119", "no line end at the end")]
    [InlineData("\uFEFFBA41.0\nE119\n", "a byte order mark, as Excel writes it")]
    public void Parse_Lines_AreReadWhateverTheirEnds(string stdin, string why)
    {
        var lines = IcdProcess.Run(["parse", "--json"], stdin).Exits(0).JsonLines;

        Assert.True(2 == lines.Count, why);
        Assert.Equal(["BA41.0", "E11.9"], lines.Select(line => line.GetProperty("canonical").GetString()));
    }

    [Fact]
    public void Parse_EmptyLines_AreAnsweredToo()
    {
        var lines = IcdProcess.Run(["parse", "--json"], "BA41.0\n\n  \nE119\n").Exits(1).JsonLines;

        // One answer a line, so that line numbers stay those of the file.
        Assert.Equal([null, "empty", "empty", null], lines.Select(line => line.GetProperty("error") is { ValueKind: System.Text.Json.JsonValueKind.Object } error ? error.GetProperty("kind").GetString() : null));
    }

    [Fact]
    public void Parse_Dash_ReadsStandardInput() =>
        Assert.StartsWith("BA40\n", IcdProcess.Run(["parse", "-"], "ba40\n").Exits(0).Out, StringComparison.Ordinal);

    [Fact]
    public void Parse_NothingAtAll_IsFine()
    {
        var result = IcdProcess.Run(["parse"], "").Exits(0);

        Assert.Equal("", result.Out + result.Error);
    }

    [Fact]
    public void Parse_Arguments_LeaveStandardInputAlone() =>
        Assert.Equal("BA40\n    1  stem       BA40\n", IcdProcess.Run(["parse", "BA40"], "BA41\n").Exits(0).Out);

    [Fact]
    public void Parse_TwentyThousandLines_OneAnswerEachInOrder()
    {
        var codes = Enumerable.Range(0, 20_000).Select(i => $"{(char)('A' + (i % 8))}{i / 100 % 100:D2}.{i % 10}").ToArray();

        var lines = IcdProcess.Run(["parse", "--json"], string.Join('\n', codes)).Exits(0).JsonLines;

        Assert.Equal(codes, lines.Select(line => line.GetProperty("canonical").GetString()));
    }

    [Fact]
    public void Parse_ReaderOfThePipeGone_EndsQuietly()
    {
        var result = IcdProcess.Shell("yes 'BA41.0 & XK8G' | head -50000 > big; icd parse < big | head -1; yes BA4O | head -50000 | icd parse --json | head -1 | wc -l");

        Assert.Equal("BA41.0&XK8G\n1\n", result.Exits(0).Out);
        // `yes` may say that its own pipe is broken; the tool must not say anything.
        Assert.DoesNotContain("icd", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_NotUtf8_IsAnErrorOfTheLine()
    {
        var result = IcdProcess.Shell(@"printf 'BA\3601.0\nBA40\n' | icd parse --json");

        Assert.Equal([false, true], result.Exits(1).JsonLines.Select(line => line.GetProperty("wellFormed").GetBoolean()));
    }
}
