using System.CommandLine;
using System.Text.Json;
using Icd.Core.Codes;
using Icd.Mapping;
using Icd.Toolkit.Answers;
using Icd.Transition.Groups;

namespace Icd.Cli;

/// <summary><c>icd groups</c>: populations as ICD-10 and ICD-11 sets side by side.</summary>
internal static class GroupsCommand
{
    private const int Shown = 12;

    public static Command Create()
    {
        var command = new CommandWithExamples(
            "groups", "Groups such as ischaemic heart disease, defined in ICD-10 and ICD-11 side by side: check, translate, evaluate, export.",
            "icd groups check data/groups",
            "icd groups evaluate data/groups --file rows.csv --column kode > rows-with-groups.csv")
        { CreateCheck(), CreateTranslate(), GroupsEvaluateCommand.Create(), GroupsExportCommand.Create() };
        DataCommand.RequireSubcommand(command);
        return command;
    }

    public static Option<string[]> OnlyOption() => new("--group") { Description = "Only this group; repeated for several", HelpName = "ID" };

    private static CommandWithExamples CreateCheck()
    {
        var (files, only, release) = (GroupSource.FilesArgument(), OnlyOption(), ShowCommand.ReleaseOption());
        var all = new Option<bool>("--all") { Description = "List every remark, not the first of each kind" };
        var command = new CommandWithExamples(
            "check", "Check definitions: unknown codes, empty sides, overlap, and whether both sides cover each other by the crosswalk. Exit code 0 if nothing is wrong.",
            "icd groups check data/groups",
            "icd groups check my.groups --group hip-fracture --all --lang nb")
        { files, only, all, release };
        command.SetAction(parsed => Check(parsed, parsed.GetValue(files)!, parsed.GetValue(only), parsed.GetValue(all), parsed.GetValue(release)));
        return command;
    }

    private static CommandWithExamples CreateTranslate()
    {
        var (files, only, release) = (GroupSource.FilesArgument(), OnlyOption(), ShowCommand.ReleaseOption());
        var command = new CommandWithExamples(
            "translate", "Propose the ICD-11 side of groups from their ICD-10 side, with what each entry rests on and what cannot be expressed.",
            "icd groups translate my.groups > proposed.groups",
            "icd groups translate my.groups --group diabetes --json")
        { files, only, release };
        command.SetAction(parsed => Translate(parsed, parsed.GetValue(files)!, parsed.GetValue(only), parsed.GetValue(release)));
        return command;
    }

    private static int Check(ParseResult parsed, string[] files, string[]? only, bool all, string? release)
    {
        var crosswalk = GroupSource.Crosswalk(parsed, release);
        var groups = GroupSource.Only(GroupSource.Read(files), only);
        var reports = GroupCheck.Run(GroupSet.Compile(groups, crosswalk.Edition, crosswalk.Validator.Axes), crosswalk, new BackCrosswalk(crosswalk));
        var language = GlobalOptions.MessageLanguageOf(parsed);
        if (parsed.GetValue(GlobalOptions.Json)) Terminal.Json(writer => WriteJson(writer, crosswalk, reports, language));
        else foreach (var report in reports) WriteText(report, language, all);
        return reports.Any(report => report.Problems.Any(problem => problem.IsError)) ? ExitCode.No : ExitCode.Fine;
    }

    private static void WriteText(GroupReport report, MessageLanguage language, bool all)
    {
        Console.Out.WriteLine($"{Terminal.Bold(report.Group.Id)}  {report.Group.Name.In(language)}: ICD-10 {report.Icd10Codes}, ICD-11 {report.Icd11Stems}, {report.Mapped}/{report.Icd10Codes} -> ICD-11, +{report.Caught}");
        foreach (var kind in report.Problems.GroupBy(problem => problem.Kind))
        {
            var list = kind.ToList();
            foreach (var problem in list.Take(all ? int.MaxValue : Shown)) Console.Out.WriteLine($"  {(problem.IsError ? "error" : "note ")}  {ContractName.Of(problem.Kind)}: {problem.Text.In(language)}");
            if (!all && list.Count > Shown) Console.Out.WriteLine($"         … {list.Count - Shown} more (--all)");
        }

        if (report.Judged.Count > 0) Console.Out.WriteLine($"  {report.Judged.Count} differences named by the definition");
    }

