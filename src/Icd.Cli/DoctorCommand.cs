using System.CommandLine;
using System.Text.Json;
using Icd.Core.Codes;
using Icd.Toolkit.Answers;

namespace Icd.Cli;

/// <summary><c>icd doctor</c>: what data are loaded, what is missing, and what to do.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var command = new CommandWithExamples(
            "doctor", "What data are loaded, what is missing, and what to do about it. Exit code 0 if everything is there.",
            "icd doctor",
            "icd doctor --json --lang nb");
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var (catalog, nb) = (GlobalOptions.CatalogOf(parsed), GlobalOptions.MessageLanguageOf(parsed) == MessageLanguage.Bokmal);
        var findings = new Examination(catalog, nb).Findings().ToList();
        if (parsed.GetValue(GlobalOptions.Json)) Terminal.Json(writer => WriteJson(writer, GlobalOptions.DirectoryOf(parsed), findings));
        else WriteText(catalog.DataDirectory, findings, nb);
        return findings.Exists(finding => finding.State == "broken") ? ExitCode.Data : findings.Exists(finding => finding.State == "missing") ? ExitCode.No : ExitCode.Fine;
    }

    private static void WriteText(string directory, List<DoctorFinding> findings, bool nb)
    {
        Console.Out.WriteLine($"icd {ToolVersion.Text}, {(nb ? "datakatalog" : "data directory")} {directory}{(Directory.Exists(directory) ? "" : nb ? " (finnes ikke ennå)" : " (not there yet)")}");
        foreach (var (_, state, text, remedy) in findings) Console.Out.WriteLine($"  {(nb ? Bokmal(state) : state),-8} {text}{(remedy is null ? "" : $"\n           {remedy}")}");
        var (broken, missing) = (findings.Count(finding => finding.State == "broken"), findings.Count(finding => finding.State == "missing"));
        Console.Out.WriteLine((broken + missing, nb) switch
        {
            (0, true) => "Alt er på plass.",
            (0, false) => "Everything is there.",
            (_, true) => $"Skadet: {broken}. Mangler: {missing}.",
            _ => $"Broken: {broken}. Missing: {missing}.",
        });
    }

    private static string Bokmal(string state) => state switch { "present" => "finnes", "missing" => "mangler", "optional" => "valgfri", _ => "skadet" };

    private static void WriteJson(Utf8JsonWriter writer, string directory, List<DoctorFinding> findings)
    {
        writer.WriteStartObject();
        writer.WriteString("dataDirectory", directory);
        writer.WriteObjects("findings", findings, finding =>
        {
            writer.WriteString("name", finding.Name);
            writer.WriteString("state", finding.State);
            writer.WriteString("text", finding.Text);
            writer.WriteString("remedy", finding.Remedy);
        });
        writer.WriteEndObject();
    }
}
