using System.Text.RegularExpressions;
using Icd.Mapping;

namespace Icd.Cli;

/// <summary>Who says so, in the language of the reader. What the libraries write of it is English and part of the contracts.</summary>
internal static partial class ExplainedSource
{
    public static string Of(Provenance provenance, bool nb)
    {
        if (!nb) return provenance.Kind == ProvenanceKind.None && provenance.Sources.Count == 0 ? "" : provenance.ToString();
        var sources = provenance.Sources.Select(source => Of(source, nb)).ToList();
        var (kind, rest) = provenance.Kind switch
        {
            ProvenanceKind.AuthoredRule => ("vår regel", sources),
            ProvenanceKind.ParentFallback when sources.Count > 0 => ($"som {sources[0]}, koden over", sources[1..]),
            ProvenanceKind.Inverse when sources.Count > 0 => ($"motsatt vei av {sources[0]}", sources[1..]),
            ProvenanceKind.Pair => ("kombinasjon av †- og *-kode", sources),
            ProvenanceKind.Decision => ("avgjørelse", sources),
            _ => ("", sources),
        };
        return string.Join(": ", new[] { kind, string.Join("; ", rest) }.Where(part => part.Length > 0));
    }

    /// <summary>A single source, such as <c>WHO 2024-01 10To11MapToOneCategory row 97</c>.</summary>
    public static string Of(string source, bool nb)
    {
        if (!nb) return source;
        if (source == "authored axis profile") return "vår akseprofil";
        if (source == "WHO scales") return "WHOs skalaer";
        if (source.StartsWith("derived:", StringComparison.Ordinal))
            return $"avledet: tittelen er tittelen over med ordene til denne verdien{(source.Contains("in place of", StringComparison.Ordinal) ? " i stedet for noen som de innebærer" : "")}";
        return WhoRow().Replace(source, match => $"WHOs tabell {match.Groups["table"].Value} ({match.Groups["release"].Value}){(match.Groups["row"].Success ? $", rad {match.Groups["row"].Value}" : "")}");
    }

    [GeneratedRegex(@"^WHO (?<release>\S+) (?<table>\S+)( row (?<row>\d+))?")]
    private static partial Regex WhoRow();
}
