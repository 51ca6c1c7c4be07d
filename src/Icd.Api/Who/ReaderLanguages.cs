using System.Globalization;
using Icd.Core.Releases;

namespace Icd.Api.Who;

/// <summary>The languages that a reader wants, best first; English at the end, because WHO's server falls back to it.</summary>
internal sealed class ReaderLanguages
{
    private const int MostRanges = 20;

    private readonly List<string> _languages = [];

    private ReaderLanguages(string acceptLanguage)
    {
        var ranges = acceptLanguage.Split(',', MostRanges, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(range => range.Split(';', StringSplitOptions.TrimEntries))
            .OrderByDescending(parts => parts.Length > 1 ? Quality(parts[1]) : 1);
        foreach (var parts in ranges)
        {
            Add(parts[0]);
            Add(parts[0].Split('-')[0]);
            // Readers of Norwegian in general, and of nynorsk, are served bokmål: we have no other Norwegian.
            if (parts[0].Split('-')[0] is "no" or "nn") Add("nb");
        }

        Add("en");
    }

    /// <summary>The language that the reader likes best.</summary>
    public string First => _languages[0];

    /// <summary>The languages of a header, such as <c>nb</c> or <c>nn-NO,nb;q=0.9</c>.</summary>
    public static ReaderLanguages Of(string? acceptLanguage) => new(acceptLanguage ?? "");

    /// <summary>The best title there is for the reader.</summary>
    public DisplayTitle TitleOf(ReleaseCatalog catalog, Entity entity)
    {
        foreach (var language in _languages)
        {
            if (catalog.TitleOf(entity, language) is var title && title.Language == language && title.Text.Length > 0) return title;
        }

        return catalog.TitleOf(entity, entity.Release.Languages[0]);
    }

    /// <summary>Those of some terms that the reader reads: all in the first of the languages that any is in, else all.</summary>
    public IReadOnlyList<Term> Of(IReadOnlyList<Term> terms)
    {
        foreach (var language in _languages)
        {
            if (terms.Where(term => term.Language == language).ToList() is { Count: > 0 } read) return read;
        }

        return terms;
    }

    private void Add(string language)
    {
        if (language is not ("" or "*") && !_languages.Contains(language, StringComparer.OrdinalIgnoreCase)) _languages.Add(language.ToLowerInvariant());
    }

    private static double Quality(string parameter) =>
        parameter.StartsWith("q=", StringComparison.OrdinalIgnoreCase) && double.TryParse(parameter.AsSpan(2), NumberStyles.Float, CultureInfo.InvariantCulture, out var quality) ? quality : 1;
}
