using System.Buffers;

namespace Icd.Transition.Scan.Detection;

/// <summary>Identifiers of code systems, as messages and resources write them.</summary>
internal static class CodeSystemIdentifiers
{
    /// <summary>Identifiers of ICD-10, a longer one before one that it begins with.</summary>
    private static readonly (string Identifier, string Name, bool IsIcd10)[] Known =
    [
        ("2.16.578.1.12.4.1.1.7110", "ICD-10 (Volven 7110)", true),
        ("2.16.578.1.12.4.1.1.7170", "ICPC-2 (Volven 7170)", false),
        ("http://hl7.org/fhir/sid/icd-10", "ICD-10 (HL7)", true),
        ("http://id.who.int/icd/release/10", "ICD-10 (WHO)", true),
        ("http://apps.who.int/classifications/icd10", "ICD-10 (WHO)", true),
        ("2.16.840.1.113883.6.90", "ICD-10-CM (HL7)", true),
        ("2.16.840.1.113883.6.3", "ICD-10 (HL7)", true),
        ("1.2.40.0.34.5.56", "ICD-10 (AT)", true),
        ("http://fhir.de/CodeSystem/bfarm/icd-10-gm", "ICD-10-GM", true),
        ("http://fhir.de/CodeSystem/dimdi/icd-10-gm", "ICD-10-GM", true),
        ("1.2.276.0.76.5.409", "ICD-10-GM", true),
        ("1.2.752.116.1.1.1", "ICD-10-SE", true),
        ("1.2.208.176.2.4", "SKS (DK)", true),
    ];

    private static readonly SearchValues<string> Any = SearchValues.Create([.. Known.Select(known => known.Identifier)], StringComparison.OrdinalIgnoreCase);

    /// <summary>The identifiers that a text has, each with its place.</summary>
    public static IEnumerable<(int At, string Identifier, string Name, bool IsIcd10)> In(string text)
    {
        for (var at = Next(text, 0); at >= 0; at = Next(text, at + 1))
        {
            foreach (var (identifier, name, isIcd10) in Known)
            {
                if (!text.AsSpan(at).StartsWith(identifier, StringComparison.OrdinalIgnoreCase)) continue;
                var end = at + identifier.Length;
                var isWhole = (at == 0 || !(char.IsAsciiDigit(text[at - 1]) || text[at - 1] == '.')) && (end == text.Length || !(char.IsAsciiDigit(text[end]) || (text[end] == '.' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))));
                if (isWhole) yield return (at, identifier, name, isIcd10);
            }
        }
    }

    private static int Next(string text, int from) => text.AsSpan(from).IndexOfAny(Any) is >= 0 and var found ? from + found : -1;

    /// <summary>What a value that names a code system says: it is ICD-10, it is another one, or it names none (<see langword="null"/>).</summary>
    public static bool? IsIcd10(ReadOnlySpan<char> value)
    {
        if (value.Length is < 3 or > 200) return null;
        foreach (var (identifier, _, isIcd10) in Known)
        {
            if (value.Contains(identifier, StringComparison.OrdinalIgnoreCase)) return isIcd10;
        }

        if (value.Contains("icd-10", StringComparison.OrdinalIgnoreCase) || value.Contains("icd10", StringComparison.OrdinalIgnoreCase)) return true;
        if (value.StartsWith("urn:oid:") || value.StartsWith("2.16.") || value.StartsWith("1.2.")) return false;
        if (value.StartsWith("http", StringComparison.OrdinalIgnoreCase) && (value.Contains("snomed", StringComparison.OrdinalIgnoreCase) || value.Contains("loinc", StringComparison.OrdinalIgnoreCase) || value.Contains("CodeSystem", StringComparison.Ordinal) || value.Contains("icpc", StringComparison.OrdinalIgnoreCase) || value.Contains("whocc", StringComparison.OrdinalIgnoreCase) || value.Contains("/sid/", StringComparison.Ordinal) || value.Contains("unitsofmeasure", StringComparison.Ordinal))) return false;
        if (value.Equals("ICPC-2", StringComparison.OrdinalIgnoreCase) || value.Equals("ICPC2", StringComparison.OrdinalIgnoreCase) || value.Equals("ICPC", StringComparison.OrdinalIgnoreCase) || value.Equals("ATC", StringComparison.OrdinalIgnoreCase) || value.Equals("NCMP", StringComparison.OrdinalIgnoreCase) || value.Equals("NCSP", StringComparison.OrdinalIgnoreCase)) return false;
        return null;
    }
}
