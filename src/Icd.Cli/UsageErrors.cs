using System.CommandLine.Parsing;
using System.Text.RegularExpressions;

namespace Icd.Cli;

/// <summary>The library's errors about a command line, said as this tool says them: which option or argument, what it is, what is expected.</summary>
internal static partial class UsageErrors
{
    public static string Describe(ParseError error)
    {
        var name = NameOf(error.SymbolResult);
        if (name.Length == 0) return error.Message;
        if (NotAmong().Match(error.Message) is { Success: true } among)
            return $"{name} is '{among.Groups["value"].Value}'; expected is {OneOf([.. among.Groups["choice"].Captures.Select(choice => choice.Value)])}.";
        if (NotOfType().Match(error.Message) is { Success: true } unread)
            return $"{name} is '{unread.Groups["value"].Value}'; expected is a {(unread.Groups["type"].Value.Contains("Int", StringComparison.Ordinal) ? "whole number" : "number")}.";
        if (error.Message.StartsWith("Required argument missing", StringComparison.Ordinal)) return error.SymbolResult is ArgumentResult { Parent: CommandResult } ? $"{name} is missing." : $"{name} has no value.";
        return error.Message;
    }

    private static string NameOf(SymbolResult? result) => result switch
    {
        OptionResult option => option.Option.Name,
        ArgumentResult { Parent: OptionResult option } => option.Option.Name,
        ArgumentResult argument => argument.Argument.Name,
        _ => "",
    };

    private static string OneOf(string[] choices) => choices.Length == 1 ? choices[0] : $"{string.Join(", ", choices[..^1])} or {choices[^1]}";

    [GeneratedRegex(@"\AArgument '(?<value>.*)' not recognized\. Must be one of:(\r?\n\t'(?<choice>.*)')+", RegexOptions.CultureInvariant)]
    private static partial Regex NotAmong();

    [GeneratedRegex(@"\ACannot parse argument '(?<value>.*)' for (option|command) '.*' as expected type '(?<type>.*)'\.", RegexOptions.CultureInvariant)]
    private static partial Regex NotOfType();
}
