using System.CommandLine;
using Icd.Mapping;
using Icd.Transition.Groups;

namespace Icd.Cli;

/// <summary>The definitions that a command works with, compiled over the releases of a crosswalk.</summary>
internal static class GroupSource
{
    public static Argument<string[]> FilesArgument() => new("FILE") { Description = "Files of definitions, or folders of *.groups files", Arity = ArgumentArity.OneOrMore };

    /// <exception cref="DataMissingException">A file is missing or malformed.</exception>
    public static IReadOnlyList<GroupDefinition> Read(IEnumerable<string> paths)
    {
        var files = new List<string>();
        foreach (var path in paths)
        {
            if (Directory.Exists(path)) files.AddRange(Directory.EnumerateFiles(path, "*.groups").Order(StringComparer.Ordinal));
            else if (File.Exists(path)) files.Add(path);
            else throw new DataMissingException($"There is no file or folder {path}. Check the path.");
        }

        if (files.Count == 0) throw new DataMissingException($"There are no *.groups files in {string.Join(", ", paths)}.");
        try
        {
            return GroupFile.ParseAll(files);
        }
        catch (GroupFormatException exception)
        {
            throw new DataMissingException(exception.Message);
        }
    }

    /// <summary>Compiles definitions of which every term must be known: a term that selects nothing would change who is counted.</summary>
    /// <exception cref="DataMissingException">A term names what the releases do not have.</exception>
    public static GroupSet Compile(IReadOnlyList<GroupDefinition> groups, Crosswalk crosswalk)
    {
        var set = GroupSet.Compile(groups, crosswalk.Edition, crosswalk.Validator.Axes);
        return set.Problems.Count == 0 ? set : throw new DataMissingException(string.Join(Environment.NewLine, set.Problems.Select(problem => $"{problem.Origin}: {problem.Group}: {problem.Text.English}")));
    }

    /// <summary>Only the groups that a person names.</summary>
    /// <exception cref="UsageException">One of them is not there.</exception>
    public static IReadOnlyList<GroupDefinition> Only(IReadOnlyList<GroupDefinition> groups, string[]? ids)
    {
        if (ids is null or []) return groups;
        foreach (var id in ids)
        {
            if (!groups.Any(group => group.Id == id)) throw new UsageException($"Det er ingen gruppe '{id}'; det er {string.Join(", ", groups.Select(group => group.Id))}.", $"There is no group '{id}'; there are {string.Join(", ", groups.Select(group => group.Id))}.");
        }

        return [.. groups.Where(group => ids.Contains(group.Id))];
    }

    public static Crosswalk Crosswalk(ParseResult parsed, string? release) =>
        CrosswalkSource.Open(GlobalOptions.CatalogOf(parsed), ShowCommand.ParseRelease(release), null);
}
