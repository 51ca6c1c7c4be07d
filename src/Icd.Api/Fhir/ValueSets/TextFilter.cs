using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Icd.Api.Fhir.Systems;
using Icd.Core.Releases;
using Icd.Search;

namespace Icd.Api.Fhir.ValueSets;

/// <summary>The text filter of an expansion: every word must begin a word of the title, in any order, whatever the case and accents; or a code begins with the text. For one request.</summary>
/// <remarks>
/// Matched are the title in the display language, the release's own title, and its index terms. In Norwegian the toolkit's search adds what it finds: inflections,
/// compounds, synonyms.
/// </remarks>
internal sealed class TextFilter
{
    private const char Boundary = '\n';

    /// <summary>Words of titles and terms, folded, for each release and language; worked out when first asked for and kept as long as the release.</summary>
    private static readonly ConditionalWeakTable<Release, ConcurrentDictionary<string, string?[]>> Folded = [];

    private readonly string _text, _language;
    private readonly string[] _words;
    private readonly HashSet<Entity> _found = [];
    private readonly bool _mayBeCode;
    private Release? _release;
    private string?[] _texts = [];

    public TextFilter(string text, string language, Terminology terminology)
    {
        (_text, _language) = (text.Trim(), language);
        _mayBeCode = _text.Length > 1 && _text.Any(char.IsAsciiDigit) && !_text.Any(char.IsWhiteSpace);
        _words = [.. Fold(text).Split(Boundary, StringSplitOptions.RemoveEmptyEntries).Select(word => Boundary + word)];
        if (language != "nb" || _words.Length == 0) return;
        foreach (var hit in terminology.Loaded.Search.Search(text, new() { Limit = CodeIndex.MaxHits, Language = "nb" }).Hits)
        {
            // A name of the counterpart, or of what stands above, is no name of this one.
            if (hit.Kind is not (MatchKind.Bridged or MatchKind.Ancestor) && !hit.Entity.IsNone) _found.Add(hit.Entity);
        }
    }

    public bool Matches(Member member)
    {
        if (member.Entity.IsNone) return HasWords(Fold(member.Display(_language))) || (_mayBeCode && Begins(member.Code));
        if (_found.Contains(member.Entity) || (_mayBeCode && Begins(member.Code))) return true;
        if (member.Entity.Release is var release && release != _release)
            (_release, _texts) = (release, Folded.GetValue(release, _ => new()).GetOrAdd(_language, _ => new string?[release.Count]));
        // Two threads may both work it out; the texts are equal and either may stay.
        return HasWords(_texts[member.Entity.Index] ??= TextOf(member));
    }

    private bool Begins(string code) => code.StartsWith(_text, StringComparison.OrdinalIgnoreCase);

    private bool HasWords(string folded)
    {
        foreach (var word in _words)
        {
            if (!folded.Contains(word, StringComparison.Ordinal)) return false;
        }

        return _words.Length > 0;
    }

    private string TextOf(Member member)
    {
        var text = new StringBuilder(member.Display(_language));
        if (member.Entity.Title is { } own && own != text.ToString()) text.Append(Boundary).Append(own);
        foreach (var term in member.Entity.Terms)
        {
            if (term.Kind is TermKind.Synonym or TermKind.IndexTerm or TermKind.Inclusion or TermKind.NarrowerTerm or TermKind.FullySpecifiedName) text.Append(Boundary).Append(term.Text);
        }

        return Fold(text.ToString());
    }

    /// <summary>Words in lower case without accents, each with a boundary before it.</summary>
    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length + 1).Append(Boundary);
        foreach (var unit in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(unit)) folded.Append(char.ToLowerInvariant(unit));
            else if (CharUnicodeInfo.GetUnicodeCategory(unit) != UnicodeCategory.NonSpacingMark && folded[^1] != Boundary) folded.Append(Boundary);
        }

        return folded.ToString();
    }
}
