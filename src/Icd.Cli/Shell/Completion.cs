using System.CommandLine;
using System.CommandLine.Completions;

namespace Icd.Cli.Shell;

/// <summary>What may stand at the cursor of a command line.</summary>
/// <param name="Word">The whole word.</param>
/// <param name="About">What it does; may be empty.</param>
internal readonly record struct Completion(string Word, string About)
{
    /// <summary>In place of a word: the shell completes names of files. No word begins with a colon.</summary>
    public const string Files = ":files";

    /// <summary>In place of a word: the shell completes names of folders.</summary>
    public const string Folders = ":folders";

    /// <summary>What fits, by the definitions of the commands themselves.</summary>
    /// <param name="root">The tool.</param>
    /// <param name="line">The command line up to the cursor, the tool's name included.</param>
    public static IEnumerable<Completion> Of(RootCommand root, string line)
    {
        var words = CommandLineText.Words(line);
        var (before, current) = (words.Skip(1).SkipLast(1).ToList(), words.Count > 1 ? words[^1] : "");
        var parsed = root.Parse(before);
        return At(parsed, before, current).Where(candidate => candidate.Word is Files or Folders || candidate.Word.StartsWith(current, StringComparison.Ordinal));
    }

    private static IEnumerable<Completion> At(ParseResult parsed, List<string> before, string current)
    {
        // Behind a word that is wrong nothing is right.
        if (parsed.UnmatchedTokens.Count > 0) return [];
        var command = parsed.CommandResult.Command;
        var options = OptionsOf(command).ToList();
        if (!before.Contains("--"))
        {
            if (before.Count > 0 && Named(options, before[^1]) is { } awaiting) return Values(awaiting, parsed);
            if (current.StartsWith("--", StringComparison.Ordinal) && current.IndexOf('=', StringComparison.Ordinal) is > 0 and var at)
                return Named(options, current[..at]) is { } named ? Values(named, parsed).Select(value => value.Word[0] == ':' ? value : value with { Word = current[..(at + 1)] + value.Word }) : [];
            if (current.StartsWith('-')) return Options(options.Where(option => parsed.GetResult(option) is not { Implicit: false } || option.ValueType.IsArray), current);
        }

        var argument = command.Arguments.FirstOrDefault(argument => (parsed.GetResult(argument)?.Tokens.Count ?? 0) < argument.Arity.MaximumNumberOfValues);
        var isFirst = command.Arguments.All(argument => parsed.GetResult(argument) is not { Tokens.Count: > 0 });
        return [
            .. isFirst ? command.Subcommands.Where(sub => !sub.Hidden).Select(sub => new Completion(sub.Name, sub.Description ?? "")) : [],
            .. argument is null ? [] : Values(argument.CompletionSources, argument.Name, parsed)];
    }

    private static IEnumerable<Option> OptionsOf(Command command) =>
        command.Options.Concat(command.Parents.OfType<Command>().SelectMany(OptionsOf).Where(option => option.Recursive)).Where(option => !option.Hidden);

    /// <summary>The option of that name, where a value follows it.</summary>
    private static Option? Named(List<Option> options, string name) =>
        options.Find(option => option.Arity.MaximumNumberOfValues > 0 && option.ValueType != typeof(bool) && (option.Name == name || option.Aliases.Contains(name)));

    /// <summary>Long names; short ones where nothing but the dash is typed.</summary>
    private static IEnumerable<Completion> Options(IEnumerable<Option> options, string current) =>
        options.SelectMany(option => option.Aliases.Where(alias => current == "-" && alias is ['-', >= 'a' and <= 'z']).Prepend(option.Name).Select(name => new Completion(name, option.Description ?? "")));

    private static IEnumerable<Completion> Values(Option option, ParseResult parsed) => Values(option.CompletionSources, option.HelpName ?? "", parsed);

    /// <param name="sources">The values there are, where they can be listed.</param>
    /// <param name="name">What the help calls a value, which says whether it is a file.</param>
    /// <param name="parsed">What was typed before.</param>
    private static IEnumerable<Completion> Values(List<Func<CompletionContext, IEnumerable<CompletionItem>>> sources, string name, ParseResult parsed)
    {
        var context = parsed.GetCompletionContext();
        var values = sources.SelectMany(source => source(context)).Select(item => new Completion(item.Label, item.Documentation ?? ""));
        return name switch
        {
            "FILE" or "PATH" or "INPUT" or "SHARD" => values.Append(new(Files, "")),
            "DIR" or "NAME=PATH" => values.Append(new(Folders, "")),
            _ => values,
        };
    }
}
