using System.CommandLine;
using System.Globalization;
using Icd.Core.Codes;
using Icd.Transition.Comparison;
using Icd.Transition.Comparison.Html;

namespace Icd.Cli;

/// <summary><c>icd compare</c>: how series of events are broken by the change of classification.</summary>
internal static class CompareCommand
{
    private const int Shown = 15;

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "CSV with a header: ICD-10 codes, and if there are any, ICD-11 expressions, years, sexes, age groups and counts" };
        var columns = (
            Icd10: Column("--icd10-column", "ICD-10 codes"), Icd11: Column("--icd11-column", "ICD-11 expressions, of rows registered in both systems or in ICD-11 only"), Year: Column("--year-column", "years"),
            Sex: Column("--sex-column", "sexes"), Age: Column("--age-column", "age groups"), Count: Column("--count-column", "how many events a row stands for"));
        var separator = new Option<string?>("--delimiter") { Description = "The delimiter: one character, or tab (default: the one that the header has)", HelpName = "CHAR" };
        var groups = new Option<string[]>("--groups") { Description = "Definitions of groups: a file or a folder; repeated for several", HelpName = "FILE" };
        var breakYear = new Option<int>("--break") { Description = "The first year of ICD-11 (default: the first year with rows in ICD-11 only)", HelpName = "YEAR" };
        var suppress = new Option<int>("--suppress-below") { Description = "Keep counts from 1 to below this back, and as many others as it takes that they cannot be worked out", HelpName = "N" };
        suppress.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, out var limit) && limit is < 0 or > 1000) result.AddError($"--suppress-below is {limit}; expected is 0 to 1000.");
        });
        var html = new Option<string?>("--html") { Description = "Write a page with charts that needs nothing else", HelpName = "FILE" };
        var csv = new Option<string?>("--csv") { Description = "Write the tables as CSV files into a folder", HelpName = "DIR" };
        var release = ShowCommand.ReleaseOption();
        var command = new CommandWithExamples(
            "compare", "Compare how events are counted in ICD-10 and ICD-11: comparability ratios, what splits, merges, moves and loses detail, and which codes cause it.",
            "icd compare deaths.csv --groups data/groups --html report.html --lang nb",
            "icd compare dual.csv --icd10-column kode10 --icd11-column kode11 --count-column antall --suppress-below 5 --csv tables")
        { file, columns.Icd10, columns.Icd11, columns.Year, columns.Sex, columns.Age, columns.Count, separator, groups, breakYear, suppress, html, csv, release };
        command.SetAction(parsed => Run(
            parsed, parsed.GetValue(file)!,
            new ComparisonColumns(parsed.GetValue(columns.Icd10), parsed.GetValue(columns.Icd11), parsed.GetValue(columns.Year), parsed.GetValue(columns.Sex), parsed.GetValue(columns.Age), parsed.GetValue(columns.Count)),
            parsed.GetValue(separator), parsed.GetValue(groups), parsed.GetValue(breakYear), parsed.GetValue(suppress), parsed.GetValue(html), parsed.GetValue(csv), parsed.GetValue(release)));
        return command;
    }

    private static Option<string?> Column(string name, string what) => new(name) { Description = $"The column of {what} (default: looked for by the usual names)", HelpName = "NAME" };

    private static int Run(ParseResult parsed, string file, ComparisonColumns columns, string? separator, string[]? groupFiles, int breakYear, int suppressBelow, string? html, string? csv, string? release)
    {
        if (!File.Exists(file)) throw new DataMissingException($"There is no file {file}. Check the path.");
        var (catalog, language) = (GlobalOptions.CatalogOf(parsed), GlobalOptions.MessageLanguageOf(parsed));
        var crosswalk = CrosswalkSource.Open(catalog, ShowCommand.ParseRelease(release), null);
        if (crosswalk.Who is null) Terminal.Note("WHO's mapping tables are not imported: only our own rules answer, so many codes will have no target.");
        var groups = groupFiles is null or [] ? null : GroupSource.Compile(GroupSource.Read(groupFiles), crosswalk);
        EventTable table;
        try
        {
            using var input = File.OpenRead(file);
            table = EventTable.Read(input, columns, separator is null ? null : GroupsEvaluateCommand.Separator(separator));
        }
        catch (InvalidDataException exception)
        {
            throw new DataMissingException($"{file}: {exception.Message}");
        }

        foreach (var rejected in table.Rejected) Terminal.Error($"{file}: {rejected}");
        if (table.RejectedRows > 0) Terminal.Error($"{file}: {table.RejectedRows} of {table.Rows} rows could not be used.");
        if (table.Events == 0) throw new DataMissingException($"{file}: there are no events. Check the columns with --icd10-column, --icd11-column and --count-column.");
        var tag = language == MessageLanguage.Bokmal ? "nb" : "en";
        var report = SeriesComparison.Run(table, crosswalk, new() { Groups = groups, BreakYear = breakYear, SuppressBelow = suppressBelow, TitleOf = entity => catalog.TitleOf(entity, tag).Text });
        if (html is not null)
        {
            using var writer = new StreamWriter(html);
            ComparisonPage.Write(report, language, Path.GetFileName(file), writer);
        }

        if (csv is not null)
        {
            Directory.CreateDirectory(csv);
            ComparisonCsv.Write(report, name => new StreamWriter(Path.Combine(csv, name)));
        }

        if (parsed.GetValue(GlobalOptions.Json)) Terminal.Json(writer => CompareJson.Write(writer, report, language));
        else WriteText(report, language);
        return table.RejectedRows == 0 ? ExitCode.Fine : ExitCode.No;
    }

    private static void WriteText(ComparisonReport report, MessageLanguage language)
    {
        var isBokmal = language == MessageLanguage.Bokmal;
        Console.Out.WriteLine(Terminal.Bold(isBokmal ? $"{Text(report.Events)} hendelser, {report.Edition} -> {report.Release}, {(report.IsRegistered ? "registrert i begge" : "etter konverteringstabellen")}" : $"{Text(report.Events)} events, {report.Edition} -> {report.Release}, {(report.IsRegistered ? "registered in both" : "by the crosswalk")}"));
        foreach (var unit in report.Forward.Where(unit => unit.Level == UnitLevel.Chapter))
            Console.Out.WriteLine($"  {unit.Unit.Id,-6} {Text(unit.Events),10}  {unit.Counterpart,-6} {Text(unit.Ratio)}  {string.Join(", ", unit.Flows.Take(4).Select(flow => $"{flow.To.Id} {Text(flow.Events)}"))}  {string.Join(' ', ComparisonCsv.NamesOf(unit.Changes))}");
        if (report.Groups.Count > 0) Console.Out.WriteLine(Terminal.Bold(isBokmal ? "Grupper: ICD-10, ICD-11, begge, forhold (95 % KI)" : "Groups: ICD-10, ICD-11, both, ratio (95 % CI)"));
        foreach (var group in report.Groups) Console.Out.WriteLine($"  {group.Group.Id,-28} {Text(group.Old),9} {Text(group.New),9} {Text(group.Both),9}  {Text(group.Ratio)}");
        if (report.Agreement is { } agreement) Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Kappa {Text(agreement.Kappa.Kappa)}, {agreement.Kappa.Observed:0.000}"));
        Console.Out.WriteLine(Terminal.Bold(isBokmal ? "Årsaker, etter volum" : "Causes, by volume"));
        foreach (var cause in report.Causes.Take(Shown))
            Console.Out.WriteLine($"  {Text(cause.Events),9}  {cause.Code,-6} -> {(cause.Target.Length > 0 ? cause.Target : "-"),-18} {string.Join(' ', ComparisonCsv.NamesOf(cause.Changes))} {string.Join(' ', cause.Groups)}  {Terminal.Visible(cause.Title)}");
        if (report.Causes.Count > Shown) Console.Out.WriteLine(isBokmal ? $"  … {report.Causes.Count - Shown} til (--html, --csv eller --json har alle)" : $"  … {report.Causes.Count - Shown} more (--html, --csv or --json has all)");
    }

    private static string Text(PublishedCount count) => count.Value?.ToString(CultureInfo.InvariantCulture) ?? ":";

    private static string Text(ConfidenceInterval? interval) => interval is { } found ? string.Create(CultureInfo.InvariantCulture, $"{found.Value:0.000} ({found.Low:0.000}-{found.High:0.000})") : "-";
}
