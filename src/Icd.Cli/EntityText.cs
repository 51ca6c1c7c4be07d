using Icd.Core.Codes;
using Icd.Core.Releases;
using Icd.Toolkit.Answers;

namespace Icd.Cli;

/// <summary>An entity as text for a person.</summary>
internal static class EntityText
{
    /// <summary>More children than this are counted, not listed: the answer should fit a screen.</summary>
    private const int MostListed = 60;

    public static void Write(TextWriter output, Entity entity, ReleaseCatalog catalog, string language, int depth)
    {
        var nb = language == "nb";
        var title = catalog.TitleOf(entity, language);
        output.WriteLine($"{Terminal.Code(NameOf(entity))}  {Terminal.Bold(title.Text)}{Authored(title, nb)}");
        foreach (var other in entity.Release.Languages)
        {
            if (other != title.Language && entity.TitleIn(other) is { } text && text != title.Text) output.WriteLine($"    {Terminal.Faint(other)}  {text}");
        }

        var release = entity.Release;
        output.WriteLine(Terminal.Faint($"    {release.Classification.DisplayName()} {release.Key.ReleaseId}{(release.Key.IsStarter ? " starter" : "")} · {Describe(entity, nb)}{(entity.Uri == default ? "" : $" · {entity.Uri}")}"));
        if (entity.Parent is { } parent) Path(output, parent, catalog, language);
        Terms(output, entity, catalog, language);
        Scales(output, entity, catalog, language);
        Children(output, entity, catalog, language, depth);
        output.WriteLine();
    }

    /// <summary>What to call an entity in a line: its code, WHO's block id, or its number.</summary>
    public static string NameOf(Entity entity) => entity.Code.Length > 0 ? entity.Code : entity.BlockId ?? $"[{entity.Id}]";

    private static string Authored(DisplayTitle title, bool nb) =>
        !title.IsAuthored ? "" : Terminal.Faint(nb ? "  (vår ordlyd, ikke offisiell)" : "  (our wording, not official)");

    private static string Describe(Entity entity, bool nb)
    {
        var kind = entity.Kind switch
        {
            EntityKind.Chapter => nb ? "kapittel" : "chapter",
            EntityKind.Block => nb ? "blokk" : "block",
            _ when entity.IsExtension => nb ? "tilleggskode" : "extension code",
            _ when entity.Release.Classification == Classification.Mms => nb ? "stamkode" : "stem code",
            _ => nb ? "kategori" : "category",
        };
        if (entity.Residual != Residual.None) kind += (entity.Residual, nb) switch
        {
            (Residual.Other, true) => ", annen spesifisert",
            (Residual.Other, false) => ", other specified",
            (_, true) => ", uspesifisert",
            _ => ", unspecified",
        };
        return entity.IsSelectable ? kind : kind + (nb ? ", kan ikke brukes til koding" : ", not for coding");
    }

    private static void Path(TextWriter output, Entity above, ReleaseCatalog catalog, string language)
    {
        if (above.Parent is { } parent) Path(output, parent, catalog, language);
        output.WriteLine($"  {new string(' ', above.Depth * 2)}{Terminal.Faint(NameOf(above))} {catalog.TitleOf(above, language).Text}");
    }

    private static void Terms(TextWriter output, Entity entity, ReleaseCatalog catalog, string language)
    {
        // The reader's language and English, which the rest falls back to.
        foreach (var terms in catalog.TermsOf(entity).Where(term => term.Text.Length > 0 && (term.Language == language || term.Language == "en")).GroupBy(term => KindName(term.Kind, language == "nb")))
            output.WriteLine($"  {terms.Key}: {string.Join("; ", terms.Select(term => term.Text))}");
    }

    private static string KindName(TermKind kind, bool nb) => kind switch
    {
        TermKind.Synonym => nb ? "Synonymer" : "Synonyms",
        TermKind.NarrowerTerm => nb ? "Snevrere" : "Narrower",
        TermKind.Inclusion => nb ? "Omfatter" : "Includes",
        TermKind.Exclusion => nb ? "Utelukker" : "Excludes",
        TermKind.IndexTerm => nb ? "Indekstermer" : "Index terms",
        TermKind.Definition => nb ? "Definisjon" : "Definition",
        TermKind.CodingNote => nb ? "Kodeveiledning" : "Coding note",
        _ => ContractName.Of(kind),
    };

    private static void Scales(TextWriter output, Entity entity, ReleaseCatalog catalog, string language)
    {
        foreach (var scale in entity.Scales)
        {
            var roots = string.Join("; ", scale.Roots.Take(6).Select(root => $"{NameOf(root)} {catalog.TitleOf(root, language).Text}"));
            var required = scale.IsRequired ? language == "nb" ? " (påkrevd)" : " (required)" : "";
            output.WriteLine($"  {scale.Axis}{required}, {ContractName.Of(scale.AllowMultipleValues)}: {roots}{(scale.Roots.Count > 6 ? $" … {scale.Roots.Count}" : "")}");
        }
    }

    private static void Children(TextWriter output, Entity entity, ReleaseCatalog catalog, string language, int depth)
    {
        var (listed, left) = (0, 0);
        foreach (var child in entity.Descendants)
        {
            if (child.Depth - entity.Depth > depth) continue;
            if (listed == MostListed)
            {
                left++;
                continue;
            }

            listed++;
            output.WriteLine($"    {new string(' ', (child.Depth - entity.Depth - 1) * 2)}{Terminal.Code(NameOf(child))} {catalog.TitleOf(child, language).Text}{(child.IsLeaf ? "" : Terminal.Faint($"  +{child.DescendantCount}"))}");
        }

        if (left > 0) output.WriteLine(Terminal.Faint(language == "nb" ? $"    … og {left} til (--json viser alle)" : $"    … and {left} more (--json shows all)"));
    }
}
