namespace Icd.Transition.Groups;

/// <summary>A proposed ICD-11 side for a group's ICD-10 side.</summary>
/// <param name="Group">The group with the proposed side in place of its own.</param>
/// <param name="Terms">The proposed entries, each with what it rests on.</param>
/// <param name="NotExpressed">ICD-10 codes that the proposal gets wrong, with the reason: of the group and outside of it, or the other way round.</param>
public sealed record GroupTranslation(GroupDefinition Group, IReadOnlyList<TranslatedTerm> Terms, IReadOnlyList<NotExpressed> NotExpressed);
