namespace Icd.Transition.Groups;

/// <summary>How the two sides of a group stand to each other.</summary>
/// <param name="Group">The definition.</param>
/// <param name="Icd10Codes">How many codes of the edition the ICD-10 side has.</param>
/// <param name="Icd11Stems">How many stem codes of the release are in the ICD-11 side by themselves.</param>
/// <param name="Mapped">How many of the ICD-10 codes become an expression of the ICD-11 side.</param>
/// <param name="Caught">How many other ICD-10 codes do.</param>
/// <param name="Problems">What the author should know, faults first.</param>
/// <param name="Judged">What differs and is named by the definition, each with its reason.</param>
public sealed record GroupReport(
    GroupDefinition Group, int Icd10Codes, int Icd11Stems, int Mapped, int Caught, IReadOnlyList<GroupProblem> Problems, IReadOnlyList<GroupDifference> Judged);
