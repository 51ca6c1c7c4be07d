using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using Icd.Core.Codes;

namespace Icd.Cli;

/// <summary>The library's errors about a command line, said as this tool says them: which option or argument, what it is, what is expected.</summary>
internal static partial class UsageErrors
{
    public static string Describe(ParseError error, MessageLanguage language)
    {
        var isNb = language == MessageLanguage.Bokmal;
        var name = NameOf(error.SymbolResult);
        if (name.Length == 0) return Unrecognised().Match(error.Message) is { Success: true } unknown && isNb ? $"'{unknown.Groups["value"].Value}' er ingen kjent kommando eller verdi." : error.Message;
        if (NotAmong().Match(error.Message) is { Success: true } among)
        {
            var choices = OneOf([.. among.Groups["choice"].Captures.Select(choice => choice.Value)], isNb ? "eller" : "or");
            return isNb ? $"{name} er '{among.Groups["value"].Value}'; ventet er {choices}." : $"{name} is '{among.Groups["value"].Value}'; expected is {choices}.";
        }

        if (NotOfType().Match(error.Message) is { Success: true } unread)
        {
            var isWhole = unread.Groups["type"].Value.Contains("Int", StringComparison.Ordinal);
            return isNb
                ? $"{name} er '{unread.Groups["value"].Value}'; ventet er et {(isWhole ? "helt tall" : "tall")}."
                : $"{name} is '{unread.Groups["value"].Value}'; expected is a {(isWhole ? "whole number" : "number")}.";
        }

        if (isNb && OutOfRange().Match(error.Message) is { Success: true } range)
            return $"{name} er {range.Groups["value"].Value}; ventet er {range.Groups["least"].Value}{(range.Groups["most"].Success ? $" til {range.Groups["most"].Value}" : " eller mer")}.";
        if (isNb && error.Message == $"Option '{name}' is required.") return $"{name} må oppgis.";
        if (!error.Message.StartsWith("Required argument missing", StringComparison.Ordinal)) return error.Message;
        return error.SymbolResult is ArgumentResult { Parent: CommandResult } ? isNb ? $"{name} mangler." : $"{name} is missing." : isNb ? $"{name} har ingen verdi." : $"{name} has no value.";
    }

    private static string NameOf(SymbolResult? result) => result switch
    {
        OptionResult option => option.Option.Name,
        ArgumentResult { Parent: OptionResult option } => option.Option.Name,
        ArgumentResult argument => argument.Argument.Name,
        _ => "",
    };

    private static string OneOf(string[] choices, string or) => choices.Length == 1 ? choices[0] : $"{string.Join(", ", choices[..^1])} {or} {choices[^1]}";

    [GeneratedRegex(@"\AUnrecognized command or argument '(?<value>.*)'\.", RegexOptions.CultureInvariant)]
    private static partial Regex Unrecognised();

    /// <summary>What our own validators say.</summary>
    [GeneratedRegex(@"\A--[a-z-]+ is (?<value>-?\d+); expected is (?<least>\d+)( to (?<most>\d+)| or more)\.\z", RegexOptions.CultureInvariant)]
    private static partial Regex OutOfRange();

    [GeneratedRegex(@"\AArgument '(?<value>.*)' not recognized\. Must be one of:(\r?\n\t'(?<choice>.*)')+", RegexOptions.CultureInvariant)]
    private static partial Regex NotAmong();

    [GeneratedRegex(@"\ACannot parse argument '(?<value>.*)' for (option|command) '.*' as expected type '(?<type>.*)'\.", RegexOptions.CultureInvariant)]
    private static partial Regex NotOfType();
}
