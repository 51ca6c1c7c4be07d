using System.Reflection;
using Icd.Core.Releases;
using Icd.Mapping;

namespace Icd.Cli;

/// <summary>The very rows of our tables that sources such as <c>data/crosswalk/circulatory.tsv:25</c> name; rows of WHO's tables are not ours to print.</summary>
/// <param name="nb">Whether the reader wants bokmål.</param>
/// <param name="fromFiles">Whether the rules come from files that a person named, not from those built in.</param>
internal sealed class ExplainedTable(bool nb, bool fromFiles)
{
    private static readonly Assembly Core = typeof(Release).Assembly;
    private static readonly Assembly Mapping = typeof(Crosswalk).Assembly;

    private static readonly Dictionary<string, string> Bokmal = new()
    {
        ["code"] = "koder",
        ["target"] = "mål",
        ["relation"] = "forhold",
        ["lost"] = "går tapt",
        ["added"] = "legges til",
        ["alternatives"] = "alternativer",
        ["review"] = "vurderes",
        ["reason"] = "grunn",
        ["scheme"] = "skjema",
        ["value"] = "verdi",
        ["part"] = "del",
        ["fit"] = "passer",
        ["nb"] = "betyr",
        ["en"] = "betyr",
        ["stem"] = "stamkode",
        ["confidence"] = "sikkerhet",
    };

    private static readonly Dictionary<string, string> Relations = new()
    {
        ["equivalent"] = "koden sier det samme",
        ["source-is-narrower"] = "koden sier mer",
        ["source-is-broader"] = "koden sier mindre",
        ["related"] = "de overlapper",
    };

    public IEnumerable<Explanation.Line> Rows(IEnumerable<string> sources)
    {
        var hasSchemes = false;
        foreach (var source in sources)
        {
            var colon = source.LastIndexOf(':');
            if (colon < 0 || !int.TryParse(source.AsSpan(colon + 1), out var number) || Read(source[..colon], number) is not { } found) continue;
            var (header, row) = found;
            hasSchemes |= row.Contains('{', StringComparison.Ordinal) && row.Contains('@', StringComparison.Ordinal);
            yield return new(source, Cells(header, row), source);
        }

        if (hasSchemes) yield return new("{…@4}", nb ? "slå opp kodens fjerde tegn (uten punktum) i skjemaet; radene som er brukt, står her" : "look the code's fourth character (without the point) up in the scheme; the rows used stand here");
    }

    private (string Header, string Row)? Read(string name, int number)
    {
        using var reader = Open(name);
        string? header = null;
        var line = reader?.ReadLine();
        for (var at = 1; line is not null; at++, line = reader!.ReadLine())
        {
            if (at == number) return header is null ? null : (header, line);
            if (header is null && !line.StartsWith('#')) header = line;
        }

        return null;
    }

    private StreamReader? Open(string name)
    {
        if (fromFiles && File.Exists(name)) return new(name);
        if (!name.StartsWith("data/", StringComparison.Ordinal)) return null;
        var resource = name["data/".Length..];
        return (Core.GetManifestResourceStream(resource) ?? Mapping.GetManifestResourceStream(resource)) is { } stream ? new(stream) : null;
    }

    /// <summary>Name and content of each cell that has one, in one language; comments are notes of those who keep the tables.</summary>
    private string Cells(string header, string row) => string.Join(" · ", header.Split('\t').Zip(row.Split('\t'))
        .Where(pair => pair.Second.Length > 0 && pair.First != "comment" && pair.First != (nb ? "en" : "nb"))
        .Select(pair => $"{(nb ? Bokmal.GetValueOrDefault(pair.First, pair.First) : pair.First == "en" ? "means" : pair.First)}: {Content(pair.First, pair.Second)}"));

    /// <summary>Texts stand in the tables as <c>bokmål // English</c>, in lists of alternatives once for each.</summary>
    private string Content(string column, string cell) =>
        column is "alternatives" or "lost" or "added" ? string.Join("; ", cell.Split("; ").Select(One))
        : nb && column is "relation" or "fit" ? Relations.GetValueOrDefault(cell, cell) : One(cell);

    private string One(string text)
    {
        if (text.Split(" // ") is not [var bokmal, var english]) return text;
        if (nb) return bokmal;
        return bokmal.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon ? bokmal[..(colon + 2)] + english : english;
    }
}
