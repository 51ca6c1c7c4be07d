namespace Icd.Toolkit.Answers;

/// <summary>One input of <c>icd map</c> and its answer, ready to be written.</summary>
/// <param name="Input">As given.</param>
/// <param name="Expression">The target; <see langword="null"/> where there is none, or none is known.</param>
/// <param name="Title">The target's title.</param>
/// <param name="Relation">FHIR's code; <see langword="null"/> where the input is no code, or the data that are loaded do not tell.</param>
/// <param name="Provenance">Who says so; empty where nobody does.</param>
/// <param name="Lost">What the target does not say.</param>
/// <param name="Added">What the target says beyond the input.</param>
/// <param name="Review">Whether a human must choose.</param>
/// <param name="Alternatives">Other targets, each with its condition.</param>
/// <param name="Direction"><c>icd10-to-icd11</c> or <c>icd11-to-icd10</c>; <see langword="null"/> where the input is neither.</param>
/// <param name="Release">The release or edition whose codes the target is in; <see langword="null"/> with <paramref name="Direction"/>.</param>
/// <param name="Message">A sentence for a person: the reason, or what is wrong with the input.</param>
internal sealed record MappedCode(
    string Input, string? Expression, string? Title, string? Relation, string Provenance, IReadOnlyList<string> Lost, IReadOnlyList<string> Added, bool Review,
    IReadOnlyList<(string Expression, string Condition)> Alternatives, string? Direction, string? Release, string? Message);
