namespace Icd.Search.Analysis;

/// <summary>
/// Takes the endings off a <see cref="SpellingKey"/>: bokmål and nynorsk inflection, and the endings by which Latin, English and
/// Norwegian forms of one medical word differ (<c>-itis/-itt</c>, <c>-osis/-ose</c>, <c>-oma/-om</c>, <c>-ia/-i</c>, <c>-us/-um</c>, <c>-ic/-isk</c>).
/// </summary>
/// <remarks>Endings come off until none is left, so that all forms of a word end at the same stem, whatever that looks like.</remarks>
internal static class Stemmer
{
    private const int ShortestStem = 3;

    /// <summary>Endings of inflection with what they leave, longest first among those that end alike; written as in spelling keys.</summary>
    private static readonly (string Ending, string Remains, int MinStem)[] Endings =
    [
        // Latin and English forms of medical words.
        ("itides", "it", 2), ("itis", "it", 2), ("ites", "it", 2), ("iter", "it", 2), ("iten", "it", 2),
        ("osis", "os", 2), ("oses", "os", 2), ("asis", "as", 3), ("ases", "as", 3),
        ("omata", "om", 2), ("oma", "om", 2), ("omas", "om", 2),
        ("isk", "ik", 2), ("iske", "ik", 2), ("ikal", "ik", 3), ("iskt", "ik", 2),
        ("tumour", "tumor", 0),
        ("ea", "e", 3), ("oa", "e", 3),
        ("ies", "i", 3), ("iae", "i", 3), ("ia", "i", 3), ("ium", "i", 3), ("ius", "i", 3), ("ie", "i", 3),
        ("us", "", 4), ("um", "", 4), ("ous", "os", 3),
        // Genitive with definite and plural.
        ("enes", "", 3), ("anes", "", 3), ("ens", "", 3), ("ets", "", 3), ("ers", "", 3), ("ars", "", 3),
        ("ene", "", 3), ("ane", "", 3), ("en", "", 3), ("et", "", 3), ("er", "", 3), ("ar", "", 4), ("one", "", 4),
        ("leg", "lig", 3), ("a", "", 3), ("e", "", 3), ("es", "", 4),
        ("dt", "d", 3), ("gt", "g", 3),
    ];

    private static readonly Dictionary<char, (string Ending, string Remains, int MinStem)[]> ByLastLetter =
        Endings.GroupBy(ending => ending.Ending[^1]).ToDictionary(group => group.Key, group => group.OrderByDescending(ending => ending.Ending.Length).ToArray());

    /// <summary>Takes one ending off a key in place.</summary>
    /// <param name="key">A spelling key.</param>
    /// <param name="length">The length of what is left.</param>
    /// <returns>Whether it had an ending.</returns>
    public static bool TryStrip(Span<char> key, out int length)
    {
        length = key.Length;
        // Numbers and mixtures such as b12 do not inflect.
        if (length <= ShortestStem || key.ContainsAnyInRange('0', '9')) return false;
        if (ByLastLetter.TryGetValue(key[^1], out var candidates))
        {
            foreach (var (ending, remains, minStem) in candidates)
            {
                if (!key.EndsWith(ending)) continue;
                var stem = key.Length - ending.Length;
                if (stem < minStem)
                {
                    // øret, øra, ører, ørene: what is left of a two-letter stem with a consonant at its end is the word with its e.
                    if (stem == 2 && remains.Length == 0 && ending[0] is 'e' or 'a' && IsConsonant(key[1]) && key.Length > 3)
                    {
                        key[2] = 'e';
                        length = 3;
                        return true;
                    }

                    continue;
                }

                if (stem + remains.Length < ShortestStem || (remains.Length == ending.Length && key[stem..].SequenceEqual(remains))) continue;
                remains.CopyTo(key[stem..]);
                length = stem + remains.Length;
                return true;
            }
        }

        // Genitive and English plural, but not the s of -us, -is, -as, -os, -ss.
        if (key[^1] == 's' && key.Length > 4 && key[^2] is not ('u' or 'i' or 's' or 'a' or 'o' or 'k' or 'e'))
        {
            length = key.Length - 1;
            return true;
        }

        // fingre, skuldre: finger and skulder have lost their er already.
        if (key[^1] == 'r' && key.Length > 4 && IsConsonant(key[^2]) && key[^2] != 'r')
        {
            length = key.Length - 1;
            return true;
        }

        return false;
    }

    private static bool IsConsonant(char letter) => char.IsAsciiLetterLower(letter) && letter is not ('a' or 'e' or 'i' or 'o' or 'u');
}
