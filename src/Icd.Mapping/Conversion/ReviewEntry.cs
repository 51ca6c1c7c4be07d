namespace Icd.Mapping.Conversion;

/// <summary>A line of the review file: a code that needs a human, with what helps to decide, in bokmål.</summary>
/// <param name="Code">The code, how often it occurs, and what is proposed.</param>
/// <param name="Question">Why a human should look at it; empty where nothing is explained.</param>
/// <param name="ProposalTitle">What the proposal is called.</param>
/// <param name="Alternatives">Other targets, each with its condition.</param>
internal sealed record ReviewEntry(CodeCount Code, string Question, string ProposalTitle, string Alternatives)
{
    public static ReviewEntry Of(CodeTally tally)
    {
        var detail = tally.Code.Detail;
        return new(tally.Listed() with { Lost = detail.Lost.Length == 0 ? null : detail.Lost }, tally.Code.Question, detail.Title, detail.Alternatives);
    }

    /// <summary>The lines of a whole from those of its shards.</summary>
    public static IReadOnlyList<ReviewEntry> Sum(IEnumerable<ReviewEntry> entries)
    {
        // Shards may be hundreds, and list much the same: what was added up is let go.
        var counts = new Dictionary<ReviewEntry, long>();
        foreach (var entry in entries)
        {
            var uncounted = entry with { Code = entry.Code.Uncounted };
            counts[uncounted] = counts.GetValueOrDefault(uncounted) + entry.Code.Count;
        }

        return [.. counts.Select(pair => pair.Key with { Code = pair.Key.Code with { Count = pair.Value } }).MostFrequentFirst(entry => entry.Code)];
    }
}
