namespace Icd.Core.Releases;

/// <summary>An axis of one stem: which values it takes, whether it must have one, and how many.</summary>
public sealed class PostcoordinationScale
{
    /// <summary>What WHO's axis names begin with as URIs.</summary>
    public const string AxisUriPrefix = "http://id.who.int/icd/schema/";

    internal PostcoordinationScale(string axis, bool isRequired, AllowMultipleValues multiple, IReadOnlyList<Entity> roots, ReleaseSource source)
    {
        Axis = axis;
        IsRequired = isRequired;
        AllowMultipleValues = multiple;
        Roots = roots;
        Source = source;
    }

    /// <summary>The axis' name in WHO's schema, without the URI: <c>laterality</c>.</summary>
    public string Axis { get; }

    /// <summary>The axis' name as a URI: <c>http://id.who.int/icd/schema/laterality</c>.</summary>
    public string AxisUri => AxisUriPrefix + Axis;

    /// <summary>Whether the stem is incomplete without a value on this axis.</summary>
    public bool IsRequired { get; }

    /// <summary>How many values the axis takes.</summary>
    public AllowMultipleValues AllowMultipleValues { get; }

    /// <summary>The entities that, with all their descendants, are the axis' values (WHO: <c>scaleEntity</c>).</summary>
    public IReadOnlyList<Entity> Roots { get; }

    /// <summary>Who says so.</summary>
    public ReleaseSource Source { get; }
}
