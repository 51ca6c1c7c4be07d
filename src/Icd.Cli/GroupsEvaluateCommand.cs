using System.CommandLine;
using System.Globalization;
using System.Text;
using Icd.Transition;
using Icd.Transition.Groups;

namespace Icd.Cli;

/// <summary><c>icd groups evaluate</c>: rows in, the same rows with their groups out.</summary>
internal static class GroupsEvaluateCommand
{
    public static Command Create()
    {
        var files = GroupSource.FilesArgument();
        var file = new Option<string?>("--file") { Description = "The rows: CSV with a header (default: standard input)", HelpName = "FILE" };
        var column = new Option<string>("--column") { Description = "The column of codes or expressions, by its name in the header", HelpName = "NAME", Required = true };
        var separator = new Option<string?>("--delimiter") { Description = "The delimiter: one character, or tab (default: the one that the header has)", HelpName = "CHAR" };
        var system = new Option<string>("--system") { Description = "What the column holds: auto, icd10 or icd11", DefaultValueFactory = _ => "auto" };
        system.AcceptOnlyFromAmong("auto", "icd10", "icd11");
        var count = new Option<bool>("--count") { Description = "Count the rows of each group in place of writing them" };
        var (only, release) = (GroupsCommand.OnlyOption(), ShowCommand.ReleaseOption());
        var command = new CommandWithExamples(
            "evaluate", "Add a column with the groups of each row; rows are copied byte by byte.",
            "icd groups evaluate data/groups --file rows.csv --column kode > rows-with-groups.csv",
            "icd groups evaluate data/groups --file rows.csv --column kode --count")
        { files, file, column, separator, system, count, only, release };
        command.SetAction(parsed => Run(
            parsed, GroupSource.Only(GroupSource.Read(parsed.GetValue(files)!), parsed.GetValue(only)), parsed.GetValue(file), parsed.GetValue(column)!, parsed.GetValue(separator),
            parsed.GetValue(system) switch { "icd10" => CodeSystem.Icd10, "icd11" => CodeSystem.Icd11, _ => CodeSystem.Auto }, parsed.GetValue(count), parsed.GetValue(release)));
        return command;
    }

    private static int Run(ParseResult parsed, IReadOnlyList<GroupDefinition> groups, string? file, string column, string? separator, CodeSystem system, bool countOnly, string? release)
    {
        if (parsed.GetValue(GlobalOptions.Json) && !countOnly) throw new UsageException("--json hører til --count; uten den skrives selve radene.", "--json goes with --count; without it the rows themselves are written.");
        var set = GroupSource.Compile(groups, GroupSource.Crosswalk(parsed, release));
        if (file is not null && !File.Exists(file)) throw new DataMissingException($"There is no file {file}. Check the path.");
        using var input = file is null ? Console.OpenStandardInput() : File.OpenRead(file);
        GroupCounts counts;
        try
        {
            var header = DelimitedHeader.Read(input, separator is null ? null : Separator(separator));
            var at = header.Find(column);
            if (at < 0) throw new UsageException($"Det er ingen kolonne '{column}' i {file ?? "det som leses"}; det er {string.Join(", ", header.Names)}.", $"There is no column '{column}' in {file ?? "the input"}; there are {string.Join(", ", header.Names)}.");
            using var output = Console.OpenStandardOutput();
            if (!countOnly) output.Write([.. header.Line, .. Encoding.ASCII.GetBytes($"{header.Separator}groups\n")]);
            counts = new GroupRows(set, system, header.Separator).Evaluate(input, at, countOnly ? null : output);
        }
        catch (InvalidDataException exception)
        {
            throw new DataMissingException($"{file ?? "standard input"}: {exception.Message}");
        }

        if (countOnly) WriteCounts(parsed, set, counts);
        Terminal.Note(string.Create(CultureInfo.InvariantCulture, $"{counts.Rows} rows: {counts.Of(GroupOutcome.Member)} in a group, {counts.Of(GroupOutcome.NoMember)} in none, {counts.Of(GroupOutcome.Empty)} without code, {counts.Of(GroupOutcome.NotWellFormed)} not well-formed, {counts.Of(GroupOutcome.Unknown)} not in the release."));
        return counts.Of(GroupOutcome.NotWellFormed) + counts.Of(GroupOutcome.Unknown) == 0 ? ExitCode.Fine : ExitCode.No;
    }

    public static char Separator(string text) => text switch
    {
        "tab" or "\\t" => '\t',
        [var one] when char.IsAscii(one) => one,
        _ => throw new UsageException($"'{text}' kan ikke skille celler; ventet er ett ASCII-tegn, eller tab.", $"'{text}' is no delimiter; expected is one ASCII character, or tab."),
    };

    private static void WriteCounts(ParseResult parsed, GroupSet set, GroupCounts counts)
    {
        if (!parsed.GetValue(GlobalOptions.Json))
        {
            for (var i = 0; i < set.Groups.Count; i++) Console.Out.WriteLine($"{set.Groups[i].Id}\t{counts.Of(i).ToString(CultureInfo.InvariantCulture)}");
            return;
        }

        Terminal.Json(writer =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("rows", counts.Rows);
            writer.WriteNumber("members", counts.Of(GroupOutcome.Member));
            writer.WriteNumber("empty", counts.Of(GroupOutcome.Empty));
            writer.WriteNumber("notWellFormed", counts.Of(GroupOutcome.NotWellFormed));
            writer.WriteNumber("unknown", counts.Of(GroupOutcome.Unknown));
            writer.WriteStartArray("counts");
            for (var i = 0; i < set.Groups.Count; i++)
            {
                writer.WriteStartObject();
                writer.WriteString("id", set.Groups[i].Id);
                writer.WriteNumber("rows", counts.Of(i));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }
}
