namespace Icd.Transition.Comparison;

/// <summary>A chapter, block or category of one of the systems.</summary>
/// <param name="Id">A chapter's number, a block's id or a category's code; <c>-</c> where there is none.</param>
/// <param name="Title">Its title in the report's language.</param>
/// <param name="Order">Its place in the classification.</param>
public sealed record Unit(string Id, string Title, int Order);
