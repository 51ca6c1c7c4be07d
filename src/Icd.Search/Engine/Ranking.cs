using System.Numerics;
using System.Runtime.Intrinsics;
using Icd.Search.Indexing;
using static Icd.Search.SearchScratch;

namespace Icd.Search;

/// <summary>From evidence to hits: how well each name answers the query, and then each concept.</summary>
/// <remarks>
/// A name's score is coverage of the query, weighted by how much each word tells, times exactness, the share of the name that the query
/// explains; proximity and order decide between the rest. What a concept's best name leaves open its other names and what stands above it may
/// answer, at a discount. Priors decide where all this is near equal.
/// </remarks>
internal static class Ranking
{
    /// <summary>What is left of a match in another name of the same concept, and in a name of what stands above it.</summary>
    private const float OtherName = 0.72f, Above = 0.62f;

    private const float Exactness = 0.30f, Proximity = 0.10f;
    private const float LeastCoverage = 0.30f;
    private const float Verbatim = 1.06f;

    /// <summary>What is left of a name that denies what the query says, or says what it denies: behind names that leave it open.</summary>
    private const float Contrary = 0.75f;

    /// <summary>The least weight that answers a unit: below it are halves of compounds, worth 0.44 at most.</summary>
    private const byte LeastAnswer = 115;

    /// <summary>How many names are followed to their concepts for each hit asked for: a concept has several, and its prior may lift it.</summary>
    private const int NamesForOneHit = 20;

    /// <summary>Follows the names that were found to their concepts, and keeps the best of these.</summary>
    /// <param name="tables">The index.</param>
    /// <param name="filter">Which concepts may be hits.</param>
    /// <param name="scratch">The query and the names found.</param>
    /// <param name="certainty">What is left of a score: less than 1 where the query is only one reading of what was typed.</param>
    /// <param name="depth">How many hits are kept.</param>
    public static void MatchDocuments(IndexTables tables, in DocumentFilter filter, SearchScratch scratch, float certainty, int depth)
    {
        var units = scratch.UnitImportance.AsSpan(0, scratch.UnitCount);
        var sum = 0f;
        foreach (var unit in units) sum += unit;
        if (sum == 0) return;
        if (scratch.OpenStamp != 0) TermMatching.MatchOpenUnit(tables, scratch);
        for (var i = 0; i < scratch.TouchedTermCount; i++)
        {
            var term = scratch.TouchedTerms[i];
            ref var state = ref scratch.Terms[term];
            scratch.TermScores[i] = TermMatching.Settle(tables.Terms[term].Denied, scratch, ref state) ? TermScore(tables, scratch, term, state, units, sum) : 0;
        }

        var least = filter.IsOpen ? LeastScore(scratch, depth) : 0;
        for (var i = 0; i < scratch.TouchedTermCount; i++)
        {
            var score = scratch.TermScores[i];
            if (score <= 0 || score < least) continue;
            var term = scratch.TouchedTerms[i];
            ref readonly var state = ref scratch.Terms[term];
            for (var d = tables.TermDocumentStarts[term]; d < tables.TermDocumentStarts[term + 1]; d++)
            {
                ref readonly var link = ref tables.TermDocuments[d];
                if ((tables.Documents[link.Document].System & filter.Systems) == 0) continue;
                ref var document = ref scratch.Documents[link.Document];
                if (!document.IsTouched)
                {
                    document.IsTouched = true;
                    document.BestTerm = -1;
                    scratch.TouchedDocuments[scratch.TouchedDocumentCount++] = link.Document;
                }

                document.Weights = Vector128.Max(document.Weights, state.Weights);
                var here = score * link.Weight / 255f;
                if (here < document.BestScore || (here == document.BestScore && document.BestTerm >= 0)) continue;
                (document.BestScore, document.BestTerm, document.Origin, document.BestWeights) = (here, term, link.Kind, state.Weights);
            }
        }

        for (var i = 0; i < scratch.TouchedDocumentCount; i++)
        {
            var number = scratch.TouchedDocuments[i];
            ref readonly var document = ref tables.Documents[number];
            if (!filter.Passes(number, document)) continue;
            var (score, isAncestor, isWhole) = DocumentScore(tables, scratch, number, document, units, sum);
            if (score <= 0) continue;
            ref readonly var state = ref scratch.Documents[number];
            BestHits.Keep(tables, scratch, depth, new()
            {
                Score = score * certainty,
                Document = number,
                Term = state.BestTerm,
                Slots = scratch.Terms[state.BestTerm].Covered,
                Kind = isAncestor ? MatchKind.Ancestor : scratch.Terms[state.BestTerm].HasTypo ? MatchKind.Typo : KindOf(tables, state.BestTerm, state.Origin),
                IsWhole = isWhole,
            });
        }
    }

    /// <summary>
    /// The score below which a name cannot bring its concept to this depth any more: names enough are above it. Counted in steps of a
    /// hundredth, so that names of one score stay together.
    /// </summary>
    private static float LeastScore(SearchScratch scratch, int depth)
    {
        const int Steps = 128;
        var enough = NamesForOneHit * depth;
        if (scratch.TouchedTermCount <= enough) return 0;
        Span<int> counts = stackalloc int[Steps];
        counts.Clear();
        for (var i = 0; i < scratch.TouchedTermCount; i++) counts[Math.Min((int)(scratch.TermScores[i] * 100), Steps - 1)]++;
        var step = Steps - 1;
        for (var above = counts[step]; step > 0 && above < enough;) above += counts[--step];
        return step / 100f;
    }

