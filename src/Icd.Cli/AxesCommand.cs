using System.CommandLine;
using System.Text.Json;
using Icd.Core.Postcoordination;
using Icd.Core.Releases;

namespace Icd.Cli;

/// <summary><c>icd axes</c>: what a stem takes.</summary>
internal static class AxesCommand
{
    public static Command Create()
    {
        var stem = new Argument<string>("STEM") { Description = "An ICD-11 stem code" };
        var release = ShowCommand.ReleaseOption();
        var find = new Option<string?>("--find") { Description = "List the values whose title contains a text", HelpName = "TEXT" };
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
            Terminal.Error(GlobalOptions.LanguageOf(parsed) == "nb" ? $"'{code}' er ikke en stamkode i {judging.Key}." : $"'{code}' is not a stem code of {judging.Key}.");
            return ExitCode.No;
        }

        var axes = new StemAxes(judging);
        if (parsed.GetValue(GlobalOptions.Json)) Terminal.Json(writer => WriteJson(writer, parsed, catalog, stem, axes, text));
        else WriteText(parsed, catalog, stem, axes, text);
        return ExitCode.Fine;
    }

    private static void WriteText(ParseResult parsed, ReleaseCatalog catalog, Entity stem, StemAxes axes, string? text)
    {
        var (language, messages) = (GlobalOptions.LanguageOf(parsed), GlobalOptions.MessageLanguageOf(parsed));
        Console.Out.WriteLine($"{Terminal.Code(stem.Code)}  {Terminal.Bold(catalog.TitleOf(stem, language).Text)}");
        foreach (var axis in axes.Of(stem))
        {
            Console.Out.WriteLine($"  {Terminal.Bold(AxisNames.Label(axis.Name, messages))} ({axis.Name}){(axis.IsRequired ? language == "nb" ? ", påkrevd" : ", required" : "")}, {Terminal.Kebab(axis.AllowMultipleValues)}  {Terminal.Faint(axis.Provenance)}");
            foreach (var value in Listed(catalog, axis, text, language)) Console.Out.WriteLine($"    {Terminal.Code(value.Code.Length > 0 ? value.Code : $"[{value.Id}]")} {catalog.TitleOf(value, language).Text}{(value.IsLeaf ? "" : Terminal.Faint($"  +{value.DescendantCount}"))}");
        }

        if (axes.Of(stem).Count == 0)
            Console.Out.WriteLine(axes.Covers(stem) ? "  No axes: only diagnosis code descriptors (XY…) may follow." : "  Nothing is known of its axes.");
    }

    private static IEnumerable<Entity> Listed(ReleaseCatalog catalog, Axis axis, string? text, string language) =>
        text is null ? axis.Roots : axis.Values.Where(value =>
            catalog.TitleOf(value, language).Text.Contains(text, StringComparison.OrdinalIgnoreCase) || value.Title.Contains(text, StringComparison.OrdinalIgnoreCase));

    private static void WriteJson(Utf8JsonWriter writer, ParseResult parsed, ReleaseCatalog catalog, Entity stem, StemAxes axes, string? text)
    {
        var language = GlobalOptions.LanguageOf(parsed);
        writer.WriteStartObject();
        writer.WriteString("stem", stem.Code);
        writer.WriteString("release", stem.Release.Key.ReleaseId.ToString());
        writer.WriteBoolean("known", axes.Covers(stem));
        writer.WriteStartArray("axes");
        foreach (var axis in axes.Of(stem))
        {
            writer.WriteStartObject();
            writer.WriteString("axis", axis.Name);
            writer.WriteString("label", AxisNames.Label(axis.Name, GlobalOptions.MessageLanguageOf(parsed)));
            writer.WriteBoolean("required", axis.IsRequired);
            writer.WriteString("allowMultipleValues", axis.AllowMultipleValues.ToString());
            writer.WriteString("authority", Terminal.Kebab(axis.Authority));
            writer.WriteString("provenance", axis.Provenance);
            writer.WriteStartArray("values");
            foreach (var value in Listed(catalog, axis, text, language))
            {
                writer.WriteStartObject();
                writer.WriteString("code", value.Code.Length > 0 ? value.Code : null);
                writer.WriteString("uri", value.Uri.ToString());
                writer.WriteString("title", catalog.TitleOf(value, language).Text);
                writer.WriteNumber("descendants", value.DescendantCount);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
