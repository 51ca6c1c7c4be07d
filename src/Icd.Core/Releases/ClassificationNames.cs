using Icd.Core.Codes;

namespace Icd.Core.Releases;

/// <summary>How a classification is named in files, for people and in FHIR.</summary>
public static class ClassificationNames
{
    /// <summary>The short name used in file names, on the command line and in JSON: <c>mms</c>, <c>icf</c>, <c>icd10</c>, <c>icpc2</c>.</summary>
    public static string Name(this Classification classification) => classification switch
    {
        Classification.Mms => "mms",
        Classification.Icf => "icf",
        Classification.Icd10 => "icd10",
        Classification.Icpc2 => "icpc2",
        _ => throw new ArgumentOutOfRangeException(nameof(classification), classification, "Not a classification."),
    };

    /// <summary>The name that people know.</summary>
    public static string DisplayName(this Classification classification) => classification switch
    {
        Classification.Mms => "ICD-11 MMS",
        Classification.Icf => "ICF",
        Classification.Icd10 => "ICD-10",
        Classification.Icpc2 => "ICPC-2",
        _ => throw new ArgumentOutOfRangeException(nameof(classification), classification, "Not a classification."),
    };

    /// <summary>The URI of the code system, as FHIR resources name it (WHO's canonical URLs; Norwegian OIDs 7110 and 7170).</summary>
    public static string SystemUri(this Classification classification) => classification switch
    {
        Classification.Mms => "http://id.who.int/icd/release/11/mms",
        Classification.Icf => "http://id.who.int/icd/release/11/icf",
        Classification.Icd10 => "urn:oid:2.16.578.1.12.4.1.1.7110",
        Classification.Icpc2 => "urn:oid:2.16.578.1.12.4.1.1.7170",
        _ => throw new ArgumentOutOfRangeException(nameof(classification), classification, "Not a classification."),
    };

    /// <summary>The tree that WHO's URIs of this classification point into; <see langword="null"/> where there are none.</summary>
    public static Linearization? Linearization(this Classification classification) => classification switch
    {
        Classification.Mms => Codes.Linearization.Mms,
        Classification.Icf => Codes.Linearization.Icf,
        _ => null,
    };

    /// <summary>Reads a short name, in any case.</summary>
    public static bool TryParse(ReadOnlySpan<char> name, out Classification classification)
    {
        foreach (var candidate in (ReadOnlySpan<Classification>)[Classification.Mms, Classification.Icf, Classification.Icd10, Classification.Icpc2])
        {
            if (!name.Equals(candidate.Name(), StringComparison.OrdinalIgnoreCase)) continue;
            classification = candidate;
            return true;
        }

        classification = default;
        return false;
    }
}
