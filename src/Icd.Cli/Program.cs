using System.CommandLine;
using System.CommandLine.Help;
using Icd.Cli;
using Icd.Cli.Shell;
using Icd.Core.Codes;
using Icd.Import;

// Pipes close early (icd … | head) and consoles are not always UTF-8; the toolkit's text is.
Console.OutputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
Console.InputEncoding = Console.OutputEncoding;

var root = new RootCommand("ICD-10 and ICD-11: look codes up, parse expressions, map between the two, manage releases.")
{
    GlobalOptions.DataDirectory, GlobalOptions.Language, GlobalOptions.Json,
    ShowCommand.Create(), SearchCommand.Create(), ParseCommand.Create(), ValidateCommand.Create(), CanonicaliseCommand.Create(), AxesCommand.Create(), MapCommand.Create(), CrosswalkCommand.Create(), ConvertCommand.Create(), DualCommand.Create(), ScanCommand.Create(), GroupsCommand.Create(), CompareCommand.Create(), ExplainCommand.Create(), DoctorCommand.Create(), DataCommand.Create(),
    CompletionCommand.Create(), CompletionCommand.CreateComplete(), ManCommand.Create(),
};
DataCommand.RequireSubcommand(root);
foreach (var option in root.Options.OfType<HelpOption>())
    option.Action = new HelpWithExamples((HelpAction)option.Action!, "icd show 5A11 --lang nb", "icd parse 'BA41.0 & XK8G'", "icd data fetch 2024-01", "icd COMMAND --help");

// Whoever types the bare name wants to know what it can do; anything else that is incomplete is an error.
// What begins with @ is what was typed, not the name of a file with more arguments.
var parsed = root.Parse(args is [] ? ["--help"] : args, new ParserConfiguration { ResponseFileTokenReplacer = null });
try
{
    if (parsed.Errors.Count > 0) return UsageError(parsed);
    // After Ctrl-C a conversion brings what it has done to the disk.
    return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(30) }).ConfigureAwait(false);
}
catch (Exception exception) when (exception is ImportException or DataMissingException)
{
    Terminal.Error(exception.Message);
    return ExitCode.Data;
}
catch (UsageException exception)
{
    Terminal.Error(exception.In(GlobalOptions.MessageLanguageOf(parsed)));
    return SeeHelp(parsed);
}
catch (IOException exception) when (exception.HResult == Terminal.BrokenPipe)
{
    return ExitCode.Fine;
}
catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
{
    Terminal.Error(FileErrors.Describe(exception, GlobalOptions.MessageLanguageOf(parsed)));
    return ExitCode.Data;
}
catch (OperationCanceledException)
{
    Terminal.Error(GlobalOptions.MessageLanguageOf(parsed) == MessageLanguage.Bokmal
        ? "Stoppet. Det som er ferdig, er tatt vare på; samme kommando går videre derfra."
        : "Stopped. What was finished is kept; the same command goes on from there.");
    return ExitCode.Data;
}

static int UsageError(ParseResult parsed)
{
    foreach (var error in parsed.Errors) Terminal.Error(UsageErrors.Describe(error, GlobalOptions.MessageLanguageOf(parsed)));
    return SeeHelp(parsed);
}

static int SeeHelp(ParseResult parsed)
{
    var command = parsed.CommandResult.Command;
    Terminal.Note($"{(GlobalOptions.MessageLanguageOf(parsed) == MessageLanguage.Bokmal ? "Se" : "See")} `icd{string.Concat(command.Parents.OfType<Command>().Where(parent => parent is not RootCommand).Select(parent => " " + parent.Name))}{(command is RootCommand ? "" : " " + command.Name)} --help`.");
    return ExitCode.Usage;
}
