using Icd.Core.Codes;
using Microsoft.Extensions.Primitives;

namespace Icd.Api.Who;

/// <summary>What a search asks for, from the query and, when posted, from a form.</summary>
internal sealed record WhoSearchParameters
{
    private static readonly char[] ListSeparators = [',', ';'];

    /// <summary>What was typed, without the <c>%</c> that WHO's tools put behind it.</summary>
    public required string Text { get; init; }

    /// <summary>Whether the last word may be the beginning of one.</summary>
    public bool IsOpen { get; init; }

    /// <summary>The chapters asked for; <see langword="null"/> where none is named.</summary>
    public IReadOnlySet<string>? Chapters { get; init; }

    /// <summary>The subtrees asked for; <see langword="null"/> where none is named.</summary>
    public IReadOnlyList<EntityUri>? Subtrees { get; init; }

    /// <summary>Whether hits are enough that answer part of the query.</summary>
    public bool IsFlexible { get; init; }

    /// <summary>Whether hits stand beside each other rather than below their ancestors.</summary>
    public bool IsFlat { get; init; } = true;

    /// <summary>Whether what was found is marked.</summary>
    public bool IsHighlighted { get; init; } = true;

    /// <summary>Whether words to go on with are wanted.</summary>
    public bool IncludeKeywords { get; init; }

    /// <summary>WHO's <c>medicalCodingMode</c>: only what has a code.</summary>
    public bool CodedOnly { get; init; }

    /// <summary>The properties that may match; <see langword="null"/> for all.</summary>
    public IReadOnlyList<string>? Properties { get; init; }

    /// <summary>Reads the parameters of a search.</summary>
    /// <param name="parameters">Named in any case.</param>
    /// <param name="isFoundation">Whether nothing has a code.</param>
    /// <param name="error">What is wrong with them.</param>
    /// <returns><see langword="null"/> where something is.</returns>
    public static WhoSearchParameters? Read(IEnumerable<KeyValuePair<string, StringValues>> parameters, bool isFoundation, out string? error)
    {
        var reader = new Reader(parameters);
        var typed = reader.Text("q");
        // A reader that speaks for the words alone: what is typed may hold a percent sign in the middle too.
        var text = typed.Replace('%', ' ').Trim();
        var coded = !isFoundation && reader.Flag("medicalCodingMode", true);
        var properties = reader.List("propertiesToBeSearched");
        var subtrees = new List<EntityUri>();
        foreach (var uri in reader.List("subtreesFilter") ?? [])
        {
            if (EntityUri.TryParse(uri, out var parsed)) subtrees.Add(parsed);
            else reader.Error ??= $"subtreesFilter: '{uri}' is not an entity URI; expected is for example http://id.who.int/icd/entity/1435254666.";
        }

        var read = new WhoSearchParameters
        {
            Text = text,
            IsOpen = typed.EndsWith('%'),
            Chapters = reader.List("chapterFilter")?.Select(chapter => chapter.PadLeft(char.IsAsciiDigit(chapter[0]) ? 2 : 1, '0').ToUpperInvariant()).ToHashSet(),
            Subtrees = subtrees.Count > 0 ? subtrees : null,
            IsFlexible = reader.Flag("useFlexisearch", false),
            IsFlat = reader.Flag("flatResults", true),
            IsHighlighted = reader.Flag("highlightingEnabled", true),
            IncludeKeywords = reader.Flag("includeKeywordResult", false),
            CodedOnly = coded,
            Properties = coded ? null : properties,
        };
        error = reader.Error;
        return error is null ? read : null;
    }

    private sealed class Reader
    {
        private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

        /// <summary>What comes later counts: a form says more than the address that it is posted to.</summary>
        public Reader(IEnumerable<KeyValuePair<string, StringValues>> parameters)
        {
            foreach (var (name, value) in parameters) _values[name] = value.ToString();
        }

        public string? Error { get; set; }

        public string Text(string name) => _values.GetValueOrDefault(name, "");

        public string[]? List(string name) =>
            Text(name).Split(ListSeparators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: > 0 } items ? items : null;

        public bool Flag(string name, bool otherwise)
        {
            var value = Text(name);
            if (value.Length == 0) return otherwise;
            if (bool.TryParse(value, out var flag)) return flag;
            Error ??= $"{name} is '{value}'; expected is true or false.";
            return otherwise;
        }
    }
}
