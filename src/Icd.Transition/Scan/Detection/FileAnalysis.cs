using Icd.Transition.Scan.Codes;
using Icd.Transition.Scan.Text;

namespace Icd.Transition.Scan.Detection;

/// <summary>All detectors over a piece of a file, and what they say of the same place brought together.</summary>
internal sealed class FileAnalysis(CodeBook book, CodePatterns patterns)
{
    /// <summary>In a comment on the line, or on the line before.</summary>
    private const string SuppressLine = "icd-scan:ignore";

    private const string SuppressFile = "icd-scan:ignore-file";

    private const int LongestSnippet = 200;

    private readonly CodeDetector _codes = new(book, patterns);

    /// <summary>The sightings with their places, and how many were suppressed.</summary>
    public (List<Sighting> Sightings, int Suppressed) Of(Source source, double minConfidence)
    {
        var file = FileWords.Of(source);
        var all = _codes.Detect(source, file).Where(sighting => sighting.Confidence >= minConfidence / 2).ToList();
        var codeLines = all.Where(sighting => sighting.Confidence >= minConfidence).SelectMany(sighting => Lines(source, sighting)).ToHashSet();
        if (file.HasNames) all.AddRange(LengthDetector.Detect(source, file));
        // A part that is compared with codes has been found with them.
        if (file.HasNames) all.AddRange(SubstringDetector.Detect(source, file).Where(sighting => !Lines(source, sighting).Any(codeLines.Contains)));
        all.AddRange(CodeSystemDetector.Detect(source));
        var taken = all.Where(sighting => sighting.Confidence >= minConfidence && sighting.Kind != FindingKind.CodeSystem).SelectMany(sighting => Lines(source, sighting)).ToHashSet();
        // A name is worth a finding where it is not on the lines of other findings alone.
        if (file.HasNames) all.AddRange(NameDetector.Detect(source, file).Select(sighting => sighting with { Occurrences = [.. sighting.Occurrences.Where(place => !taken.Contains(source.LineAt(place.Start)))] }).Where(sighting => sighting.Occurrences.Count > 0));
        if (source.Text.Contains(SuppressLine, StringComparison.Ordinal))
        {
            if (source.Text.Contains(SuppressFile, StringComparison.Ordinal)) return ([], all.Count(sighting => sighting.Confidence >= minConfidence));
            var kept = all.Where(sighting => !IsSuppressed(source, sighting)).ToList();
            return (Placed(source, kept), all.Count(sighting => sighting.Confidence >= minConfidence) - kept.Count(sighting => sighting.Confidence >= minConfidence));
        }

        return (Placed(source, all), 0);
    }

    private static IEnumerable<int> Lines(Source source, Sighting sighting) => sighting.Occurrences.Select(place => source.LineAt(place.Start));

    private static bool IsSuppressed(Source source, Sighting sighting)
    {
        var line = source.LineAt(sighting.Occurrences[0].Start);
        return source.Line(line).Contains(SuppressLine, StringComparison.Ordinal) || source.Line(line - 1).Contains(SuppressLine, StringComparison.Ordinal);
    }

    private static List<Sighting> Placed(Source source, List<Sighting> sightings) => [.. sightings.Select(sighting => sighting with
    {
        Locations = [.. sighting.Occurrences.Select(place => Locate(source, place))],
        Snippet = Snippet(source.Line(source.LineAt(sighting.Occurrences[0].Start)), sighting.Occurrences[0].Start - source.LineStart(source.LineAt(sighting.Occurrences[0].Start))),
    })];

    private static FindingLocation Locate(Source source, Occurrence place)
    {
        var (line, end) = (source.LineAt(place.Start), source.LineAt(place.End));
        return new(source.FirstLine + line, place.Start - source.LineStart(line) + 1, source.FirstLine + end, place.End - source.LineStart(end) + 1);
    }

    /// <summary>The line, or as much of it as is near the finding.</summary>
    public static string Snippet(ReadOnlySpan<char> line, int column)
    {
        if (line.Length <= LongestSnippet) return line.Trim().ToString();
        var start = Math.Clamp(column - (LongestSnippet / 3), 0, line.Length - LongestSnippet);
        return $"{(start > 0 ? "…" : "")}{line.Slice(start, LongestSnippet).Trim()}{(start + LongestSnippet < line.Length ? "…" : "")}";
    }
}
