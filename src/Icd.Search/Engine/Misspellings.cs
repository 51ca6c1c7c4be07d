using Icd.Search.Analysis;
using Icd.Search.Indexing;

namespace Icd.Search;

/// <summary>What an unknown word of a query may be a misspelling of.</summary>
internal sealed class Misspellings(IndexTables tables, LexemeEvidence evidence)
{
    private readonly FuzzyWords _similarSurfaces = new(tables.Surfaces), _similarSpellings = new(tables.Spellings);

    /// <summary>Words that an unknown word may be a misspelling of, the whole of it or one part of a compound.</summary>
    public void AddSimilar(
        ReadOnlySpan<char> surface, ReadOnlySpan<char> spelled, bool isOpen, int firstUnit, int unitCount, bool isKnown, SearchScratch scratch)
    {
        var allowed = FuzzyWords.Allowed(surface.Length);
        var count = Similar(_similarSurfaces, scratch, surface, allowed, isOpen && !isKnown);
        if (count > 0) AddFuzzy(tables.Surfaces, count, surface.Length, firstUnit, unitCount, isKnown, scratch);
        var bySpelling = Similar(_similarSpellings, scratch, spelled, Math.Min(allowed, FuzzyWords.Allowed(spelled.Length + 1)), isOpen && !isKnown && count == 0);
        if (bySpelling > 0) AddFuzzy(tables.Spellings, bySpelling, spelled.Length, firstUnit, unitCount, isKnown, scratch);
        if (count + bySpelling > 0 || isKnown || AddSimilarEnd(surface, isOpen, firstUnit, scratch)) return;
        AddSimilarBeginning(surface, firstUnit, scratch);
    }

    /// <summary>A compound whose last part is misspelled: the longest known beginning counts.</summary>
    private bool AddSimilarEnd(ReadOnlySpan<char> surface, bool isOpen, int firstUnit, SearchScratch scratch)
    {
        for (var cut = surface.Length - 4; cut >= 3; cut--)
        {
            if (PartAt(surface[..cut], isLast: false) is not (>= 0 and var part)) continue;
            var tail = surface[cut..];
            var count = Similar(_similarSurfaces, scratch, tail, FuzzyWords.Allowed(tail.Length), isOpen);
            if (count == 0 || scratch.UnitCount >= SearchScratch.MaxUnits) continue;
            var second = scratch.AddUnit(LexemeEvidence.UnknownImportance);
            foreach (var head in tables.Parts.LexemesOf(part)) evidence.Add(head, firstUnit, 1, 215, false, scratch);
            AddFuzzy(tables.Surfaces, count, tail.Length, second, 1, false, scratch);
            return true;
        }

        return false;
    }

    /// <summary>A compound whose first part is misspelled: the longest known end counts.</summary>
    private void AddSimilarBeginning(ReadOnlySpan<char> surface, int firstUnit, SearchScratch scratch)
    {
        for (var cut = 4; cut <= surface.Length - 4; cut++)
        {
            if (PartAt(surface[cut..], isLast: true) is not (>= 0 and var part)) continue;
            var head = surface[..cut];
            var count = Similar(_similarSurfaces, scratch, head, FuzzyWords.Allowed(head.Length), false);
            if (count == 0 || scratch.UnitCount >= SearchScratch.MaxUnits) continue;
            var second = scratch.AddUnit(LexemeEvidence.UnknownImportance);
            AddFuzzy(tables.Surfaces, count, head.Length, firstUnit, 1, false, scratch);
            foreach (var tail in tables.Parts.LexemesOf(part))
            {
                scratch.UnitImportance[second] = evidence.ImportanceOf(tail);
                evidence.Add(tail, second, 1, 222, false, scratch);
            }

            return;
        }
    }

    private static int Similar(FuzzyWords words, SearchScratch scratch, ReadOnlySpan<char> word, int allowed, bool isPrefix) =>
        scratch.FuzzyBudget-- > 0 ? words.Find(word, allowed, isPrefix, scratch.FuzzyFound, scratch.FuzzyDistances) : 0;

    private int PartAt(ReadOnlySpan<char> surface, bool isLast)
    {
        Span<char> folded = stackalloc char[LetterFolding.MaxWordLength];
        var part = tables.Parts.Find(folded[..LetterFolding.Fold(surface, folded)]);
        return part >= 0 && tables.Parts.Fits(part, isLast) && !tables.Parts.IsForm(part) ? part : -1;
    }

    private void AddFuzzy(StringTable table, int count, int length, int firstUnit, int unitCount, bool isKnown, SearchScratch scratch)
    {
        var nearest = 255;
        for (var i = 0; i < count; i++) nearest = Math.Min(nearest, scratch.FuzzyDistances[i]);
        for (var i = 0; i < count; i++)
        {
            // Words further off than the nearest by a whole error are not what was meant.
            if (scratch.FuzzyDistances[i] > nearest + 1) continue;
            // A form or compound that makes sense as it is needs a near neighbour to be doubted.
            if (isKnown && scratch.FuzzyDistances[i] > 2) continue;
            var spelling = table == tables.Spellings ? scratch.FuzzyFound[i] : tables.SurfaceSpellings[scratch.FuzzyFound[i]];
            var errors = scratch.FuzzyDistances[i] / 2f;
            var weight = (230 - (errors * 160 / Math.Max(4, length))) * (tables.SpellingRanks[spelling] == 2 ? 1f : 0.85f);
            if (isKnown) weight *= 0.9f;
            evidence.Add(tables.SpellingLexemes[spelling], firstUnit, unitCount, (int)weight, true, scratch);
        }
    }
}
