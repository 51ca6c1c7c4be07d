namespace Icd.Search.Analysis;

/// <summary>What the corpus cannot teach the decompounder: words that stand in compounds only, and words that never do.</summary>
internal static class CompoundWords
{
    /// <summary>First and last parts that hardly occur as words of their own.</summary>
    public static IReadOnlyList<string> Bound { get; } =
    [
        "anti", "auto", "bi", "ekstra", "endo", "fler", "for", "fore", "hetero", "hoved", "hyper", "hypo", "inter", "intra", "ikke", "makro", "mellom", "mikro", "mini",
        "mono", "multi", "neo", "over", "peri", "poly", "post", "pre", "pseudo", "psevdo", "retro", "selv", "semi", "sub", "super", "supra", "trans", "ultra", "under",
        "barne", "kvinne", "manns", "mage", "side", "små", "stor", "lang", "kort", "høy", "lav", "grå", "rød", "blå", "svart", "hvit", "gul",
        "over", "bak", "fram", "frem", "ytter", "inner", "øvre", "nedre",
    ];

    /// <summary>
    /// Parts that hardly occur as words of their own, learnt from the compounds they stand in: what stands before, or behind, at least so many
    /// different known words (frost + skade, + bitt, + skader; luft, urin, spise + rør).
    /// </summary>
    /// <param name="known">Known words with how often they occur.</param>
    /// <param name="words">The words that may be compounds.</param>
    /// <returns>New parts with the number of different words that they stand with.</returns>
    public static IEnumerable<(string Part, int Count)> Learn(IReadOnlyDictionary<string, int> known, IReadOnlyCollection<string> words)
    {
        const int FewestHeads = 2, FewestModifiers = 3;
        var before = new Dictionary<string, HashSet<string>>(StringComparer.OrdinalIgnoreCase);
        var behind = new Dictionary<string, HashSet<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var word in words.Where(word => word.Length is >= 6 and <= 30))
        {
            for (var cut = 3; cut <= word.Length - 3; cut++)
            {
                var (first, last) = (word[..cut], word[cut..]);
                if (last.Length > 3 && known.GetValueOrDefault(last) > 2) Stands(before, first.TrimEnd('s', 'S') is { Length: > 2 } stem ? stem : first, last);
                // What follows a word with its last letter doubled is an ending: sykdom-mene.
                if (last.Length > 2 && first.Length > 3 && known.GetValueOrDefault(first) > 2 && last[0] != first[^1] && !IsEnding(last)) Stands(behind, last, first);
            }
        }

        return Found(before, FewestHeads).Concat(Found(behind, FewestModifiers));

        IEnumerable<(string, int)> Found(Dictionary<string, HashSet<string>> stands, int fewest) =>
            stands.Where(pair => pair.Value.Count >= fewest && !known.ContainsKey(pair.Key)).Select(pair => (pair.Key, 1));

        static void Stands(Dictionary<string, HashSet<string>> map, string part, string with)
        {
            if (!map.TryGetValue(part, out var others)) map[part] = others = new(StringComparer.OrdinalIgnoreCase);
            others.Add(with);
        }
    }

    /// <summary>Endings of inflection and derivation, which stand behind many words too.</summary>
    private static bool IsEnding(string text) =>
        text.Length < 3 || text[0] is 'e' or 'a' or 'i' || text is "het" or "heten" or "heter" or "lig" or "lige" or "ligg" or "løs" or "løse" or "løshet" or "skap" or "ning" or "ninger" or "ningen" or "ser" or "ner" or "ler" or "rer" or "ter"
            or "sen" or "ten" or "nen" or "len" or "ret" or "net" or "set" or "tet" or "ske" or "lse" or "lser" or "lsen" or "lsene" or "ner" or "tig" or "tige" or "som" or "bar" or "bare" or "sjon" or "sjoner" or "sjonen";

    /// <summary>Short words that would cut other words apart.</summary>
    public static IReadOnlyList<string> Never { get; } =
    [
        "het", "skap", "lig", "ing", "sjon", "isk", "eri", "tet", "ment", "inn", "opp", "til", "med", "ved", "den", "det", "som", "kan", "men", "man", "per", "pro", "ser", "ene",
        "ter", "are", "ere", "est", "ist", "ase", "ose", "oma", "ial", "ell", "ant", "ent", "ens", "ing", "ert", "erte", "bar", "sam", "som", "lig", "løs", "fri", "full",
        "dom", "drom", "sympt", "dommen", "and", "ast", "ter", "ner", "ker", "ler", "gen", "gener", "ven", "ter", "tes", "tid", "ton", "tar", "tat", "ber", "ver", "var", "vis", "viser", "del", "deler",
    ];
}
