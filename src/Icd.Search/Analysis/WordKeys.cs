using System.Globalization;

namespace Icd.Search.Analysis;

/// <summary>From a word to the keys it is compared by: its spelling key, and the stem that all its forms share.</summary>
internal sealed class WordKeys
{
    /// <summary>Roman numerals that are no Norwegian word; I, V and X are numbers only behind a word that is numbered.</summary>
    private static readonly string[] Romans = ["", "", "ii", "iii", "iv", "", "vi", "vii", "viii", "ix", "", "xi", "xii", "xiii"];

    /// <summary>Stands before the stems of stopwords, so that they meet no other word's: <c>ble</c> is no bladder (blære).</summary>
    private const char StopwordMark = '\u00B7';

    /// <summary>Ends the spelling keys of other words that are spelled like stopwords: hår (har), arr (år), syn (sin), egg (eg).</summary>
    private const char ContentMark = '\u00B8';

    private readonly StringTable _forms, _stopwords;
    private readonly string[] _lemmas;

    /// <summary>Keys with irregular forms.</summary>
    /// <param name="forms">Spelling keys of the irregular forms.</param>
    /// <param name="lemmas">For each the stem of the word that it is a form of.</param>
    /// <param name="stopwords">The stopwords as they are typed.</param>
    public WordKeys(StringTable forms, string[] lemmas, StringTable stopwords) => (_forms, _lemmas, _stopwords) = (forms, lemmas, stopwords);

    /// <summary>The stopwords as they are typed.</summary>
    public StringTable Stopwords => _stopwords;

    /// <summary>Spelling keys of irregular forms.</summary>
    public StringTable Forms => _forms;

    /// <summary>The stems that they are forms of.</summary>
    public string[] Lemmas => _lemmas;

    /// <summary>Keys that know these irregular forms and stopwords.</summary>
    public static WordKeys Of(IEnumerable<(string Form, string Lemma)> inflections, IEnumerable<string> stopwords)
    {
        var rows = inflections.Where(row => !row.Form.AsSpan().ContainsAny(" -")).ToList();
        var stops = StringTable.Of(stopwords.Select(stopword => LetterFolding.LowerOf(stopword)));
        var stems = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var stopword in stopwords) stems.TryAdd(SpellingOf(stopword), StopwordMark + SpellingOf(stopword));
        // A form of itself is whole: ureter is no form of the uret that it would share with others.
        foreach (var (form, _) in rows.Where(row => row.Form == row.Lemma)) stems.TryAdd(SpellingOf(form), SpellingOf(form));
        var whole = Of(stems, stops);
        foreach (var (form, lemma) in rows) stems.TryAdd(SpellingOf(form), whole.StemOf(lemma));
        return Of(stems, stops);
    }

    private static WordKeys Of(Dictionary<string, string> stems, StringTable stopwords)
    {
        var forms = StringTable.Of(stems.Keys);
        var lemmas = new string[forms.Count];
        for (var i = 0; i < lemmas.Length; i++) lemmas[i] = stems[forms[i].ToString()];
        return new(forms, lemmas, stopwords);
    }

    /// <summary>Writes the spelling key that a word is found by.</summary>
    /// <returns>How many letters were written.</returns>
    public int Write(ReadOnlySpan<char> word, Span<char> key)
    {
        var length = Spell(word, key);
        if (length == key.Length || _forms.Find(key[..length]) is not (>= 0 and var form) || _lemmas[form][0] != StopwordMark) return length;
        Span<char> letters = stackalloc char[LetterFolding.MaxWordLength];
        if (_stopwords.Find(letters[..LetterFolding.Lower(word, letters)]) < 0) key[length++] = ContentMark;
        return length;
    }

    /// <summary>The same as a string.</summary>
    public string KeyOf(ReadOnlySpan<char> word)
    {
        Span<char> key = stackalloc char[SpellingKey.MaxLength];
        return key[..Write(word, key)].ToString();
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

    /// <summary>Writes the stem of a word whose key is given.</summary>
    /// <returns>How many letters were written.</returns>
    public int Stem(ReadOnlySpan<char> spelling, Span<char> stem)
    {
        spelling.CopyTo(stem);
        var length = spelling.EndsWith(ContentMark) ? spelling.Length - 1 : spelling.Length;
        do
        {
            // Irregular words, and endings on them: hendene, auget. A stopword has none.
            if (_forms.Find(stem[..length]) is not (>= 0 and var form) || (length < spelling.Length && _lemmas[form][0] == StopwordMark)) continue;
            _lemmas[form].CopyTo(stem);
            return _lemmas[form].Length;
        }
        while (Stemmer.TryStrip(stem[..length], out length));

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
        return stem[..Stem(key[..Write(word, key)], stem)].ToString();
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
