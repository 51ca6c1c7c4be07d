using System.Text.Json;

namespace Icd.Cli.Tests.Support;

/// <summary>What a run of the tool left behind.</summary>
internal sealed record IcdResult(int ExitCode, string Out, string Error)
{
    /// <summary>Standard output as one JSON value; it must be nothing else.</summary>
    public JsonElement Json => JsonElement.Parse(Out);

    /// <summary>Standard output as one JSON value a line.</summary>
    public IReadOnlyList<JsonElement> JsonLines => [.. Lines.Select(line => JsonElement.Parse(line))];

    public string[] Lines => Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The exit code was this one; otherwise the test's report shows what the tool said.</summary>
    public IcdResult Exits(int code, string what = "")
    {
        Assert.True(code == ExitCode, $"{what}\nExit code {ExitCode}, expected {code}.\nstdout: {Cut(Out)}\nstderr: {Cut(Error)}");
        // .NET's trace of an unhandled exception has lines like "   at Icd.Cli…".
        Assert.DoesNotContain("   at ", Error, StringComparison.Ordinal);
        Assert.DoesNotContain("xception", Error, StringComparison.Ordinal);
        return this;
    }

    /// <summary>A refused command line: exit code 2, nothing on standard output, the reason, and where to read more.</summary>
    public void IsUsageError(string reason, string help)
    {
        Exits(2);
        Assert.Equal("", Out);
        Assert.Equal($"icd: {reason}\nSee `{help}`.\n", Error);
    }

    private static string Cut(string text) => text.Length > 2_000 ? text[..2_000] + "…" : text;
}
