using System.Globalization;
using Icd.Api.Fhir.Protocol;

namespace Icd.Api.Fhir.Systems;

/// <summary>The language that displays are asked for in.</summary>
internal static class DisplayLanguage
{
    /// <summary>Chooses among the languages of the systems that answer.</summary>
    /// <param name="input">Parameter <c>displayLanguage</c>, else the client's Accept-Language.</param>
    /// <param name="systems">The systems; one that serves the language is enough.</param>
    /// <returns>A language, or <see langword="null"/> where none was asked for, or only by a header that nobody can serve.</returns>
    /// <exception cref="FhirException">The parameter names no language that can be served: never silent English.</exception>
    public static string? Of(OperationInput input, params IEnumerable<CodeSystemVersion> systems)
    {
        var served = systems.SelectMany(system => system.Languages).Distinct(StringComparer.Ordinal).ToList();
        if (input.Text("displayLanguage") is { } asked)
        {
            // Without a system there is nothing to serve, and something else is wrong.
            if (served.Count == 0) return null;
            return TryChoose(asked, served, out var chosen)
                ? chosen
                : throw new FhirException(422, TxIssue.Error("processing", "invalid-display", $"The display language '{asked}' cannot be served. Loaded are: {string.Join(", ", served)}", "displayLanguage"));
        }

        return input.AcceptLanguage is { } header && TryChoose(header, served, out var preferred) ? preferred : null;
    }

    /// <summary>Reads a language, or a list with weights as in Accept-Language.</summary>
    private static bool TryChoose(string asked, List<string> served, out string? chosen)
    {
        foreach (var range in asked.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Weighed).Where(range => range.Weight > 0).OrderByDescending(range => range.Weight))
        {
            chosen = null;
            if (range.Tag == "*") return true;
            if ((chosen = served.Find(language => Matches(range.Tag, language))) is not null) return true;
        }

        chosen = null;
        return false;
    }

    private static (string Tag, double Weight) Weighed(string range)
    {
        var parts = range.Split(';', StringSplitOptions.TrimEntries);
        var weight = parts.Length > 1 && parts[1].StartsWith("q=", StringComparison.OrdinalIgnoreCase) && double.TryParse(parts[1].AsSpan(2), NumberStyles.Float, CultureInfo.InvariantCulture, out var q) ? q : 1;
        return (parts[0], weight);
    }

    /// <summary>A region narrows a language (<c>en-GB</c>); <c>no</c> is Norwegian, whose written form here is bokmål.</summary>
    public static bool Matches(string tag, string language)
    {
        var dash = tag.IndexOf('-', StringComparison.Ordinal);
        var primary = dash < 0 ? tag : tag[..dash];
        if (primary.Equals("no", StringComparison.OrdinalIgnoreCase)) primary = "nb";
        return primary.Equals(language, StringComparison.OrdinalIgnoreCase);
    }
}
