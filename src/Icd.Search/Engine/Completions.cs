using Icd.Search.Analysis;
using Icd.Search.Indexing;

namespace Icd.Search;

/// <summary>What the last word of a query, which may not be whole, is the beginning of.</summary>
internal sealed class Completions(IndexTables tables, LexemeEvidence evidence)
{
    /// <summary>Spelling keys of so few letters say little.</summary>
    public const int ShortKey = 3;

    /// <summary>How many completions of the last word are looked up one by one.</summary>
    private const int MaxCompletions = 64;

    /// <summary>Words that begin like the last word; the less is missing, the more likely.</summary>
    public void AddCompletions(ReadOnlySpan<char> surface, ReadOnlySpan<char> spelled, int lexeme, int firstUnit, int unitCount, bool isSurface, bool isWhole, SearchScratch scratch)
    {
        // A word that is whole may still go on; one that is not most likely does.
        var hasSurfaces = AddRange(tables.Surfaces, surface, isWhole ? lexeme : -1, firstUnit, unitCount, isSurface ? 0.82f : 1f, scratch);
        // Where words begin with the very letters, what is only spelled alike is less likely meant.
        if (spelled.Length > (hasSurfaces ? ShortKey : 2)) AddRange(tables.Spellings, spelled, lexeme, firstUnit, unitCount, hasSurfaces ? 0.7f : 0.85f, scratch);
    }

    /// <summary>The last part of a compound that no name has: brystkre. The longest known beginning counts.</summary>
    public bool AddCompoundCompletions(ReadOnlySpan<char> word, int firstUnit, SearchScratch scratch)
    {
        Span<char> folded = stackalloc char[LetterFolding.MaxWordLength];
        var length = LetterFolding.Fold(word, folded);
        Span<char> rest = stackalloc char[SpellingKey.MaxLength];
        for (var cut = length - 2; cut >= 3; cut--)
        {
            if (tables.Parts.Find(folded[..cut]) is not (>= 0 and var part) || !tables.Parts.Fits(part, isLast: false) || tables.Parts.IsForm(part)) continue;
            for (var link = 0; link <= 1 && cut + link <= length - 2; link++)
            {
                if (link == 1 && folded[cut] is not ('s' or 'e')) continue;
                var tail = rest[..SpellingKey.Write(folded[(cut + link)..length], rest)];
                var (start, end) = tables.Spellings.Range(tail);
                if (start == end || scratch.UnitCount >= SearchScratch.MaxUnits) continue;
                var second = scratch.AddUnit(LexemeEvidence.UnknownImportance);
                foreach (var head in tables.Parts.LexemesOf(part))
                {
                    scratch.UnitImportance[firstUnit] = evidence.ImportanceOf(head);
                    evidence.Add(head, firstUnit, 1, 215, false, scratch);
                }

                return AddRange(tables.Spellings, tail, -1, second, 1, 0.9f, scratch);
            }
        }

        return false;
    }

    /// <summary>All words of a table that begin so. The table is that of surfaces or that of spellings.</summary>
    private bool AddRange(StringTable table, ReadOnlySpan<char> beginning, int except, int firstUnit, int unitCount, float factor, SearchScratch scratch)
    {
        var (start, end) = table.Range(beginning);
        if (end - start > MaxCompletions) return AddMany(table, beginning, start, end, except, firstUnit, factor, scratch);
        var stamp = ++scratch.Stamp;
        for (var i = start; i < end; i++)
        {
            var spelling = table == tables.Spellings ? i : tables.SurfaceSpellings[i];
            var found = tables.SpellingLexemes[spelling];
            if (found == except || scratch.LexemeStamp[found] == stamp || tables.Importance[found] == 0) continue;
            scratch.LexemeStamp[found] = stamp;
            var share = (float)beginning.Length / table.LengthOf(i);
            var weight = (int)(factor * (200 + (40 * share)) * (tables.SpellingRanks[spelling] == 2 ? 1f : 0.88f));
            // Classes are worth their lists only where few words remain.
            if (end - start <= 24) evidence.Add(found, firstUnit, unitCount, weight, false, scratch);
            else scratch.Add(new(found, (byte)firstUnit, (byte)unitCount, (byte)weight, false));
        }

        return end > start;
    }

    /// <summary>
    /// Of very many completions: behind other words all of them, but only in names that the other words find; alone the most popular.
    /// </summary>
    private bool AddMany(StringTable table, ReadOnlySpan<char> beginning, int start, int end, int except, int firstUnit, float factor, SearchScratch scratch)
    {
        // The spellings of so short a beginning add nothing to its surfaces but noise.
        if (table != tables.Surfaces) return true;
        if (scratch.EvidenceCount > 0 && firstUnit > 0)
        {
            (scratch.OpenStamp, scratch.OpenUnit) = (++scratch.Stamp, firstUnit);
            for (var i = start; i < end; i++)
            {
                var found = tables.SpellingLexemes[tables.SurfaceSpellings[i]];
                var weight = (byte)(factor * (200 + (40f * beginning.Length / table.LengthOf(i))));
                if (scratch.LexemeStamp[found] == scratch.OpenStamp && scratch.LexemeWeight[found] >= weight) continue;
                (scratch.LexemeStamp[found], scratch.LexemeWeight[found]) = (scratch.OpenStamp, weight);
            }

            return true;
        }

        // A counting sort by popularity, down to where there are enough.
        Span<int> counts = stackalloc int[256];
        counts.Clear();
        for (var i = start; i < end; i++) counts[tables.Popularity[i]]++;
        var least = 255;
        for (var enough = counts[255]; least > 0 && enough < MaxCompletions;) enough += counts[--least];
        var stamp = ++scratch.Stamp;
        var taken = 0;
        for (var i = start; i < end && taken < 2 * MaxCompletions; i++)
        {
            if (tables.Popularity[i] < least) continue;
            var found = tables.SpellingLexemes[tables.SurfaceSpellings[i]];
            if (found == except || scratch.LexemeStamp[found] == stamp) continue;
            scratch.LexemeStamp[found] = stamp;
            scratch.Add(new(found, (byte)firstUnit, 1, (byte)(factor * (200 + (40f * beginning.Length / table.LengthOf(i)))), false));
            taken++;
        }

        return true;
    }
}
