namespace Icd.Search.Analysis;

/// <summary>
/// The key under which the spellings of a word meet: Norwegian, Latin and English (<c>karsinom</c>, <c>carcinoma</c>; <c>revmatisk</c>,
/// <c>rheumatic</c>), single and doubled letters, æ, ø and å however they are typed.
/// </summary>
/// <remarks>The key of a word's beginning is, but for its last letter or two, the beginning of the word's key: type-ahead rests on that.</remarks>
internal static class SpellingKey
{
    /// <summary>Room that suffices for any word's key.</summary>
    public const int MaxLength = LetterFolding.MaxWordLength * 2;

    /// <summary>Writes the key of a word.</summary>
    /// <param name="word">A word in any case.</param>
    /// <param name="key">Room for <see cref="MaxLength"/> letters.</param>
    /// <returns>How many letters were written.</returns>
    public static int Write(ReadOnlySpan<char> word, Span<char> key)
    {
        Span<char> w = stackalloc char[LetterFolding.MaxWordLength];
        var length = LetterFolding.Fold(word, w);
        var written = 0;
        for (var i = 0; i < length;)
        {
            var (letter, next, third) = (w[i], i + 1 < length ? w[i + 1] : '\0', i + 2 < length ? w[i + 2] : '\0');
            switch (letter)
            {
                case 'c' when next is 'h':
                    Put(key, ref written, 'k');
                    i += 2;
                    break;
                case 'c' when next is 'c' && third is 'e' or 'i' or 'y':
                    Put(key, ref written, 'k');
                    Put(key, ref written, 's');
                    i += 2;
                    break;
                case 'c':
                    Put(key, ref written, next is 'e' or 'i' or 'y' ? 's' : 'k');
                    i++;
                    break;
                case 'p' when next is 'h':
                    Put(key, ref written, 'f');
                    i += 2;
                    break;
                case 't' when next is 'h':
                    Put(key, ref written, 't');
                    i += 2;
                    break;
                // -tion and -sion are -sjon.
                case 't' or 's' when next is 'i' && third is 'o' && i + 3 < length && w[i + 3] == 'n':
                    Put(key, ref written, 's');
                    Put(key, ref written, 'j');
                    i += 2;
                    break;
                case 't' when next is 's' or 'z':
                    i++;
                    break;
                case 'r' when next is 'h':
                    Put(key, ref written, 'r');
                    i += 2;
                    break;
                case 'x':
                    Put(key, ref written, 'k');
                    Put(key, ref written, 's');
                    i++;
                    break;
                case 'z':
                    Put(key, ref written, 's');
                    i++;
                    break;
                case 'q':
                    Put(key, ref written, 'k');
                    if (next is 'u') Put(key, ref written, 'v');
                    i += next is 'u' ? 2 : 1;
                    break;
                case 'w':
                    Put(key, ref written, 'v');
                    i++;
                    break;
                case 'y':
                    Put(key, ref written, 'i');
                    i++;
                    break;
                // Pneumonia and pnevmoni, rheumatic and revmatisk; but museum and nucleus.
                case 'e' when next is 'u' && !(third is 'm' or 's' && i + 3 == length):
                    Put(key, ref written, 'e');
                    Put(key, ref written, 'v');
                    i += 2;
                    break;
                default:
                    Put(key, ref written, letter);
                    i++;
                    break;
            }
        }

        return written;
    }

    /// <summary>Doubled letters count once; digits do not: 11 is not 1.</summary>
    private static void Put(Span<char> key, ref int written, char letter)
    {
        if (written > 0 && key[written - 1] == letter && !char.IsAsciiDigit(letter)) return;
        if (written < key.Length) key[written++] = letter;
    }
}
