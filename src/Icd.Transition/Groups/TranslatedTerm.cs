using Icd.Core.Codes;

namespace Icd.Transition.Groups;

/// <summary>A proposed entry of an ICD-11 side.</summary>
/// <param name="Term">The entry.</param>
/// <param name="Title">The title of what it names, in the release's first language.</param>
/// <param name="Codes">The group's ICD-10 codes whose targets it holds; for an exclusion the codes that it keeps out.</param>
/// <param name="Provenance">Who says that these targets are right, most used first.</param>
public sealed record TranslatedTerm(Icd11Term Term, string Title, IReadOnlyList<Icd10Code> Codes, IReadOnlyList<string> Provenance);
