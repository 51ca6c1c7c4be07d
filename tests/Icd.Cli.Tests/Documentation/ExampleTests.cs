using System.Text.RegularExpressions;
using Icd.Cli.Tests.Support;
using Icd.Tests;

namespace Icd.Cli.Tests.Documentation;

/// <summary>The examples of <c>docs/cli.md</c>, run: what they show is what the tool writes.</summary>
public class ExampleTests
{
    [WhoDataFact]
    public void Reference_Examples_AreWhatTheToolWrites()
    {
        var examples = Regex.Matches(CliReference.Read().Text, @"```console\n(.*?)```", RegexOptions.Singleline)
            .SelectMany(block => Regex.Matches(block.Groups[1].Value, @"^\$ (?<command>.*)\n(?<output>(?:(?!\$ ).*\n)*)", RegexOptions.Multiline)).ToArray();

        Assert.True(examples.Length > 10);
        foreach (var example in examples)
        {
            var command = example.Groups["command"].Value;
            var result = IcdProcess.Shell($"({command}) 2>&1", ("ICD_DATA", RealReleases.Folder));
            Assert.Equal($"$ {command}\n{Trimmed(example.Groups["output"].Value)}", $"$ {command}\n{Trimmed(result.Out)}");
        }
    }

    /// <summary>Editors remove the blanks at the end of a table's lines.</summary>
    private static string Trimmed(string text) => string.Join('\n', text.Split('\n').Select(line => line.TrimEnd()));
}