    /// <summary>What sort of match a name makes.</summary>
    public static MatchKind KindOf(IndexTables tables, int term, TermOrigin origin) =>
        origin == TermOrigin.Bridged ? MatchKind.Bridged
        : tables.Terms[term].Sort switch
        {
            TermSort.Title => MatchKind.Term,
            TermSort.Lexicon => MatchKind.Lexicon,
            _ => MatchKind.Synonym,
        };

    private static float Coverage(Vector128<byte> weights, ReadOnlySpan<float> units, float sum)
    {
        var covered = 0f;
        for (var unit = 0; unit < units.Length; unit++) covered += units[unit] * weights.GetElement(unit);
        return covered / (255f * sum);
    }

    private static float TermScore(IndexTables tables, SearchScratch scratch, int term, in TermState state, ReadOnlySpan<float> units, float sum)
    {
        ref readonly var found = ref tables.Terms[term];
        var coverage = Coverage(state.Weights, units, sum);
        var explained = 0;
        for (var covered = state.Covered; covered != 0; covered &= covered - 1)
            explained += tables.Slots[found.FirstSlot + BitOperations.TrailingZeroCount(covered)].Mass;
        var exactness = found.Mass == 0 ? 0 : (float)explained / found.Mass;
        var proximity = 1f;
        if (units.Length > 1)
        {
            var near = 0f;
            for (var unit = 1; unit < units.Length; unit++)
            {
                if (state.Weights.GetElement(unit - 1) == 0 || state.Weights.GetElement(unit) == 0) continue;
                var step = state.Slots.GetElement(unit) - state.Slots.GetElement(unit - 1);
                near += step == 1 ? 1f : step is 0 or 2 or -1 ? 0.8f : step is > 0 and < 5 ? 0.6f : 0.35f;
            }

            proximity = near / (units.Length - 1);
        }

        // The very words that were typed, in their order and form, win over forms and spellings of them.
        var verbatim = coverage > 0.85f && exactness > 0.9f && Analysis.Verbatim.IsSame(scratch.Query.AsSpan(0, scratch.QueryLength), tables.TermTexts[term]) ? Verbatim : 1f;
        return verbatim * (state.IsContrary ? Contrary : 1f) * coverage * coverage * (1 - Exactness - Proximity + (Exactness * exactness) + (Proximity * proximity)) * FieldWeight(found);
    }

    /// <summary>What a sort of name in a language is worth.</summary>
    private static float FieldWeight(in IndexedTerm term) =>
        (term.Sort switch { TermSort.Title => 1f, TermSort.Lexicon => 1f, TermSort.Synonym => 0.985f, _ => 0.9f })
        * (term.Language switch { 0 => 1f, 1 => 0.96f, _ => 0.85f });

    private static (float Score, bool IsAncestor, bool IsWhole) DocumentScore(IndexTables tables, SearchScratch scratch, int number, in Document document, ReadOnlySpan<float> units, float sum)
    {
        ref readonly var state = ref scratch.Documents[number];
        var own = Coverage(state.BestWeights, units, sum);
        var coverage = own;
        var (isAncestor, isWhole) = (false, IsWhole(state.BestWeights, units));
        if (own < 0.995f && units.Length > 1)
        {
            var other = state.Weights;
            var above = Vector128<byte>.Zero;
            for (var parent = document.Parent; parent >= 0; parent = tables.Documents[parent].Parent) above = Vector128.Max(above, scratch.Documents[parent].Weights);
            isWhole |= IsWhole(Vector128.Max(Vector128.Max(state.BestWeights, other), above), units);
            var covered = 0f;
            for (var unit = 0; unit < units.Length; unit++)
            {
                var best = Math.Max(state.BestWeights.GetElement(unit), OtherName * other.GetElement(unit));
                var higher = Above * above.GetElement(unit);
                if (higher > best * 1.02f) isAncestor = true;
                covered += units[unit] * Math.Max(best, higher);
            }

            coverage = covered / (255f * sum);
        }

        // Of a long note the diagnosis is a small part; a name that stands in it whole is found all the same.
        if (coverage < LeastCoverage && !IsWhole(tables, scratch, state.BestTerm)) return (0, false, false);
        // The best name's score with the concept's coverage in place of its own.
        var ratio = coverage / Math.Max(own, 0.01f);
        var score = state.BestScore * ratio * ratio;
        score = WithPrior(score, document, scratch.IsOpen);
        return (score, isAncestor, isWhole);
    }

    /// <summary>Whether all words of a name stand in the query, none of them misspelled.</summary>
    private static bool IsWhole(IndexTables tables, SearchScratch scratch, int term)
    {
        ref readonly var state = ref scratch.Terms[term];
        return !state.HasTypo && BitOperations.PopCount(state.Covered) == tables.Terms[term].SlotCount && (state.Weights & scratch.Carrying) != Vector128<byte>.Zero;
    }

    /// <summary>Whether every unit is answered by a word, not only by half of one: what parts of a compound without its rest show is less.</summary>
    private static bool IsWhole(Vector128<byte> weights, ReadOnlySpan<float> units)
    {
        for (var unit = 0; unit < units.Length; unit++)
        {
            if (units[unit] > 0 && weights.GetElement(unit) < LeastAnswer) return false;
        }

        return true;
    }

    /// <summary>Of a word that is not yet whole the common readings are likelier; of a whole one the better fitting. Extension codes stand behind stems.</summary>
    public static float WithPrior(float score, in Document document, bool isOpen)
    {
        var weight = isOpen ? 0.26f : 0.14f;
        score *= 1 - weight + (weight * document.Prior / 255f);
        return (document.Traits & DocumentTraits.Extension) != 0 ? score * 0.45f : score;
    }
}
