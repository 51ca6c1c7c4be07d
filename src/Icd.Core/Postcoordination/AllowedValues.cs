using Icd.Core.Releases;

namespace Icd.Core.Postcoordination;

/// <summary>What a stem takes, for pickers: its axes in order, their values at the top and below, and lookup by text.</summary>
/// <remarks>A validator over the same axes accepts whatever is offered here. Safe for concurrent use.</remarks>
public sealed class AllowedValues
{
    private readonly StemAxes _axes;
    private readonly ReleaseCatalog? _titles;

    /// <summary>The values of a release's stems.</summary>
    /// <param name="axes">The axes.</param>
    /// <param name="titles">Where titles in other languages than the release's come from, our Norwegian ones above all; may be <see langword="null"/>.</param>
    public AllowedValues(StemAxes axes, ReleaseCatalog? titles = null)
    {
        ArgumentNullException.ThrowIfNull(axes);
        (_axes, _titles) = (axes, titles);
    }

    /// <summary>The axes of a stem, in the order of <see cref="StemAxes.Of"/>.</summary>
    /// <exception cref="ArgumentException">The stem is of another release.</exception>
    public IReadOnlyList<AllowedAxis> Of(Entity stem) => [.. _axes.Of(stem).Select(axis => new AllowedAxis(axis, stem, _titles))];
}
