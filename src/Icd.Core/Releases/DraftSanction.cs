using Icd.Core.Codes;

namespace Icd.Core.Releases;

/// <summary>A sanctioning rule that the titles of a release say, while the release is being put together.</summary>
/// <param name="Stem">The more general stem.</param>
/// <param name="Value">The extension code.</param>
/// <param name="Target">The stem that says both.</param>
/// <param name="IsCertain">Whether it is applied or only shown.</param>
/// <param name="ImpliesWords">Whether the target's title leaves out words of the stem's that its place in the tree implies.</param>
public sealed record DraftSanction(EntityUri Stem, EntityUri Value, EntityUri Target, bool IsCertain, bool ImpliesWords);
