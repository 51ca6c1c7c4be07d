using Icd.Core.Releases;

namespace Icd.Core.Postcoordination;

/// <summary>A value that an axis offers, or a heading with values below it.</summary>
/// <param name="Entity">The entity, with its code.</param>
/// <param name="MayBeChosen">Whether it is a value; <see langword="false"/> for a heading.</param>
/// <param name="HasChildren">Whether there are values below it: see <see cref="AllowedAxis.Children"/>.</param>
/// <param name="Bokmal">The title in bokmål where there is one, else as in the release.</param>
/// <param name="English">The title in English where there is one, else as in the release.</param>
public sealed record AllowedValue(Entity Entity, bool MayBeChosen, bool HasChildren, DisplayTitle Bokmal, DisplayTitle English);
