namespace Icd.Transition.Comparison;

/// <summary>An ICD-11 expression as a comparison needs it.</summary>
/// <param name="Text">In canonical form; empty for no target.</param>
/// <param name="Title">The title of its first stem.</param>
/// <param name="Units">Chapter, block, category of its first stem.</param>
/// <param name="Stem">The first stem's index in the release; -1 where there is none.</param>
/// <param name="Groups">The groups that it is in.</param>
internal sealed record NewCode(string Text, string Title, Unit[] Units, int Stem, ulong[] Groups);
