using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Icd.Cli;

/// <summary>The library's help, followed by the examples that a command carries.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        help.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        if (parseResult.CommandResult.Command is CommandWithExamples { Examples: var examples })
        {
            output.WriteLine("Examples:");
            foreach (var example in examples) output.WriteLine("  " + example);
            output.WriteLine();
        }

        output.WriteLine("Exit codes: 0 fine, 1 the answer is no, 2 wrong usage, 3 data missing or broken.");
        return ExitCode.Fine;
    }
}
