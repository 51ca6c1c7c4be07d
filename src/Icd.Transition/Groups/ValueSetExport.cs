using System.Text.Json;
using Icd.Core.Releases;
using Icd.Mapping;

namespace Icd.Transition.Groups;

/// <summary>Writes groups as FHIR ValueSets. Only elements that R4 and R5 have alike are used, so one file serves both.</summary>
/// <remarks>
/// The ICD-10 side is written as its codes, because no filter of a server knows ranges and national keys. The ICD-11 side is written as filters
/// <c>concept is-a</c>, an include for each subtree since the filters of one include must all hold, and exclusions as excludes. What stands beside a stem
/// in a cluster no filter can say; such terms are returned and named in the value set's description.
/// </remarks>
public static class ValueSetExport
{
    /// <summary>Writes one ValueSet, or for several groups a Bundle of them.</summary>
    /// <param name="set">The groups, all of whose terms must be known to the releases.</param>
    /// <param name="stream">Where to; UTF-8.</param>
    /// <returns>The terms that no value set can say.</returns>
    public static IReadOnlyList<Icd11Term> Write(GroupSet set, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(set);
        using var writer = new Utf8JsonWriter(stream, new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true });
        var unsaid = new List<Icd11Term>();
        if (set.Groups.Count == 1) WriteValueSet(writer, set, 0, unsaid);
        else
        {
            writer.WriteStartObject();
            writer.WriteString("resourceType", "Bundle");
            writer.WriteString("type", "collection");
            writer.WriteStartArray("entry");
            for (var i = 0; i < set.Groups.Count; i++)
            {
                writer.WriteStartObject();
                writer.WritePropertyName("resource");
                WriteValueSet(writer, set, i, unsaid);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return unsaid;
    }

    private static void WriteValueSet(Utf8JsonWriter writer, GroupSet set, int at, List<Icd11Term> unsaid)
    {
        var group = set.Groups[at];
        var mine = set.Terms.Where(term => term.Group == at).ToList();
        var left = mine.Where(term => term.Conditions.Count > 0).Select(term => term.Term).ToList();
        unsaid.AddRange(left);
        var codes = set.Edition.Entities.Where(entity => entity.IsSelectable && entity.Icd10Code != default && set.Contains(at, entity.Icd10Code)).ToList();
        writer.WriteStartObject();
        writer.WriteString("resourceType", "ValueSet");
        // FHIR ids have no underscore and at most 64 characters.
        writer.WriteString("id", group.Id.Replace('_', '-')[..Math.Min(64, group.Id.Length)]);
        writer.WriteString("version", $"{set.Edition.Key.ReleaseId}-{set.Axes.Release.Key.ReleaseId}");
        writer.WriteString("name", MachineName(group.Id));
        writer.WriteString("title", group.Name.English);
        writer.WriteString("status", "draft");
        var missing = left.Count == 0 ? "" : $" Not said by this value set: {string.Join("; ", left.Select(term => (term.IsExcluded ? "not " : "") + term.Text))}.";
        writer.WriteString("description", $"{group.Name.Bokmal}. {group.Note}{missing} Does not originate from WHO or Helsedirektoratet.".Replace("  ", " ", StringComparison.Ordinal));
        writer.WriteStartObject("compose");
        writer.WriteStartArray("include");
        if (codes.Count > 0) WriteCodes(writer, CodeSystems.NorwegianIcd10, set.Edition, codes.Select(entity => (entity.Icd10Code.ToString("N", null), entity.Title)));
        foreach (var term in mine.Where(term => !term.Term.IsExcluded && term.Conditions.Count == 0)) WriteSubtrees(writer, set.Axes.Release, term);
        writer.WriteEndArray();
        if (mine.Exists(term => term.Term.IsExcluded && term.Conditions.Count == 0))
        {
            writer.WriteStartArray("exclude");
            foreach (var term in mine.Where(term => term.Term.IsExcluded && term.Conditions.Count == 0)) WriteSubtrees(writer, set.Axes.Release, term);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    /// <summary>The topmost entities of a term, an element each.</summary>
    private static void WriteSubtrees(Utf8JsonWriter writer, Release release, BoundTerm term)
    {
        if (term.Term.Stems.IsExact)
        {
            WriteCodes(writer, CodeSystems.Icd11Mms, release, [(release[term.Start].Code, release[term.Start].Title)]);
            return;
        }

        for (var i = term.Start; i < term.End; i = Icd11Selector.EndOf(release[i]))
        {
            writer.WriteStartObject();
            writer.WriteString("system", CodeSystems.Icd11Mms);
            writer.WriteString("version", release.Key.ReleaseId.ToString());
            writer.WriteStartArray("filter");
            writer.WriteStartObject();
            writer.WriteString("property", "concept");
            writer.WriteString("op", "is-a");
            // A block has no code; its URI names it.
            writer.WriteString("value", release[i].Code.Length > 0 ? release[i].Code : release[i].Uri.ToString());
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
    }

    private static void WriteCodes(Utf8JsonWriter writer, string system, Release release, IEnumerable<(string Code, string Display)> codes)
    {
        writer.WriteStartObject();
        writer.WriteString("system", system);
        writer.WriteString("version", release.Key.ReleaseId.ToString());
        writer.WriteStartArray("concept");
        foreach (var (code, display) in codes)
        {
            writer.WriteStartObject();
            writer.WriteString("code", code);
            writer.WriteString("display", display);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>FHIR's computable name: a capital letter, then letters and digits.</summary>
    private static string MachineName(string id) =>
        "Icd" + string.Concat(id.Split('-', '_').Where(part => part.Length > 0).Select(part => char.ToUpperInvariant(part[0]) + part[1..]).Select(part => string.Concat(part.Where(char.IsAsciiLetterOrDigit))));
}
