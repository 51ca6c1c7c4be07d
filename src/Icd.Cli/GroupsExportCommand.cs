using System.CommandLine;
using Icd.Transition.Groups;

namespace Icd.Cli;

/// <summary><c>icd groups export</c>: definitions for other engines.</summary>
internal static class GroupsExportCommand
{
    public static Command Create()
    {
        var files = GroupSource.FilesArgument();
        var format = new Option<string>("--format") { Description = "valueset (FHIR R4 and R5), postgresql, sqlserver or csv", DefaultValueFactory = _ => "valueset" };
        format.AcceptOnlyFromAmong("valueset", "postgresql", "sqlserver", "csv");
        var icd10 = new Option<string>("--icd10-column") { Description = "The SQL column of ICD-10 codes", DefaultValueFactory = _ => "icd10", HelpName = "NAME" };
        var icd11 = new Option<string>("--icd11-column") { Description = "The SQL column of ICD-11 expressions", DefaultValueFactory = _ => "icd11", HelpName = "NAME" };
        var point = new Option<bool>("--with-point") { Description = "The SQL column has ICD-10 codes with their point, such as E11.9" };
        var partial = new Option<bool>("--partial") { Description = "Leave out what the format cannot say, and name it, in place of refusing" };
        var (only, release) = (GroupsCommand.OnlyOption(), ShowCommand.ReleaseOption());
        var command = new CommandWithExamples(
            "export", "Write groups as FHIR ValueSets, SQL predicates, or a table of their codes.",
            "icd groups export data/groups > ValueSets.json",
            "icd groups export data/groups --group hip-fracture --format postgresql")
        { files, format, icd10, icd11, point, partial, only, release };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(GlobalOptions.Json) && parsed.GetValue(format) != "valueset") throw new UsageException("--json hører til --format valueset, som er JSON.", "--json goes with --format valueset, which is JSON.");
            var set = GroupSource.Compile(GroupSource.Only(GroupSource.Read(parsed.GetValue(files)!), parsed.GetValue(only)), GroupSource.Crosswalk(parsed, parsed.GetValue(release)));
            return parsed.GetValue(format) switch
            {
                "valueset" => ValueSet(set, parsed.GetValue(partial)),
                "csv" => Csv(set),
                var dialect => Sql(set, dialect == "sqlserver" ? SqlDialect.SqlServer : SqlDialect.PostgreSql, parsed.GetValue(icd10)!, parsed.GetValue(icd11)!, parsed.GetValue(point), parsed.GetValue(partial)),
            };
        });
        return command;
    }

    private static int ValueSet(GroupSet set, bool partial)
    {
        using var buffer = new MemoryStream();
        var unsaid = ValueSetExport.Write(set, buffer);
        foreach (var term in unsaid) Terminal.Error($"{term.Origin}: no filter of a value set can say '{term.Text}'.{(partial ? "" : " Use --partial to leave it out.")}");
        if (unsaid.Count > 0 && !partial) return ExitCode.No;
        using var output = Console.OpenStandardOutput();
        buffer.WriteTo(output);
        output.WriteByte((byte)'\n');
        return ExitCode.Fine;
    }

    private static int Sql(GroupSet set, SqlDialect dialect, string icd10, string icd11, bool hasPoint, bool partial)
    {
        var sql = new GroupSql(set, dialect);
        var (text, exitCode) = (new StringWriter(), ExitCode.Fine);
        for (var i = 0; i < set.Groups.Count; i++)
        {
            var group = set.Groups[i];
            text.WriteLine($"-- {group.Id}: {group.Name.Bokmal}");
            if (group.Icd10.Count > 0) text.WriteLine($"-- ICD-10\n({sql.Icd10(i, icd10, hasPoint)})");
            if (group.Icd11.Count == 0) continue;
            try
            {
                text.WriteLine($"-- ICD-11\n({sql.Icd11(i, icd11)})");
            }
            catch (NotSupportedException exception)
            {
                Terminal.Error(exception.Message);
                text.WriteLine($"-- ICD-11: {exception.Message}");
                if (!partial) exitCode = ExitCode.No;
            }
        }

        if (exitCode == ExitCode.Fine) Console.Out.Write(text);
        return exitCode;
    }

    private static int Csv(GroupSet set)
    {
        Console.Out.WriteLine("group,system,code,title");
        for (var i = 0; i < set.Groups.Count; i++)
        {
            foreach (var (system, code, title) in GroupMembers.Of(set, i)) Console.Out.WriteLine($"{set.Groups[i].Id},{system},{code},\"{title.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
        }

        Console.Out.Flush();
        return ExitCode.Fine;
    }
}
