using System.Runtime.Intrinsics;
using Icd.Search.Analysis;
using Icd.Search.Indexing;
using static Icd.Search.SearchScratch;

namespace Icd.Search;

/// <summary>How much each unit of a query counts beside the others.</summary>
internal sealed class UnitWeights(IndexTables tables)
{
    /// <summary>What a word that only describes counts beside one that is by itself a name: <c>uklar feber</c> is a fever.</summary>
    private const float Describing = 0.75f;

    /// <summary>The same of an adjective; of another word, a place or a cause, more is left.</summary>
    private const float Adjective = 0.5f;

    /// <summary>What a compound that is by itself a name counts at least beside other words: its parts may be everyday words, the whole is not.</summary>
    private const float NamingCompound = 1.2f;

    /// <summary>How much a head counts at most that alone says nothing: the illness of a tropesykdom.</summary>
    private const float GeneralHead = 0.45f;

    /// <summary>What counts of a number or a single letter, of a side, of a negation, of what the query says is absent, of how sure it is and in whom; and of all other words.</summary>
    private const float Number = 0.5f, Side = 0.3f, Negator = 0.3f, Absent = 0.5f, Circumstance = 0.3f, Patient = 0.6f, Full = 1f;

    private static readonly string[] AdjectiveEnds = ["ig", "isk", "ell", "iv", "ende", "bar", "som", "løs", "al", "øs", "ant", "ert", "fikk", "lar", "ete"];

    /// <summary>Whether a word's units can make a hit by themselves, or only add to one.</summary>
    /// <param name="word">The word.</param>
    /// <param name="before">The word before it.</param>
    /// <param name="first">Its first unit; the others are those that the query has since.</param>
    /// <param name="negation">What is absent by what the query says: before the word, and afterwards.</param>
    /// <param name="scratch">Where the units are.</param>
    public static void Role(ReadOnlySpan<char> word, ReadOnlySpan<char> before, int first, ref Negation negation, SearchScratch scratch)
    {
        var begins = Negations.Of(word);
        if (begins != Negation.None) negation = begins;
        else if (negation != Negation.None && Negations.Ends(word)) negation = Negation.None;
        var isDenied = begins == Negation.None && negation != Negation.None;
        var isNumber = word.Length == 1 || IsNumber(word);
        var factor = isDenied ? Absent : isNumber ? Number : Sides.Contain(word, before) ? Side : Circumstances.Contain(word) ? Circumstance : Circumstances.PatientFollows(before) ? Patient : begins != Negation.None ? Negator : Full;
        for (var unit = first; unit < scratch.UnitCount; unit++)
        {
            // What counts less than a name of its own makes no hit by itself.
            if (factor == Full) scratch.Carrying = scratch.Carrying.WithElement(unit, byte.MaxValue);
            scratch.UnitImportance[unit] *= factor;
            if (isDenied) scratch.Denied = scratch.Denied.WithElement(unit, byte.MaxValue);
        }

        if (isDenied && negation == Negation.NextWord) negation = Negation.None;
    }

    private static bool IsNumber(ReadOnlySpan<char> word)
    {
        Span<char> key = stackalloc char[SpellingKey.MaxLength];
        return !key[..WordKeys.Spell(word, key)].ContainsAnyExceptInRange('0', '9');
    }

    /// <summary>Lowers what only describes where another word is by itself a name, and notes the compounds that are known as a whole or end in a general word.</summary>
    public void WeighDescribing(ReadOnlySpan<char> query, ReadOnlySpan<QueryWord> words, SearchScratch scratch)
    {
        var hasName = false;
        foreach (var word in words)
        {
            hasName |= IsName(word) && scratch.Carrying.GetElement(word.FirstUnit) != 0;
            if (word.UnitCount < 2) continue;
            var head = (byte)(word.FirstUnit + word.UnitCount - 1);
            var kind = word.Lexeme >= 0 ? CompoundKind.Whole : scratch.UnitImportance[head] > GeneralHead ? CompoundKind.Headed : words.Length > 1 ? CompoundKind.General : CompoundKind.Whole;
            var units = Vector128<byte>.Zero;
            for (var unit = word.FirstUnit; unit < word.FirstUnit + word.UnitCount; unit++) units = units.WithElement(unit, byte.MaxValue);
            scratch.Compounds[scratch.CompoundCount++] = new(units, head, kind);
            if (words.Length > 1 && IsName(word) && scratch.Denied.GetElement(word.FirstUnit) == 0) Raise(scratch.UnitImportance.AsSpan(word.FirstUnit, word.UnitCount));
        }

        foreach (var word in words)
        {
            if (!hasName || (word.Lexeme < 0 && word.UnitCount < 2) || IsName(word) || scratch.Carrying.GetElement(word.FirstUnit) == 0) continue;
            var factor = IsAdjective(query[word.Start..word.End]) ? Adjective : Describing;
            for (var unit = word.FirstUnit; unit < word.FirstUnit + word.UnitCount; unit++) scratch.UnitImportance[unit] *= factor;
        }
    }

    private static void Raise(Span<float> importance)
    {
        var sum = 0f;
        foreach (var unit in importance) sum += unit;
        if (sum is <= 0 or >= NamingCompound) return;
        foreach (ref var unit in importance) unit *= NamingCompound / sum;
    }

    /// <summary>Whether a word ends like an adjective, its own endings taken off.</summary>
    private static bool IsAdjective(ReadOnlySpan<char> word)
    {
        foreach (var end in AdjectiveEnds)
        {
            if (word.EndsWith(end, StringComparison.OrdinalIgnoreCase)) return true;
            if (word.Length > end.Length + 2 && word[^1] is 'e' or 't' or 'E' or 'T' && word[..^1].EndsWith(end, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    private bool IsName(QueryWord word) => word.Lexeme >= 0 && word.UnitCount > 0 && tables.NamesAlone[word.Lexeme] != 0;
}
