using System.CommandLine;
using System.Text.Json;
using Icd.Cli.Shell;
using Icd.Core.Releases;
using Icd.Toolkit.Answers;

namespace Icd.Cli;

/// <summary><c>icd data diff</c>: what changed between two releases.</summary>
internal static class DataDiffCommand
{
    public static Command Create()
    {
        var before = new Argument<string>("A") { Description = "The earlier release: 2022-02 (of MMS), or with its classification, icf-2022-02" };
        var after = new Argument<string>("B") { Description = "The later release" };
        before.CompletionSources.Add(ReleaseNames.Keys);
        after.CompletionSources.Add(ReleaseNames.Keys);
        var titles = new Option<string>("--titles") { Description = "The language in which titles are compared", DefaultValueFactory = _ => "en", HelpName = "LANG" };
        var all = new Option<bool>("--all") { Description = "List every change, not the first of each kind" };
        var command = new CommandWithExamples(
            "diff", "Compare two releases: added, retired, recoded, moved, retitled, and codes that mean something else now.",
            "icd data diff 2022-02 2024-01",
            "icd data diff 2024-01 2025-01 --all --json")
        { before, after, titles, all };
        command.SetAction(parsed => Run(parsed, parsed.GetValue(before)!, parsed.GetValue(after)!, parsed.GetValue(titles)!, parsed.GetValue(all)));
        return command;
    }

    private static int Run(ParseResult parsed, string before, string after, string language, bool all)
    {
        var catalog = GlobalOptions.CatalogOf(parsed);
        var (earlier, later) = (Open(catalog, before), Open(catalog, after));
        if (earlier.Classification != later.Classification) throw new UsageException($"{earlier.Key} og {later.Key} er av ulike kodeverk.", $"{earlier.Key} and {later.Key} are of different classifications.");
        // Without titles on one side nothing would count as retitled, which reads as "no title changed".
        foreach (var release in (Release[])[earlier, later])
        {
            if (!release.Languages.Contains(language))
                throw new DataMissingException($"{release.Key} has no titles in '{language}'; it has: {string.Join(", ", release.Languages)}. Choose with --titles, or import the language.");
        }

        var diff = ReleaseDiff.Compare(earlier, later, language);
        if (parsed.GetValue(GlobalOptions.Json)) Terminal.Json(writer => WriteJson(writer, diff, language));
        else WriteText(diff, language, all ? int.MaxValue : 8);
        return ExitCode.Fine;
    }

    private static Release Open(ReleaseCatalog catalog, string name)
    {
        if (!ReleaseKey.TryParseFileName(name + ReleaseKey.FileExtension, out var key)
            && !ReleaseKey.TryParseFileName($"mms-{name}{ReleaseKey.FileExtension}", out key))
            throw new UsageException($"'{name}' er ingen utgave; ventet er for eksempel 2024-01 eller icf-2022-02.", $"'{name}' is not a release; expected is for example 2024-01 or icf-2022-02.");
        return catalog.Keys.Contains(key)
            ? catalog.Open(key)
            : throw new DataMissingException($"{key} is not loaded; loaded are: {string.Join(", ", catalog.Keys)}. Load it with `icd data fetch` or `icd data import`.");
    }

    private static void WriteText(ReleaseDiff diff, string language, int most)
    {
        Console.Out.WriteLine(Terminal.Bold($"{diff.Before.Key} -> {diff.After.Key}"));
        Section("Added", diff.Added, most, entity => $"{EntityText.NameOf(entity)} {Title(entity, language)}");
        Section("Retired", diff.Retired, most, entity => $"{EntityText.NameOf(entity)} {Title(entity, language)}");
        Section("Recoded", diff.Recoded, most, change => $"{EntityText.NameOf(change.Before)} -> {EntityText.NameOf(change.After)} {Title(change.After, language)}");
        Section("Codes that mean another entity now", diff.Reused, most, change => $"{change.Before.Code}: {Title(change.Before, language)} -> {Title(change.After, language)}");
        Section("Moved", diff.Moved, most, change => $"{EntityText.NameOf(change.After)} {Title(change.After, language)}: {Above(change.Before)} -> {Above(change.After)}");
        Section($"Retitled ({language})", diff.Retitled, most, change => $"{EntityText.NameOf(change.After)} {change.Before.TitleIn(language)} -> {change.After.TitleIn(language)}");
    }

    /// <summary>In the language compared; a translation's gaps are filled from the release's first language.</summary>
    private static string Title(Entity entity, string language) => entity.TitleIn(language) ?? entity.Title;

    private static string Above(Entity entity) => entity.Parent is { } parent ? EntityText.NameOf(parent) : "top";

    private static void Section<T>(string name, IReadOnlyList<T> changes, int most, Func<T, string> line)
    {
        Console.Out.WriteLine($"{Terminal.Bold(name)}: {changes.Count}");
        foreach (var change in changes.Take(most)) Console.Out.WriteLine("  " + line(change));
        if (changes.Count > most) Console.Out.WriteLine(Terminal.Faint($"  … {changes.Count - most} more (--all)"));
    }

    private static void WriteJson(Utf8JsonWriter writer, ReleaseDiff diff, string language)
    {
        writer.WriteStartObject();
        writer.WriteString("before", diff.Before.Key.ToString());
        writer.WriteString("after", diff.After.Key.ToString());
        WriteEntities(writer, "added", diff.Added, language);
        WriteEntities(writer, "retired", diff.Retired, language);
        WriteChanges(writer, "recoded", diff.Recoded, language);
        WriteChanges(writer, "reused", diff.Reused, language);
        WriteChanges(writer, "moved", diff.Moved, language);
        WriteChanges(writer, "retitled", diff.Retitled, language);
        writer.WriteEndObject();
    }

    private static void WriteEntities(Utf8JsonWriter writer, string name, IReadOnlyList<Entity> entities, string language)
    {
        writer.WriteStartArray(name);
        foreach (var entity in entities) WriteEntity(writer, entity, language);
        writer.WriteEndArray();
    }

    private static void WriteChanges(Utf8JsonWriter writer, string name, IReadOnlyList<EntityChange> changes, string language)
    {
        writer.WriteObjects(name, changes, change =>
        {
            writer.WritePropertyName("before");
            WriteEntity(writer, change.Before, language);
            writer.WritePropertyName("after");
            WriteEntity(writer, change.After, language);
        });
    }

    private static void WriteEntity(Utf8JsonWriter writer, Entity entity, string language)
    {
        writer.WriteStartObject();
        writer.WriteString("code", entity.Code.Length > 0 ? entity.Code : null);
        writer.WriteString("uri", entity.Uri == default ? null : entity.Uri.ToString());
        writer.WriteString("blockId", entity.BlockId);
        writer.WriteString("title", Title(entity, language));
        writer.WriteString("parent", entity.Parent is { } parent ? EntityText.NameOf(parent) : null);
        writer.WriteEndObject();
    }
}
