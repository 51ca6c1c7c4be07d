using Icd.Core.Postcoordination;
using Icd.Core.Releases;
using Icd.Core.Sanctioning;
using Icd.Mapping;
using Icd.Mapping.Dual;

namespace Icd.Toolkit;

/// <summary>What judges, renders and maps over one release of ICD-11 MMS. Immutable; safe for concurrent use.</summary>
public sealed class MmsEngines
{
    private readonly Lazy<Crosswalk?> _crosswalk;
    private readonly Lazy<BackCrosswalk?> _back;
    private readonly Lazy<DualCoding?> _dual;

    internal MmsEngines(ReleaseCatalog catalog, Release release)
    {
        Release = release;
        var axes = new StemAxes(release);
        Validator = new(axes);
        var rules = SanctioningRules.Of(axes);
        Canonicaliser = new(Validator, rules);
        Subsumption = new(Validator, rules);
        AllowedValues = new(axes, catalog);
        _crosswalk = new(() => Crosswalk.Open(catalog, release.Key.IsStarter ? default : release.Key.ReleaseId));
        _back = new(() => _crosswalk.Value is { } crosswalk ? new BackCrosswalk(crosswalk) : null);
        _dual = new(() => _crosswalk.Value is { } crosswalk ? new DualCoding(crosswalk, back: new(() => _back.Value!)) : null);
    }

    /// <summary>The release.</summary>
    public Release Release { get; }

    /// <summary>Judges expressions.</summary>
    public ExpressionValidator Validator { get; }

    /// <summary>Replaces expressions by the precoordinated stems that say the same.</summary>
    public Canonicaliser Canonicaliser { get; }

    /// <summary>Says which of two expressions holds the other.</summary>
    public ExpressionSubsumption Subsumption { get; }

    /// <summary>The axes of a stem and what they admit, with titles.</summary>
    public AllowedValues AllowedValues { get; }

    /// <summary>From Norwegian ICD-10 to this release; <see langword="null"/> where the build has no Norwegian ICD-10. Made when first asked for.</summary>
    public Crosswalk? Crosswalk => _crosswalk.Value;

    /// <summary>From this release to Norwegian ICD-10; <see langword="null"/> where there is no crosswalk. Made when first asked for, in a second or two.</summary>
    public BackCrosswalk? BackCrosswalk => _back.Value;

    /// <summary>Both sides of a diagnosis; <see langword="null"/> where there is no crosswalk.</summary>
    public DualCoding? Dual => _dual.Value;
}
