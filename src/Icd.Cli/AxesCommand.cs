using System.CommandLine;
using Icd.Core.Postcoordination;
using Icd.Core.Releases;
using Icd.Toolkit.Answers;

namespace Icd.Cli;

/// <summary><c>icd axes</c>: what a stem takes.</summary>
internal static class AxesCommand
{
    /// <summary>An axis may have thousands of values; who finds more than these asks more exactly.</summary>
    private const int MostFound = 50;

    public static Command Create()
    {
        var stem = new Argument<string>("STEM") { Description = "An ICD-11 stem code" };
        var release = ShowCommand.ReleaseOption();
        var find = new Option<string?>("--find") { Description = "List the values that a text names, in Norwegian or English, best first", HelpName = "TEXT" };
        var command = new CommandWithExamples(
            "axes", "List the axes of a stem code, required ones marked, with the values at their top.",
            "icd axes NC32.Z",
            "icd axes CB41 --lang nb",
            "icd axes NC32.Z --find shaft")
        { stem, release, find };
        command.SetAction(parsed => Run(parsed, parsed.GetValue(stem)!, parsed.GetValue(release), parsed.GetValue(find)));
        return command;
    }

    private static int Run(ParseResult parsed, string code, string? release, string? text)
    {
        var catalog = GlobalOptions.CatalogOf(parsed);
        var judging = ValidateCommand.JudgingRelease(catalog, release);
        if (!judging.TryFind(code.Trim(), out var stem) || !stem.IsSelectable || stem.IsExtension)
        {
            if (parsed.GetValue(GlobalOptions.Json)) Terminal.Json(writer => writer.WriteNullValue());
            Terminal.Error(GlobalOptions.LanguageOf(parsed) == "nb" ? $"'{code}' er ikke en stamkode i {judging.Key}." : $"'{code}' is not a stem code of {judging.Key}.");
            return ExitCode.No;
        }

        var axes = new StemAxes(judging);
        var allowed = new AllowedValues(axes, catalog).Of(stem);
        if (parsed.GetValue(GlobalOptions.Json)) Terminal.Json(writer => AxesJson.Write(writer, stem, axes.Covers(stem), allowed, axis => Listed(axis, text), GlobalOptions.MessageLanguageOf(parsed)));
        else WriteText(parsed, catalog, stem, axes.Covers(stem), allowed, text);
        return ExitCode.Fine;
    }

    private static void WriteText(ParseResult parsed, ReleaseCatalog catalog, Entity stem, bool isKnown, IReadOnlyList<AllowedAxis> allowed, string? text)
    {
        var (language, messages) = (GlobalOptions.LanguageOf(parsed), GlobalOptions.MessageLanguageOf(parsed));
        var nb = language == "nb";
        Console.Out.WriteLine($"{Terminal.Code(stem.Code)}  {Terminal.Bold(catalog.TitleOf(stem, language).Text)}");
        foreach (var offered in allowed)
        {
            var axis = offered.Axis;
            Console.Out.WriteLine($"  {Terminal.Bold(offered.Label(messages))} ({axis.Name}){(axis.IsRequired ? nb ? ", påkrevd" : ", required" : "")}, {Multiplicity(axis.AllowMultipleValues, nb)}  {Terminal.Faint(axis.Provenance)}");
            foreach (var value in Listed(offered, text)) Console.Out.WriteLine($"    {Terminal.Code(EntityText.NameOf(value.Entity))} {(nb ? value.Bokmal : value.English).Text}{(value.HasChildren ? Terminal.Faint($"  +{value.Entity.DescendantCount}") : "")}");
        }

        if (allowed.Count > 0) return;
        Console.Out.WriteLine((isKnown, nb) switch
        {
            (true, true) => "  Ingen akser: bare diagnosebeskrivelser (XY…) kan følge.",
            (true, false) => "  No axes: only diagnosis code descriptors (XY…) may follow.",
            (false, true) => "  Aksene er ikke kjent.",
            _ => "  Nothing is known of its axes.",
        });
    }

    private static string Multiplicity(AllowMultipleValues multiple, bool nb) => (multiple, nb) switch
    {
        (AllowMultipleValues.AllowAlways, true) => "flere verdier",
        (AllowMultipleValues.AllowAlways, false) => "several values",
        (AllowMultipleValues.NotAllowed, true) => "én verdi",
        (AllowMultipleValues.NotAllowed, false) => "one value",
        (_, true) => "flere verdier fra ulike grupper",
        _ => "several values from different groups",
    };

    private static IReadOnlyList<AllowedValue> Listed(AllowedAxis axis, string? text) => text is null ? axis.Roots : axis.Find(text, MostFound);
}
