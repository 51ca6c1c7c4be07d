using System.Runtime.Intrinsics;
using Icd.Search.Indexing;
using static Icd.Search.SearchScratch;

namespace Icd.Search;

/// <summary>What a query shows of each name: which of its units the name answers, and where.</summary>
internal static class TermMatching
{
    private static Vector128<byte> InOrder => Vector128.Create((byte)0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);

    /// <summary>Names with a token that the query looks for.</summary>
    public static void MatchTerms(IndexTables tables, SearchScratch scratch)
    {
        foreach (ref readonly var evidence in scratch.Evidence.AsSpan(0, scratch.EvidenceCount))
        {
            var postings = tables.Postings.AsSpan(tables.PostingStarts[evidence.Token], tables.PostingStarts[evidence.Token + 1] - tables.PostingStarts[evidence.Token]);
            foreach (ref readonly var posting in postings)
            {
                ref var state = ref scratch.Terms[posting.Term];
                if (!state.IsTouched)
                {
                    state.IsTouched = true;
                    scratch.TouchedTerms[scratch.TouchedTermCount++] = posting.Term;
                }

                var weight = (byte)(evidence.Weight * (posting.Weight + 1) >> 8);
                state.Covered |= ((1UL << posting.SlotCount) - 1) << posting.Slot;
                if (evidence.UnitCount == 1 && weight <= state.Weights.GetElement(evidence.FirstUnit)) continue;
                for (var unit = evidence.FirstUnit; unit < evidence.FirstUnit + evidence.UnitCount; unit++)
                {
                    if (weight <= state.Weights.GetElement(unit)) continue;
                    state.Weights = state.Weights.WithElement(unit, weight);
                    state.Slots = state.Slots.WithElement(unit, (byte)(posting.Slot + Math.Min(unit - evidence.FirstUnit, posting.SlotCount - 1)));
                    if (evidence.IsTypo) state.HasTypo = true;
                }
            }
        }
    }

    /// <summary>Names that are the query word for word answer all of it, however they are abbreviated and however many words they have.</summary>
    public static void MatchVerbatim(IndexTables tables, SearchScratch scratch)
    {
        var letters = scratch.Query.AsSpan(0, scratch.QueryLength);
        if (letters.IsEmpty) return;
        var key = Analysis.Verbatim.KeyOf(letters);
        var at = tables.VerbatimKeys.AsSpan().BinarySearch(key);
        if (at < 0) return;
        while (at > 0 && tables.VerbatimKeys[at - 1] == key) at--;
        // A name that is a word without meaning otherwise: ET.
        if (scratch.UnitImportance.AsSpan(0, scratch.UnitCount).IndexOfAnyExcept(0f) < 0) (scratch.UnitImportance[0], scratch.UnitCount) = (1f, Math.Max(1, scratch.UnitCount));
        for (; at < tables.VerbatimKeys.Length && tables.VerbatimKeys[at] == key; at++)
        {
            var term = tables.VerbatimTerms[at];
            if (!Analysis.Verbatim.IsSame(letters, tables.TermTexts[term])) continue;
            ref var state = ref scratch.Terms[term];
            if (!state.IsTouched) scratch.TouchedTerms[scratch.TouchedTermCount++] = term;
            var slots = tables.Terms[term].SlotCount;
            state = new() { IsTouched = true, IsVerbatim = true, Weights = Vector128.Create<byte>(255), Slots = InOrder, Covered = slots >= 64 ? ulong.MaxValue : (1UL << slots) - 1 };
        }
    }

    /// <summary>
    /// Takes from what a name shows of the query what it only seems to show: what it says is absent, and parts of a compound that it has not the
    /// rest of (våt lunge is no lungebetennelse).
    /// </summary>
    /// <returns>Whether anything is left that makes it a hit.</returns>
    public static bool Settle(SlotRange denied, SearchScratch scratch, ref TermState state)
    {
        if (state.IsVerbatim) return true;
        if (!denied.IsEmpty || scratch.Denied != Vector128<byte>.Zero)
        {
            // What the query has and the name lacks, or the other way round, is not the same: migrene uten aura.
            for (var unit = 0; unit < scratch.UnitCount; unit++)
            {
                var isInPhrase = scratch.InPhrase.GetElement(unit) != 0;
                if (isInPhrase || state.Weights.GetElement(unit) == 0 || (scratch.Denied.GetElement(unit) != 0) == denied.Contains(state.Slots.GetElement(unit))) continue;
                state.Weights = state.Weights.WithElement(unit, (byte)(state.Weights.GetElement(unit) / 4));
                state.IsContrary = true;
            }
        }

        foreach (ref readonly var compound in scratch.Compounds.AsSpan(0, scratch.CompoundCount))
        {
            var weights = state.Weights & compound.Units;
            if (weights == Vector128<byte>.Zero || (Vector128.Equals(state.Weights, Vector128<byte>.Zero) & compound.Units) == Vector128<byte>.Zero) continue;
            if (compound.Kind == CompoundKind.Headed && weights.GetElement(compound.Head) != 0) continue;
            // Half, or an eighth.
            state.Weights -= compound.Kind == CompoundKind.General ? weights - Vector128.ShiftRightLogical(weights, 3) : Vector128.ShiftRightLogical(weights, 1);
        }

        return scratch.Carrying == Vector128<byte>.Zero || (state.Weights & scratch.Carrying) != Vector128<byte>.Zero;
    }

    /// <summary>The completions of a short last word, in the names that the words before it found.</summary>
    public static void MatchOpenUnit(IndexTables tables, SearchScratch scratch)
    {
        for (var i = 0; i < scratch.TouchedTermCount; i++)
        {
            var number = scratch.TouchedTerms[i];
            ref readonly var term = ref tables.Terms[number];
            ref var state = ref scratch.Terms[number];
            for (var slot = 0; slot < term.SlotCount; slot++)
            {
                var lexeme = tables.SlotLexemes[term.FirstSlot + slot];
                if (lexeme < 0 || scratch.LexemeStamp[lexeme] != scratch.OpenStamp || (state.Covered >> slot & 1) != 0) continue;
                if (scratch.LexemeWeight[lexeme] <= state.Weights.GetElement(scratch.OpenUnit)) continue;
                state.Weights = state.Weights.WithElement(scratch.OpenUnit, scratch.LexemeWeight[lexeme]);
                state.Slots = state.Slots.WithElement(scratch.OpenUnit, (byte)slot);
                state.Covered |= 1UL << slot;
            }
        }
    }
}
