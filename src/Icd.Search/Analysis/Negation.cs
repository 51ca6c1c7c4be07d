using Icd.Search.Indexing;

namespace Icd.Search.Analysis;

/// <summary>Words that say that something is absent, and how far they reach.</summary>
internal enum Negation
{
    /// <summary>Says nothing of the kind.</summary>
    None = 0,

    /// <summary>Denies the next word: <c>ikke</c>.</summary>
    NextWord,

    /// <summary>Denies what follows, as far as the clause goes: <c>uten</c>, <c>ingen</c>.</summary>
    Clause,

    /// <summary>Leaves out a list: <c>unntatt</c>.</summary>
    List,
}

/// <summary>Reads negations.</summary>
internal static class Negations
{
    /// <summary>What a word denies.</summary>
    public static Negation Of(ReadOnlySpan<char> word) => word.Length is < 3 or > 9 ? Negation.None : Is(word, "uten", "utan", "without", "ingen", "inga", "intet", "benekter") ? Negation.Clause
        : Is(word, "unntatt", "except", "excluding", "unnateke") ? Negation.List
        : Is(word, "ikke", "ikkje", "not", "non") ? Negation.NextWord
        : Negation.None;

    /// <summary>Whether a word takes up again what is present: <c>uten feber, men med hoste</c>.</summary>
    public static bool Ends(ReadOnlySpan<char> word) => word.Length < 5 && Is(word, "men", "med", "but", "with");

    /// <summary>Whether a negation goes no further than what stands between two words: <c>uten feber, hoste</c>.</summary>
    public static bool EndsAt(ReadOnlySpan<char> gap, Negation negation) => gap.ContainsAny(negation == Negation.List ? ";:\n" : ",;:\n");

    private static bool Is(ReadOnlySpan<char> word, params ReadOnlySpan<string> words)
    {
        foreach (var candidate in words)
        {
            if (word.Equals(candidate, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}

/// <summary>Follows the first negation of a name from word to word.</summary>
internal struct NegationScope
{
    private Negation _open;
    private bool _isDone;

    /// <summary>The slots that are denied.</summary>
    public SlotRange Denied { get; private set; }

    /// <summary>Goes on by a word.</summary>
    /// <param name="word">The word.</param>
    /// <param name="clauseEnds">How much ends behind it.</param>
    /// <param name="start">Its first slot.</param>
    /// <param name="end">The slot behind it.</param>
    public void Read(ReadOnlySpan<char> word, ClauseEnd clauseEnds, int start, int end)
    {
        if (_isDone) return;
        if (_open == Negation.None)
        {
            _open = Negations.Of(word);
            return;
        }

        if (_open != Negation.List && Negations.Ends(word))
        {
            _isDone = true;
            return;
        }

        Denied = new(Denied.IsEmpty ? (byte)start : Denied.Start, (byte)end);
        _isDone = _open switch
        {
            Negation.NextWord => true,
            Negation.Clause => clauseEnds != ClauseEnd.None,
            _ => clauseEnds == ClauseEnd.Whole,
        };
    }
}

/// <summary>What ends behind a word.</summary>
internal enum ClauseEnd
{
    /// <summary>Nothing: the clause goes on.</summary>
    None = 0,

    /// <summary>A clause, by a comma: a list may go on.</summary>
    Part,

    /// <summary>All of it, by a bracket or a semicolon.</summary>
    Whole,
}
