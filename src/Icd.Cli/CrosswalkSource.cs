using System.CommandLine;
using Icd.Core.Codes;
using Icd.Core.Releases;
using Icd.Mapping;
using Icd.Mapping.Rules;

namespace Icd.Cli;

/// <summary>The crosswalk that a command works with: releases from the catalog, rules built in or from a folder.</summary>
internal static class CrosswalkSource
{
    public static Option<string?> RulesOption() => new("--rules") { Description = "Read our mapping rules from a folder of tables, in place of those built in", HelpName = "DIR" };

    /// <exception cref="DataMissingException">The releases or the folder are missing, or a table is malformed.</exception>
    public static Crosswalk Open(ReleaseCatalog catalog, ReleaseId release, string? rules) =>
        Crosswalk.Open(catalog, release, rules is null ? null : Read(rules)) ?? throw new DataMissingException(
            catalog.Newest(Classification.Icd10) is null
                ? "The Norwegian ICD-10 is missing from this build: build it with Node.js 20 or newer on the machine."
                : $"Release {release} of ICD-11 MMS is not loaded. `icd data list` shows what is; `icd data fetch {release}` loads it.");

    private static CrosswalkRules Read(string folder)
    {
        if (!Directory.Exists(folder)) throw new DataMissingException($"There is no folder {folder}. Name one with tables of rules, such as data/crosswalk.");
        var tables = Directory.EnumerateFiles(folder, "*.tsv").Order(StringComparer.Ordinal).ToList();
        // No rules at all would answer too, by WHO's tables alone, which nobody who names a folder means.
        if (tables.Count == 0) throw new DataMissingException($"There are no *.tsv tables in {folder}. Name a folder with tables of rules, such as data/crosswalk.");
        try
        {
            return CrosswalkRules.Parse(tables.Select(path => (path, (TextReader)new StreamReader(path))));
        }
        catch (FormatException exception)
        {
            throw new DataMissingException(exception.Message);
        }
    }
}
