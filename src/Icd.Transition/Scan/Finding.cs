using Icd.Mapping;

namespace Icd.Transition.Scan;

/// <summary>A place that depends on ICD-10, with the reason for taking it for one and what ICD-11 changes.</summary>
public sealed record Finding
{
    /// <summary>What kind of dependence it is.</summary>
    public required FindingKind Kind { get; init; }

    /// <summary>Whether it is in program text, data, a comment or prose.</summary>
    public required FindingPlace Place { get; init; }

    /// <summary>The file, with <c>/</c>, relative to the working directory where it is below it.</summary>
    public required string Path { get; init; }

    /// <summary>The system that the file belongs to: as named, or the path that was scanned.</summary>
    public required string System { get; init; }

    /// <summary>The language or kind of the file.</summary>
    public required string Language { get; init; }

    /// <summary>Where it is; the first place where there are several.</summary>
    public required FindingLocation Location { get; init; }

    /// <summary>All places, the first one included, at most a few hundred.</summary>
    public required IReadOnlyList<FindingLocation> Locations { get; init; }

    /// <summary>How many places or cells there are.</summary>
    public required int Count { get; init; }

    /// <summary>The line it stands on, shortened.</summary>
    public required string Snippet { get; init; }

    /// <summary>What was found, as it is written, each text once.</summary>
    public required IReadOnlyList<string> Written { get; init; }

    /// <summary>How likely it is that this is about ICD-10: 0 to 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>Why, the strongest reason first.</summary>
    public required IReadOnlyList<MapText> Reasons { get; init; }

    /// <summary>What goes wrong where nobody changes it.</summary>
    public required Risk Risk { get; init; }

    /// <summary>What changes.</summary>
    public required MapText Change { get; init; }

    /// <summary>The codes it means with their answers, as long as they are not too many.</summary>
    public IReadOnlyList<Counterpart> Counterparts { get; init; } = [];

    /// <summary>How all of its codes fare; <see langword="null"/> for findings without codes.</summary>
    public CounterpartCounts? Counts { get; init; }

    /// <summary>The parts of ICD-11 that its codes become.</summary>
    public IReadOnlyList<Subtree> Cover { get; init; } = [];

    /// <summary>The length of a field or part, in characters.</summary>
    public int? Length { get; init; }

    /// <summary>A name: the field's, the column's, the code system's.</summary>
    public string? Name { get; init; }

    /// <summary>Tells the finding from others in the same tree, whatever line it moves to: 16 hexadecimal digits.</summary>
    public required string Fingerprint { get; init; }
}
