namespace Icd.Mapping.Conversion;

/// <summary>How the codes of a chapter were converted.</summary>
/// <param name="Chapter">Its number, such as <c>IX</c> or <c>11</c>; empty for what is in no chapter.</param>
/// <param name="Place">Its place in the classification, from 1; 0 for what is in no chapter.</param>
/// <param name="Title">Its title in bokmål where there is one.</param>
/// <param name="Codes">How many codes, repeats counted.</param>
/// <param name="Equivalent">Of these: the target says the same.</param>
/// <param name="Narrower">The target says less: something is lost.</param>
/// <param name="Broader">The target says more.</param>
/// <param name="Related">They overlap.</param>
/// <param name="Without">There is no target, or none is known.</param>
/// <param name="NeedReview">A human should look at them.</param>
public sealed record ChapterCount(string Chapter, int Place, string Title, long Codes, long Equivalent, long Narrower, long Broader, long Related, long Without, long NeedReview);
