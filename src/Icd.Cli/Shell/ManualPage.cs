using System.CommandLine;
using System.CommandLine.Completions;
using System.Globalization;
using System.Text;

namespace Icd.Cli.Shell;

/// <summary>The manual page in roff's <c>man</c> macros.</summary>
internal static class ManualPage
{
    private static readonly (string Name, string Meaning)[] Environment =
    [
        ("ICD_DATA", "Where compiled releases live, unless --data-dir says so."),
        ("ICD_CLIENT_ID, ICD_CLIENT_SECRET", "What icd data crawl shows WHO's server."),
        ("LC_ALL, LC_MESSAGES, LANG", "The language of titles and messages, unless --lang says so."),
        ("NO_COLOR, TERM", "No colours if the first is set, or the second is dumb."),
    ];

    public static void Write(TextWriter output, RootCommand root)
    {
        output.Write($"""
            .TH ICD 1 {Today():yyyy-MM-dd} "icd {ToolVersion.Text}"
            .SH NAME
            icd \- look up, judge, map and convert codes of ICD\-10 and ICD\-11
            .SH SYNOPSIS
            .B icd
            .I COMMAND
            .RI [ ARGUMENTS ]
            .RI [ OPTIONS ]
            .SH DESCRIPTION
            {Text(root.Description!)}
            .SH OPTIONS OF EVERY COMMAND

            """.ReplaceLineEndings("\n"));
        foreach (var option in root.Options.Where(option => !option.Hidden)) Write(output, option);
        output.Write(".SH COMMANDS\n");
        foreach (var command in root.Subcommands) Write(output, command, "icd");
        output.Write(".SH EXIT STATUS\n");
        foreach (var (code, meaning) in ExitCode.Meanings) Item(output, $"\\fB{code}\\fR", meaning);
        output.Write(".SH ENVIRONMENT\n");
        foreach (var (name, meaning) in Environment) Item(output, $"\\fB{Text(name)}\\fR", meaning);
    }

    private static void Write(TextWriter output, Command command, string above)
    {
        if (command.Hidden) return;
        var name = $"{above} {command.Name}";
        output.Write($".SS {Text(name)}{string.Concat(command.Arguments.Select(argument => $" {Text(argument.Name)}{(argument.Arity.MaximumNumberOfValues > 1 ? "..." : "")}"))}\n{Text(command.Description!)}\n");
        foreach (var argument in command.Arguments) Item(output, $"\\fI{Text(argument.Name)}\\fR", argument.Description!);
        foreach (var option in command.Options.Where(option => !option.Hidden && !option.Recursive)) Write(output, option);
        if (command is CommandWithExamples { Examples: var examples } && (command.Subcommands.Count == 0 || command.Arguments.Count > 0))
            output.Write($".PP\nExamples:\n.PP\n.nf\n.RS\n{string.Concat(examples.Select(example => Text(example) + "\n"))}.RE\n.fi\n");
        foreach (var sub in command.Subcommands) Write(output, sub, name);
    }

    private static void Write(TextWriter output, Option option)
    {
        var names = string.Join(", ", option.Aliases.Where(alias => alias[0] == '-').Prepend(option.Name).Select(name => $"\\fB{Text(name)}\\fR"));
        var value = option.Arity.MaximumNumberOfValues == 0 || option.ValueType == typeof(bool) ? ""
            : option.HelpName ?? string.Join('|', option.GetCompletions(CompletionContext.Empty).Select(item => item.Label));
        Item(output, value.Length > 0 ? $"{names} \\fI{Text(value)}\\fR" : names, option.Description!);
    }

    private static void Item(TextWriter output, string label, string text) => output.Write($".TP\n{label}\n{Text(text)}\n");

    /// <summary>A text so that roff takes none of it for a request, a hyphen or a sequence of its own.</summary>
    private static string Text(string text)
    {
        var escaped = new StringBuilder(text[0] is '.' or '\'' ? "\\&" : "");
        foreach (var rune in text.EnumerateRunes())
        {
            escaped = rune.Value switch
            {
                '\\' => escaped.Append("\\e"),
                '-' => escaped.Append("\\-"),
                '\'' => escaped.Append("\\(aq"),
                '`' => escaped.Append("\\(ga"),
                '~' => escaped.Append("\\(ti"),
                '^' => escaped.Append("\\(ha"),
                < 0x80 => escaped.Append((char)rune.Value),
                var other => escaped.Append(CultureInfo.InvariantCulture, $"\\[u{other:X4}]"),
            };
        }

        return escaped.ToString();
    }

    /// <summary>The day the page is made; packagers fix it with <c>SOURCE_DATE_EPOCH</c>, so that their builds repeat.</summary>
    private static DateTimeOffset Today() =>
        long.TryParse(System.Environment.GetEnvironmentVariable("SOURCE_DATE_EPOCH"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? DateTimeOffset.FromUnixTimeSeconds(seconds) : DateTimeOffset.UtcNow;
}
