namespace Icd.Mapping.Conversion.Report;

/// <summary>What a report calls things, and how it explains them.</summary>
internal static class ReportWords
{
    /// <summary>The relations in the order in which they are drawn: name in the summary, colour, heading, explanation.</summary>
    public static readonly (string Name, string Style, MapText Heading, MapText Explanation)[] Relations =
    [
        ("equivalent", "same", new("Sier det samme", "Says the same"), new("Målet har samme innhold som koden. Ingenting er tapt og ingenting lagt til.", "The target has the content of the code. Nothing is lost and nothing added.")),
        ("source-is-broader-than-target", "more", new("Målet sier mer", "Target says more"), new("Koden samler det målsystemet skiller; målet er ett av flere, og alternativene er kjent.", "The code joins what the target system keeps apart; the target is one of several, and the alternatives are known.")),
        ("source-is-narrower-than-target", "less", new("Målet sier mindre", "Target says less"), new("Noe koden sier, kan ikke sies med målet. Det som er tapt, er navngitt for hver kode.", "Something that the code says cannot be said by the target. What is lost is named for each code.")),
        ("related-to", "other", new("Overlapper", "Overlaps"), new("Noe er tapt og noe lagt til, eller de to deler inn etter ulike kriterier.", "Something is lost and something added, or the two classify by different criteria.")),
        ("not-related-to", "none", new("Uten mål", "No target"), new("Målsystemet har ikke noe som svarer til koden. Feltet er tomt, og koden er beholdt.", "The target system has nothing for the code. The cell is empty, and the code is kept.")),
        ("unknown", "unknown", new("Ikke kjent", "Not known"), new("Innholdet er ingen kode, eller dataene som er lastet, gir ikke svar. Feltet er tomt, og innholdet er beholdt.", "The content is no code, or the data that are loaded do not tell. The cell is empty, and the content is kept.")),
    ];

    private static readonly Dictionary<string, (MapText Heading, MapText Explanation)> Sources = new(StringComparer.Ordinal)
    {
        ["who-table"] = (new("WHOs tabell", "WHO's table"), new("En rad i WHOs overgangstabeller.", "A row of WHO's mapping tables.")),
        ["authored-rule"] = (new("Vår regel", "Our rule"), new("En regel skrevet for dette verktøyet, med fil og linje. Ikke offisiell.", "A rule written for this toolkit, with file and line. Not official.")),
        ["parent-fallback"] = (new("Fra overordnet kode", "From the code above"), new("Koden har ikke eget svar; nærmeste kode over den har.", "The code has no answer of its own; the nearest one above it has.")),
        ["inverse"] = (new("Snudd svar", "Answer inverted"), new("Svarene fra ICD-10 til ICD-11, lest den andre veien.", "The answers from ICD-10 to ICD-11, read the other way.")),
        ["pair"] = (new("Par av † og *", "Pair of † and *"), new("To koder som hører sammen, hver med sitt svar.", "Two codes that belong together, each with its own answer.")),
        ["decision"] = (new("Avgjort av et menneske", "Decided by a person"), new("Fra filen med avgjørelser, med navn og dato.", "From the file with decisions, with name and date.")),
        ["none"] = (new("Ingen", "Nobody"), new("Det finnes ikke noe svar.", "There is no answer.")),
    };

    /// <summary>Who says so.</summary>
    public static (MapText Heading, MapText Explanation) Provenance(string name) => Sources.TryGetValue(name, out var words) ? words : (new(name, name), new("", ""));

    /// <summary>A relation's short name; the name itself where it is none of ours.</summary>
    public static MapText Relation(string? name) => Array.Find(Relations, relation => relation.Name == (name ?? "unknown")).Heading ?? new(name!, name!);
}