    private static void WriteJson(Utf8JsonWriter writer, Crosswalk crosswalk, IReadOnlyList<GroupReport> reports, MessageLanguage language)
    {
        writer.WriteStartObject();
        writer.WriteString("edition", crosswalk.Edition.Key.ToString());
        writer.WriteString("release", crosswalk.Release.Key.ToString());
        writer.WriteObjects("groups", reports, report =>
        {
            writer.WriteString("id", report.Group.Id);
            writer.WriteString("name", report.Group.Name.In(language));
            writer.WriteNumber("icd10Codes", report.Icd10Codes);
            writer.WriteNumber("icd11Stems", report.Icd11Stems);
            writer.WriteNumber("mapped", report.Mapped);
            writer.WriteNumber("caught", report.Caught);
            writer.WriteObjects("problems", report.Problems, problem =>
            {
                writer.WriteString("kind", ContractName.Of(problem.Kind));
                writer.WriteBoolean("error", problem.IsError);
                writer.WriteString("subject", problem.Subject);
                writer.WriteString("message", problem.Text.In(language));
                writer.WriteString("origin", problem.Origin);
            });
            writer.WriteObjects("judged", report.Judged, difference =>
            {
                writer.WriteString("code", difference.Code);
                writer.WriteString("reason", difference.Reason);
                writer.WriteString("origin", difference.Origin);
            });
        });
        writer.WriteEndObject();
    }

    private static int Translate(ParseResult parsed, string[] files, string[]? only, string? release)
    {
        var crosswalk = GroupSource.Crosswalk(parsed, release);
        var set = GroupSource.Compile([.. GroupSource.Only(GroupSource.Read(files), only).Select(group => group with { Icd11 = [] })], crosswalk);
        var translator = new GroupTranslator(set, crosswalk, new BackCrosswalk(crosswalk));
        var translations = Enumerable.Range(0, set.Groups.Count).Where(at => set.Groups[at].Icd10.Count > 0).Select(translator.Translate).ToList();
        var language = GlobalOptions.MessageLanguageOf(parsed);
        if (parsed.GetValue(GlobalOptions.Json)) Terminal.Json(writer => WriteJson(writer, crosswalk, translations, language));
        else
        {
            Console.Out.WriteLine($"# Proposed from {crosswalk.Edition.Key} for {crosswalk.Release.Key}; not official. A line '! CODE' names a code that the proposal misses, '? CODE' one that it takes in though it is not of the group.");
            foreach (var translation in translations)
            {
                Console.Out.WriteLine();
                GroupText.Write(Console.Out, translation, language);
            }
        }

        return translations.Any(translation => translation.NotExpressed.Count > 0) ? ExitCode.No : ExitCode.Fine;
    }

    private static void WriteJson(Utf8JsonWriter writer, Crosswalk crosswalk, List<GroupTranslation> translations, MessageLanguage language)
    {
        writer.WriteStartObject();
        writer.WriteString("edition", crosswalk.Edition.Key.ToString());
        writer.WriteString("release", crosswalk.Release.Key.ToString());
        writer.WriteObjects("groups", translations, translation =>
        {
            writer.WriteString("id", translation.Group.Id);
            writer.WriteObjects("terms", translation.Terms, entry =>
            {
                var (term, title, codes, provenance) = entry;
                writer.WriteString("term", term.Text);
                writer.WriteBoolean("excluded", term.IsExcluded);
                writer.WriteString("title", title);
                WriteStrings(writer, "icd10", codes.Select(code => code.ToString("D", null)));
                WriteStrings(writer, "provenance", provenance);
            });
            writer.WriteObjects("notExpressed", translation.NotExpressed, missed =>
            {
                writer.WriteString("code", missed.Code.ToString("D", null));
                writer.WriteBoolean("member", missed.IsMember);
                writer.WriteString("target", missed.Target.Length > 0 ? missed.Target : null);
                writer.WriteString("reason", missed.Reason.In(language));
            });
        });
        writer.WriteEndObject();
    }

    private static void WriteStrings(Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteTexts(name, texts);
    }
}
