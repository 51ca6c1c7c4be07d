using Icd.Transition.Scan.Codes;

namespace Icd.Transition.Scan.Detection;

/// <summary>Joins a lower and an upper end to an interval.</summary>
internal sealed class IntervalLiterals(CodeBook book)
{
    /// <summary>The literals with intervals in place of their ends.</summary>
    public List<Literal> Join(List<Literal> literals)
    {
        var joined = new List<Literal>(literals.Count);
        for (var i = 0; i < literals.Count; i++)
        {
            var lower = literals[i];
            if (lower.Comparison.Operation is not (Operation.Lower or Operation.Upper) || lower.Kind is not (FindingKind.Code or FindingKind.Prefix))
            {
                joined.Add(lower);
                continue;
            }

            var upper = i + 1 < literals.Count ? literals[i + 1] : null;
            var isPair = upper is not null && upper.Kind is FindingKind.Code or FindingKind.Prefix && upper.FirstToken - lower.LastToken <= 16 && AreEnds(lower, upper) && string.CompareOrdinal(lower.From, upper.From) < 0;
            if (isPair)
            {
                joined.Add(Interval(lower, upper!));
                i++;
            }
            else if (!lower.IsShort) joined.Add(lower);
            else if (lower.Comparison.Operation == Operation.Lower) joined.Add(lower with { Kind = FindingKind.Range, Codes = CodeSet.Of(book.Between(lower.From, "Z").Intervals[0].Start, book.Count), Written = ">= " + lower.Written, Prior = lower.Prior - 0.3 });
            else joined.Add(lower with { Kind = FindingKind.Range, Codes = book.AsText("", lower.From, lower.Comparison.IsInclusive), Written = (lower.Comparison.IsInclusive ? "<= " : "< ") + lower.Written, Prior = lower.Prior - 0.3 });
        }

        return joined;
    }

    /// <summary>The first bounds from below and the second from above; where the first operation is unclear, as in <c>'I20' - 'I25'</c>, the second tells.</summary>
    private static bool AreEnds(Literal lower, Literal upper) =>
        lower.Comparison.Operation == Operation.Lower && upper.Comparison.Operation == Operation.Upper;

    private Literal Interval(Literal lower, Literal upper)
    {
        var (from, to) = (lower.From, upper.From);
        var isSlice = lower.Comparison.IsSlice || upper.Comparison.IsSlice;
        var asText = book.AsText(from, isSlice ? to + '\uFFFE' : to, upper.Comparison.IsInclusive);
        if (isSlice && !upper.Comparison.IsInclusive) asText = book.AsText(from, to, false);
        var meant = upper.Comparison.IsInclusive ? book.Between(from, to) : book.AsText(from, to, false);
        if (meant.IsEmpty) meant = asText;
        var isHeading = upper.Comparison.IsInclusive && book.IsHeading(from, to);
        var prior = from.Length >= 3 && to.Length >= 3 ? isHeading ? 2.0 : 0.2 : lower.IsShort && upper.IsShort ? -1.2 : -0.4;
        return new(FindingKind.Range, lower.FirstToken, upper.LastToken, lower.Start, upper.End, $"{lower.Written} … {upper.Written}", meant, prior)
        {
            Comparison = upper.Comparison,
            From = from,
            To = to,
            IsHeading = isHeading,
            IsShort = lower.IsShort && upper.IsShort,
            // What an open end stops before need not be a code.
            IsKnown = lower.IsKnown && (upper.IsKnown || !upper.Comparison.IsInclusive),
            AsText = asText.Equals(meant) ? null : asText,
            IsLower = lower.IsLower,
        };
    }
}
