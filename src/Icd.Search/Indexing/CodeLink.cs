namespace Icd.Search;

/// <summary>How what an ICD-10 code means stands to what an ICD-11 code means.</summary>
public enum LinkRelation : byte
{
    /// <summary>They belong together; how exactly is not known.</summary>
    Related = 0,

    /// <summary>They mean the same.</summary>
    Equivalent,

    /// <summary>The ICD-10 code means more than the ICD-11 code.</summary>
    Icd10Broader,

    /// <summary>The ICD-10 code means less than the ICD-11 code.</summary>
    Icd10Narrower,
}

/// <summary>A link between the two systems.</summary>
/// <param name="Icd10">A Norwegian ICD-10 code with point.</param>
/// <param name="Icd11">An ICD-11 stem code.</param>
/// <param name="Relation">How they stand to each other.</param>
/// <param name="Provenance">Who says so.</param>
public sealed record CodeLink(string Icd10, string Icd11, LinkRelation Relation, string Provenance);

/// <summary>
/// Which codes of ICD-10 and ICD-11 belong together. The crosswalk of a mapping library fits in here; the search adds the rows of its
/// lexicon that name both codes.
/// </summary>
public interface ICodeLinks
{
    /// <summary>Changes whenever the links do; compiled indexes are rebuilt then.</summary>
    string Identity { get; }

    /// <summary>All links, the best of a code before its others.</summary>
    IEnumerable<CodeLink> All();
}
