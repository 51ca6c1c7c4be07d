using System.Globalization;

namespace Icd.Search.Analysis;

/// <summary>From a word to the keys it is compared by: its spelling key, and the stem that all its forms share.</summary>
internal sealed class WordKeys
{
    /// <summary>Roman numerals that are no Norwegian word; I, V and X are numbers only behind a word that is numbered.</summary>
    private static readonly string[] Romans = ["", "", "ii", "iii", "iv", "", "vi", "vii", "viii", "ix", "", "xi", "xii", "xiii"];

    /// <summary>Stands before the stems of stopwords, so that they meet no other word's: <c>ble</c> is no bladder (blære).</summary>
    private const char StopwordMark = '\u00B7';

    private readonly StringTable _forms;
    private readonly string[] _lemmas;

    /// <summary>Keys with irregular forms.</summary>
    /// <param name="forms">Spelling keys of the irregular forms.</param>
    /// <param name="lemmas">For each the stem of the word that it is a form of.</param>
    public WordKeys(StringTable forms, string[] lemmas) => (_forms, _lemmas) = (forms, lemmas);

    /// <summary>Spelling keys of irregular forms.</summary>
    public StringTable Forms => _forms;

    /// <summary>The stems that they are forms of.</summary>
    public string[] Lemmas => _lemmas;

    /// <summary>Keys that know these irregular forms and stopwords.</summary>
    public static WordKeys Of(IEnumerable<(string Form, string Lemma)> inflections, IEnumerable<string> stopwords)
    {
        var plain = new WordKeys(StringTable.Of([]), []);
        var stems = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var stopword in stopwords) stems.TryAdd(SpellingOf(stopword), StopwordMark + SpellingOf(stopword));
        foreach (var (form, lemma) in inflections)
        {
            if (form.AsSpan().ContainsAny(" -")) continue;
            stems.TryAdd(SpellingOf(form), plain.StemOf(lemma));
        }

        var forms = StringTable.Of(stems.Keys);
        var lemmas = new string[forms.Count];
        for (var i = 0; i < lemmas.Length; i++) lemmas[i] = stems[forms[i].ToString()];
        return new(forms, lemmas);
    }

    /// <summary>Writes a word's spelling key; roman numerals become digits.</summary>
    /// <returns>How many letters were written.</returns>
    public static int Spell(ReadOnlySpan<char> word, Span<char> key)
    {
        if (word.Length is > 1 and <= 4 && RomanValue(word) is > 0 and var number)
        {
            number.TryFormat(key, out var digits, provider: CultureInfo.InvariantCulture);
            return digits;
        }

        return SpellingKey.Write(word, key);
    }

    /// <summary>Writes the stem of a word whose spelling key is given.</summary>
    /// <returns>How many letters were written.</returns>
    public int Stem(ReadOnlySpan<char> spelling, Span<char> stem)
    {
        if (_forms.Find(spelling) is >= 0 and var form)
        {
            _lemmas[form].CopyTo(stem);
            return _lemmas[form].Length;
        }

        spelling.CopyTo(stem);
        var length = Stemmer.Strip(stem[..spelling.Length]);
        // Definite and plural of an irregular form: hendene, auget.
        if (length < spelling.Length && _forms.Find(stem[..length]) is >= 0 and var inner && _lemmas[inner][0] != StopwordMark)
        {
            _lemmas[inner].CopyTo(stem);
            return _lemmas[inner].Length;
        }

        return length;
    }

    /// <summary>A word's spelling key as a string.</summary>
    public static string SpellingOf(ReadOnlySpan<char> word)
    {
        Span<char> key = stackalloc char[SpellingKey.MaxLength];
        return key[..Spell(word, key)].ToString();
    }

    /// <summary>A word's stem as a string.</summary>
    public string StemOf(ReadOnlySpan<char> word)
    {
        Span<char> key = stackalloc char[SpellingKey.MaxLength];
        Span<char> stem = stackalloc char[SpellingKey.MaxLength];
        return stem[..Stem(key[..Spell(word, key)], stem)].ToString();
    }

    private static int RomanValue(ReadOnlySpan<char> word)
    {
        for (var i = 2; i < Romans.Length; i++)
        {
            if (Romans[i].Length > 0 && word.Equals(Romans[i], StringComparison.OrdinalIgnoreCase)) return i;
        }

        return 0;
    }
}
