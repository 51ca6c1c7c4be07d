using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Icd.Cli;

/// <summary>The library's help, followed by the examples that a command carries.</summary>
/// <param name="help">The library's help.</param>
/// <param name="rootExamples">Examples of the root command, whose class is the library's.</param>
internal sealed class HelpWithExamples(HelpAction help, params string[] rootExamples) : SynchronousCommandLineAction
{
    /// <summary>Whoever asks for help need not have typed the rest: the library drops its "required argument missing".</summary>
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        help.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        var examples = parseResult.CommandResult.Command is CommandWithExamples command ? command.Examples : rootExamples;
        output.WriteLine("Examples:");
        foreach (var example in examples) output.WriteLine("  " + example);
        output.WriteLine();
        output.WriteLine($"Exit codes: {string.Join(", ", ExitCode.Meanings.Select(exit => $"{exit.Code} {exit.Meaning}"))}.");
        return ExitCode.Fine;
    }
}
