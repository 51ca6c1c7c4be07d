using Icd.Search.Analysis;
using Icd.Search.Lexicons;

namespace Icd.Search.Indexing;

/// <summary>The words of all names, and how often the Norwegian names have each.</summary>
internal sealed class TermWords
{
    private readonly Lexicon _lexicon;
    private readonly ReadWord[][] _words;

    /// <summary>How often Norwegian names have a word.</summary>
    private readonly Dictionary<string, int> _counts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Words that names in full have.</summary>
    private readonly HashSet<string> _authored = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Words that what is cut off may be, in lower case.</summary>
    private readonly SortedSet<string> _completions = [];

    /// <summary>Reads all names: those in full words first, since the abbreviated ones are written out by the words of the others.</summary>
    public TermWords(List<DraftTerm> terms, Lexicon lexicon)
    {
        _lexicon = lexicon;
        _words = new ReadWord[terms.Count][];
        var reader = new TitleReader(_lexicon.Abbreviations, IsNorwegian, Complete, Likelier);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < terms.Count; i++)
        {
            if (terms[i].IsShortText) continue;
            _words[i] = [.. reader.Read(terms[i].Text, isShortText: false)];
            if (terms[i].Language == "nb" && seen.Add(terms[i].Text)) Count(_words[i].Select(word => word.Text));
        }

        foreach (var stopword in _lexicon.Stopwords) Count([stopword, stopword, stopword]);
        _authored.UnionWith(_counts.Keys);
        var fullWords = WordsInFull(terms);
        Count(fullWords);
        _completions = new(_counts.Keys.Where(word => word.Length > 3).Select(word => word.ToLowerInvariant()), StringComparer.Ordinal);
        for (var i = 0; i < terms.Count; i++)
        {
            if (!terms[i].IsShortText) continue;
            _words[i] = [.. reader.Read(terms[i].Text, isShortText: true)];
        }
    }

    /// <summary>Words of the short texts that are certainly whole: no point behind, not the last of a text that may be cut off, and often enough.</summary>
    private static IEnumerable<string> WordsInFull(List<DraftTerm> terms)
    {
        var counts = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var lookup = counts.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var term in terms.Where(term => term.IsShortText))
        {
            // The composed texts ("Tr.uly bil;h-inst/sykehus") are abbreviated without points.
            if (term.Text.Contains(';')) continue;
            var scanner = new WordScanner(term.Text);
            while (scanner.MoveNext())
            {
                var word = scanner.Current;
                if (word.HasPoint || word.HasSlash || word.Length < 4 || (word.End == term.Text.Length && term.Text.Length > 57)) continue;
                if (word.Start > 0 && term.Text[word.Start - 1] is '.' or '/') continue;
                var text = word.In(term.Text);
                lookup[text] = lookup.TryGetValue(text, out var count) ? count + 1 : 1;
            }
        }

        return counts.SelectMany(pair => Enumerable.Repeat(pair.Key, Math.Min(pair.Value, 60)));
    }

    private void Count(IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            if (word.Any(char.IsAsciiDigit)) continue;
            _counts[word] = _counts.GetValueOrDefault(word) + 1;
        }
    }

    /// <summary>The words of a name.</summary>
    public ReadWord[] this[int term] => _words[term];

    /// <summary>Whether Norwegian names have a word.</summary>
    public bool IsNorwegian(string word) => _counts.ContainsKey(word);

    private List<string> Complete(string cut)
    {
        var lower = cut.ToLowerInvariant();
        return [.. _completions.GetViewBetween(lower, lower + '\uFFFF').OrderByDescending(word => _counts[word]).ThenBy(word => word, StringComparer.Ordinal).Take(2)];
    }

    /// <summary>What "kompl" is short for, though it has no point: a word that only short texts have, and a much commoner word begins with.</summary>
    private List<string> Likelier(string word) =>
        word.Length is >= 3 and <= 8 && !_authored.Contains(word) && word[^1] is not ('a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'æ' or 'ø' or 'å' or 's') && !word.Any(char.IsAsciiDigit)
            ? [.. Complete(word).Where(full => full.Length > word.Length && _counts[full] > 4 * _counts.GetValueOrDefault(word)).Take(1)]
            : [];

    /// <summary>What compounds are made of, and how often: words of names and of the lexicon, and beginnings and ends that only compounds have.</summary>
    public Dictionary<string, int> PartCounts(List<string> lexiconWords)
    {
        var stopwords = _lexicon.Stopwords.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var counts = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var (word, count) in _counts)
        {
            if (word.Length > 2 && (count > 1 || word.Length > 3) && !stopwords.Contains(word)) counts[word] = count;
        }

        // What the word tables name is a word that people use, whether or not a title has it.
        foreach (var word in lexiconWords.Where(word => word.Length > 2 && !stopwords.Contains(word) && !word.Any(char.IsAsciiDigit))) counts[word] = counts.GetValueOrDefault(word) + 2;
        foreach (var (bound, count) in CompoundWords.Learn(counts, [.. _counts.Keys])) counts[bound] = counts.GetValueOrDefault(bound) + count;
        foreach (var bound in CompoundWords.Bound) counts[bound] = counts.GetValueOrDefault(bound) + 3;
        foreach (var never in CompoundWords.Never) counts.Remove(never);
        return counts;
    }
}
