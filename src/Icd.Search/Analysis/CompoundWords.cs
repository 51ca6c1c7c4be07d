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

    /// <summary>Short words that would cut other words apart.</summary>
    public static IReadOnlyList<string> Never { get; } =
    [
        "het", "skap", "lig", "ing", "sjon", "isk", "eri", "tet", "ment", "inn", "opp", "til", "med", "ved", "den", "det", "som", "kan", "men", "man", "per", "pro", "ser", "ene",
        "ter", "are", "ere", "est", "ist", "ase", "ose", "oma", "ial", "ell", "ant", "ent", "ens", "ing", "ert", "erte", "bar", "sam", "som", "lig", "løs", "fri", "full",
        "and", "ast", "ter", "ner", "ker", "ler", "gen", "gener", "ven", "ter", "tes", "tid", "ton", "tar", "tat", "ber", "ver", "var", "vis", "viser", "del", "deler",
    ];
}
