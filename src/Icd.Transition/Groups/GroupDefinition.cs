using Icd.Mapping;

namespace Icd.Transition.Groups;

/// <summary>A population such as "ischaemic heart disease" as a set of ICD-10 codes and a set of ICD-11 expressions side by side.</summary>
/// <param name="Id">Unique among the groups that are used together: letters, digits, <c>-</c> and <c>_</c>.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Note">Where the definition comes from and what it leaves out; empty where nobody said.</param>
/// <param name="MainOnly">Whether only the first stem of a cluster counts; otherwise any of its stems may make it a member.</param>
/// <param name="Icd10">The ICD-10 side: what is in, less what is out.</param>
/// <param name="Icd11">The ICD-11 side.</param>
/// <param name="Differences">Differences between the sides that the authors have judged.</param>
/// <param name="Origin">File and line, for messages.</param>
public sealed record GroupDefinition(
    string Id, MapText Name, string Note, bool MainOnly, IReadOnlyList<Icd10Term> Icd10, IReadOnlyList<Icd11Term> Icd11, IReadOnlyList<GroupDifference> Differences, string Origin);
