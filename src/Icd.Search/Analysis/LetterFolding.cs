namespace Icd.Search.Analysis;

/// <summary>Letters as words are compared by: lower case, without accents, æ, ø and å as plain letters however they are typed.</summary>
internal static class LetterFolding
{
    /// <summary>The longest word that is looked at; the rest of a longer one is passed over.</summary>
    public const int MaxWordLength = 48;

    /// <summary>A lower-case letter without accent; æ, ø and å stay.</summary>
    public static char Plain(char letter)
    {
        if (letter < 0x80) return (char)(letter is >= 'A' and <= 'Z' ? letter | 0x20 : letter);
        return char.ToLowerInvariant(letter) switch
        {
            'á' or 'à' or 'â' or 'ã' => 'a',
            'é' or 'è' or 'ê' or 'ë' => 'e',
            'í' or 'ì' or 'î' or 'ï' => 'i',
            'ó' or 'ò' or 'ô' or 'õ' => 'o',
            'ú' or 'ù' or 'û' or 'ü' => 'u',
            'ñ' or 'ń' => 'n',
            'ç' or 'č' or 'ć' => 'c',
            'š' or 'ś' => 's',
            'ž' => 'z',
            'ý' => 'y',
            'ä' => 'æ',
            'ö' or 'œ' => 'ø',
            'α' => 'a',
            'β' or 'ß' => 'b',
            'γ' => 'g',
            var other => other,
        };
    }

    /// <summary>A word as it is typed but for case and accents: æ, ø and å stay.</summary>
    /// <param name="word">A word, of which the first <see cref="MaxWordLength"/> letters count.</param>
    /// <param name="plain">Room for as many letters.</param>
    /// <returns>How many letters were written.</returns>
    public static int Lower(ReadOnlySpan<char> word, Span<char> plain)
    {
        var written = 0;
        for (var i = 0; i < word.Length && written < plain.Length; i++)
        {
            var letter = Plain(word[i]);
            if (letter == '\u030A' && written > 0 && plain[written - 1] == 'a') plain[written - 1] = 'å';
            else if (letter is not (>= '\u0300' and <= '\u036F' or '\'' or '\u2019')) plain[written++] = letter;
        }

        return written;
    }

    /// <summary>The same as a string.</summary>
    public static string LowerOf(ReadOnlySpan<char> word)
    {
        Span<char> plain = stackalloc char[MaxWordLength];
        return plain[..Lower(word, plain)].ToString();
    }

    /// <summary>
    /// A word as compounds are taken apart by: æ, ø, å and their spellings ae, oe, aa become e, o and a; all else stays, doubled consonants too.
    /// </summary>
    /// <param name="word">A word, of which the first <see cref="MaxWordLength"/> letters count.</param>
    /// <param name="folded">Room for as many letters.</param>
    /// <returns>How many letters were written.</returns>
    public static int Fold(ReadOnlySpan<char> word, Span<char> folded)
    {
        var written = 0;
        for (var i = 0; i < word.Length && written < folded.Length; i++)
        {
            var letter = Plain(word[i]);
            // Combining marks are accents, and å without its ring is still compared as a.
            if (letter is >= '\u0300' and <= '\u036F' or '\'' or '\u2019') continue;
            var next = i + 1 < word.Length ? Plain(word[i + 1]) : '\0';
            (letter, var pair) = (letter, next) switch
            {
                ('a', 'a') => ('a', true),
                ('a', 'e') => ('e', true),
                ('o', 'e') => ('o', true),
                ('å', _) => ('a', false),
                ('æ', _) => ('e', false),
                ('ø', _) => ('o', false),
                var same => (same.letter, false),
            };
            folded[written++] = letter;
            if (pair) i++;
        }

        return written;
    }
}
