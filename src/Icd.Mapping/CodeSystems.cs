namespace Icd.Mapping;

/// <summary>The identifiers of the two code systems in FHIR.</summary>
public static class CodeSystems
{
    /// <summary>Norwegian ICD-10: Helsedirektoratet's code system 7110.</summary>
    public const string NorwegianIcd10 = "urn:oid:2.16.578.1.12.4.1.1.7110";

    /// <summary>ICD-11 MMS.</summary>
    public const string Icd11Mms = "http://id.who.int/icd/release/11/mms";
}
