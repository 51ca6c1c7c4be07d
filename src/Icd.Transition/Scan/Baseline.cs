using System.Text.Json;

namespace Icd.Transition.Scan;

/// <summary>Findings that are known already, by fingerprint; kept in a file that people can read.</summary>
public sealed class Baseline
{
    private const int Version = 1;

    private readonly HashSet<string> _fingerprints;

    private Baseline(HashSet<string> fingerprints) => _fingerprints = fingerprints;

    /// <summary>How many findings it has.</summary>
    public int Count => _fingerprints.Count;

    /// <summary>Whether it has a finding.</summary>
    public bool Has(string fingerprint) => _fingerprints.Contains(fingerprint);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="FormatException">It is no baseline, or one of a later version.</exception>
    public static Baseline Read(Stream stream)
    {
        try
        {
            using var document = JsonDocument.Parse(stream);
            if (document.RootElement.GetProperty("version").GetInt32() is var version && version != Version)
                throw new FormatException($"The baseline is of version {version}; this program reads version {Version}. Write it anew with --write-baseline.");
            return new([.. document.RootElement.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("fingerprint").GetString() ?? "")]);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new FormatException($"This is no baseline of icd scan ({exception.Message.TrimEnd('.')}). Write one with --write-baseline.", exception);
        }
    }

    /// <summary>Writes findings as a baseline, sorted, one a line, so that a version control system shows what changed.</summary>
    public static void Write(IEnumerable<Finding> findings, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write($"{{\n  \"version\": {Version},\n  \"findings\": [");
        var isFirst = true;
        foreach (var finding in findings.OrderBy(finding => finding.Path, StringComparer.Ordinal).ThenBy(finding => finding.Fingerprint, StringComparer.Ordinal))
        {
            writer.Write(isFirst ? "\n    " : ",\n    ");
            isFirst = false;
            writer.Write($"{{\"fingerprint\": \"{finding.Fingerprint}\", \"kind\": \"{finding.Kind.Name()}\", \"path\": {JsonSerializer.Serialize(finding.Path)}, \"written\": {JsonSerializer.Serialize(finding.Written.Count > 0 ? finding.Written[0] : "")}}}");
        }

        writer.Write("\n  ]\n}\n");
    }
}
