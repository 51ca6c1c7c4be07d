using Icd.Search.Analysis;
using Icd.Search.Lexicons;

namespace Icd.Search.Indexing;

/// <summary>A word as a name means it: the word written out, and where it stands in the text as it is.</summary>
/// <param name="Text">The word, written out.</param>
/// <param name="Start">Where the text has it.</param>
/// <param name="Length">How long it is there.</param>
/// <param name="IsAlternative">Whether it is another reading of the word before it rather than one more word.</param>
/// <param name="IsAside">Whether it stands in parentheses or behind a semicolon, and so says less.</param>
/// <param name="ClauseEnds">What ends behind it.</param>
internal readonly record struct ReadWord(string Text, int Start, int Length, bool IsAlternative, bool IsAside, ClauseEnd ClauseEnds = ClauseEnd.None);

/// <summary>
/// Reads names. The official Norwegian short texts are cut at 60 characters and abbreviated (<c>Fotgjskad tr uly</c>, <c>Uspes. komp. ved
/// prot./impl.</c>): they are written out by the lexicon's short forms, and where those do not help by the words of the classifications.
/// </summary>
internal sealed class TitleReader
{
    /// <summary>A title this long may have been cut off.</summary>
    private const int CutLength = 58;

    private const int LongestShortForm = 3;

    private readonly Dictionary<string, IReadOnlyList<string>> _shortForms = new(StringComparer.OrdinalIgnoreCase);
    private readonly Func<string, bool> _isKnown;
    private readonly Func<string, IReadOnlyList<string>> _complete, _likelier;

    /// <summary>A reader with the lexicon's short forms.</summary>
    /// <param name="abbreviations">Short forms.</param>
    /// <param name="isKnown">Whether something is a word by itself.</param>
    /// <param name="complete">The likeliest words that begin so, best first.</param>
    /// <param name="likelier">Words that something looks cut from though nothing shows it: other readings of it.</param>
    public TitleReader(IEnumerable<Abbreviation> abbreviations, Func<string, bool> isKnown, Func<string, IReadOnlyList<string>> complete, Func<string, IReadOnlyList<string>> likelier)
    {
        (_isKnown, _complete, _likelier) = (isKnown, complete, likelier);
        foreach (var abbreviation in abbreviations.Where(abbreviation => abbreviation.InTitles))
            _shortForms.TryAdd(string.Join(' ', TermAnalysis.WordsOf(abbreviation.Form)), abbreviation.Meanings);
    }

    /// <summary>Reads a name.</summary>
    /// <param name="text">The name as it is shown.</param>
    /// <param name="isShortText">Whether it is one of the official short texts.</param>
    public List<ReadWord> Read(string text, bool isShortText)
    {
        var words = new List<Word>();
        var scanner = new WordScanner(text);
        while (scanner.MoveNext()) words.Add(scanner.Current);

        var read = new List<ReadWord>(words.Count);
        for (var i = 0; i < words.Count;)
        {
            var word = words[i];
            var isAside = IsAside(text, word.Start);
            var taken = isShortText ? TryShortForm(text, words, i, out var meanings) : Nothing(out meanings);
            if (taken == 0 && isShortText && Cut(text, word) is { Count: > 0 } completions) (taken, meanings) = (1, completions);
            if (taken == 0)
            {
                var whole = text.Substring(word.Start, word.Length);
                read.Add(new(whole, word.Start, word.Length, false, isAside, EndBehind(text, word)));
                if (isShortText)
                {
                    foreach (var likely in _likelier(whole)) read.Add(new(likely, word.Start, word.Length, true, isAside));
                }

                i++;
                continue;
            }

            var (start, length) = (word.Start, words[i + taken - 1].End - word.Start);
            var first = true;
            foreach (var meaning in meanings)
            {
                foreach (var part in TermAnalysis.WordsOf(meaning))
                    read.Add(new(part, start, length, !first, isAside));
                first = false;
            }

            i += taken;
        }

        return read;
    }

    private static int Nothing(out IReadOnlyList<string> meanings)
    {
        meanings = [];
        return 0;
    }

    /// <summary>How many words from here on are a short form: the longest one counts.</summary>
    private int TryShortForm(string text, List<Word> words, int at, out IReadOnlyList<string> meanings)
    {
        for (var count = Math.Min(LongestShortForm, words.Count - at); count > 0; count--)
        {
            var key = string.Join(' ', words.Skip(at).Take(count).Select(word => text.Substring(word.Start, word.Length)));
            if (!_shortForms.TryGetValue(key, out meanings!)) continue;
            var last = words[at + count - 1];
            // A short form without its point must not be a word: "men", "all", "per".
            if (count > 1 || last.HasPoint || (last.HasSlash && key.Length == 1) || (key.Length > 2 && !_isKnown(key))) return count;
        }

        return Nothing(out meanings);
    }

    /// <summary>What a word that is cut off, by a point or by the end of a long title, may be.</summary>
    private IReadOnlyList<string> Cut(string text, Word word)
    {
        var isCut = word.HasPoint && word.End < text.Length - 1 || (word.HasPoint && text.Length > 20) || (word.End == text.Length && text.Length >= CutLength);
        if (!isCut || word.Length < 3) return [];
        var cut = text.Substring(word.Start, word.Length);
        return cut.Any(char.IsAsciiDigit) || _isKnown(cut) ? [] : _complete(cut);
    }

    private static ClauseEnd EndBehind(string text, Word word) =>
        word.End == text.Length ? ClauseEnd.None : text[word.End] switch { ',' => ClauseEnd.Part, ';' or '(' or ')' or ']' => ClauseEnd.Whole, _ => ClauseEnd.None };

    private static bool IsAside(string text, int at)
    {
        if (text.LastIndexOf(';', at) > 0) return true;
        var open = text.LastIndexOf('(', at);
        return open >= 0 && text.IndexOf(')', open) is var close && (close < 0 || close > at);
    }
}
