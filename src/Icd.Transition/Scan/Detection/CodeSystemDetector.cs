using Icd.Transition.Scan.Text;

namespace Icd.Transition.Scan.Detection;

/// <summary>Finds identifiers of ICD-10 and its neighbour ICPC-2: each once in a file, with its places.</summary>
internal static class CodeSystemDetector
{
    private const int MostOccurrences = 50;

    public static IEnumerable<Sighting> Detect(Source source) =>
        CodeSystemIdentifiers.In(source.Text).GroupBy(found => (found.Identifier, found.Name, found.IsIcd10)).Select(group => new Sighting(
            FindingKind.CodeSystem, source.Syntax.IsProse ? FindingPlace.Text : source.Syntax.IsData ? FindingPlace.Data : FindingPlace.Code,
            [.. group.Take(MostOccurrences).Select(found => new Occurrence(found.At, found.At + found.Identifier.Length))],
            [new(group.Key.IsIcd10 ? 5 : 1.5, group.Key.IsIcd10
                ? new($"identifikatoren for {group.Key.Name}", $"the identifier of {group.Key.Name}")
                : new($"identifikatoren for {group.Key.Name}, som står side om side med ICD-10", $"the identifier of {group.Key.Name}, which stands side by side with ICD-10"))])
        {
            Name = group.Key.Identifier,
            Written = [group.Key.Identifier],
            Count = group.Count() > MostOccurrences ? group.Count() : null,
        });
}
