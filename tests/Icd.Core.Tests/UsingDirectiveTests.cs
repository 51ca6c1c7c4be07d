using System.Text.RegularExpressions;

namespace Icd.Core.Tests;

/// <summary>The order of using directives, as the formatter makes it: System first, then by name; static ones and aliases last. Asking the formatter takes a compilation of everything.</summary>
public partial class UsingDirectiveTests
{
    [Fact]
    public void Directives_OfEveryFile_AreInOrder()
    {
        var files = ((string[])["benchmarks", "build", "src", "tests"]).SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories))
            .Where(path => !Generated().IsMatch(path)).ToList();
        Assert.True(files.Count > 400, $"{files.Count} files");
        Assert.All(files, path => Assert.True(FirstOutOfOrder(File.ReadLines(path)) is not { } line, $"{path}: {FirstOutOfOrder(File.ReadLines(path))} belongs further up; `dotnet format` puts it there"));
    }

    [Theory]
    [InlineData(null, "using System;", "using System.Text;", "using Icd.Core;", "using Microsoft.Win32;", "using static System.Math;", "using A = System.Byte;")]
    [InlineData(null, "using Icd.Core;", "using Icd.Core.Codes;", "using Icd.CoreTests;")]
    [InlineData("using System;", "using Icd.Core;", "using System;")]
    [InlineData("using System.Collections;", "using System.Text;", "using System.Collections;")]
    [InlineData("using Microsoft.Win32;", "using Xunit;", "", "using Microsoft.Win32;")]
    [InlineData("using Icd.Core;", "using static System.Math;", "using Icd.Core;")]
    public void FirstOutOfOrder_IsTheOneThatTheFormatterWouldMove(string? expected, params string[] lines) => Assert.Equal(expected, FirstOutOfOrder(lines));

    private static string Root { get; } = FindRoot(new(AppContext.BaseDirectory));

    private static string FindRoot(DirectoryInfo folder) => File.Exists(Path.Combine(folder.FullName, "Icd.slnx")) ? folder.FullName : FindRoot(folder.Parent!);

    private static string? FirstOutOfOrder(IEnumerable<string> lines)
    {
        var before = "";
        foreach (var line in lines)
        {
            if (line.StartsWith("namespace ", StringComparison.Ordinal)) break;
            if (Directive().Match(line) is not { Success: true } match) continue;
            var key = KeyOf(match);
            if (string.CompareOrdinal(key, before) < 0) return line;
            before = key;
        }

        return null;
    }

    /// <summary>What sorts as the directive does: its kind, whether it is of System, and its name with the lowest character for a point.</summary>
    private static string KeyOf(Match match)
    {
        var name = (match.Groups["alias"] is { Success: true } alias ? alias : match.Groups["name"]).Value;
        var kind = match.Groups["alias"].Success ? 2 : match.Groups["static"].Success ? 1 : 0;
        return $"{kind}{(match.Groups["name"].Value.Split('.')[0] == "System" ? 0 : 1)}{name.ToLowerInvariant().Replace('.', '\u0001')}";
    }

    [GeneratedRegex(@"^using (?<static>static )?((?<alias>\w+) = )?(?<name>[\w.]+)")]
    private static partial Regex Directive();

    [GeneratedRegex(@"/(obj|bin|node_modules)/")]
    private static partial Regex Generated();
}
