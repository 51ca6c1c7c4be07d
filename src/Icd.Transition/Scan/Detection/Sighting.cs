using Icd.Transition.Scan.Codes;

namespace Icd.Transition.Scan.Detection;

/// <summary>A finding as the detectors know it: where, what, how certain; what it means for the transition comes later.</summary>
internal sealed record Sighting(FindingKind Kind, FindingPlace Place, IReadOnlyList<Occurrence> Occurrences, IReadOnlyList<Evidence> Evidence)
{
    public CodeSet Codes { get; init; }

    /// <summary>The codes that a program's comparison of texts takes, where they are others than <see cref="Codes"/>.</summary>
    public CodeSet? AsText { get; init; }

    /// <summary>The places where they are known as lines already; the occurrences are empty then.</summary>
    public IReadOnlyList<FindingLocation>? Locations { get; init; }

    /// <summary>A line of the file to show.</summary>
    public string? Snippet { get; init; }

    /// <summary>A length in characters.</summary>
    public int? Length { get; init; }

    /// <summary>A regular expression that validates.</summary>
    public PatternMeaning? Pattern { get; init; }

    /// <summary>A name, or the identifier of a code system.</summary>
    public string? Name { get; init; }

    /// <summary>How many cells or places there are, where not each is an occurrence.</summary>
    public int? Count { get; init; }

    /// <summary>Parts of the codes as they stand there, in order.</summary>
    public IReadOnlyList<string> Written { get; init; } = [];

    public double Confidence => Detection.Evidence.Confidence(Evidence);
}
