using Icd.Mapping;

namespace Icd.Transition.Comparison;

/// <summary>An ICD-10 code as a comparison needs it.</summary>
/// <param name="Text">With point.</param>
/// <param name="Title">Its title.</param>
/// <param name="IsListed">Whether the edition has it.</param>
/// <param name="Units">Chapter, block, category.</param>
/// <param name="Answer">The crosswalk's answer.</param>
/// <param name="Target">What it becomes.</param>
/// <param name="Others">What else it may be.</param>
/// <param name="Groups">The groups that it is in.</param>
internal sealed record OldCode(string Text, string Title, bool IsListed, Unit[] Units, MapAnswer Answer, NewCode Target, IReadOnlyList<NewCode> Others, ulong[] Groups)
{
    public bool LosesDetail => Answer.HasTarget && Answer.Lost.Count > 0;

    public bool IsAmbiguous => Answer.NeedsReview;
}
