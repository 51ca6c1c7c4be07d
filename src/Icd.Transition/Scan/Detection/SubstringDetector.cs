using System.Globalization;
using Icd.Transition.Scan.Text;

namespace Icd.Transition.Scan.Detection;

/// <summary>Finds where a fixed part of a diagnosis code is cut out: its letter, its category.</summary>
internal static class SubstringDetector
{
    private static readonly WordSet Cuts = new("left left$ substr substring substrn mid mid$ str_sub stri_sub slice charat str_left leftstr strleft copy usubstr subsequence strsub");

    public static IEnumerable<Sighting> Detect(Source source, FileWords file)
    {
        if (source.Syntax.IsProse || source.Syntax.IsMarkup || source.Syntax.IsData) yield break;
        for (var i = 0; i < source.Tokens.Count; i++)
        {
            if (Cut(source, i) is not { } cut || Subject(source, cut.First, cut.Last) is not { } subject || subject.Weight < -0.9) continue;
            yield return new(FindingKind.Substring, FindingPlace.Code, [new(source.Tokens[cut.First].Start, source.Tokens[cut.Last].End)],
            [
                subject with { Weight = Math.Max(0.3, subject.Weight) },
                new(0.5, new($"{cut.Length} tegn klippes ut", $"{cut.Length} characters are cut out")),
                .. file.IsClinical ? [new Evidence(0.4, file.Text)] : Array.Empty<Evidence>(),
            ])
            {
                Length = cut.Length,
                Written = [source.Text[source.Tokens[cut.First].Start..source.Tokens[cut.Last].End]],
            };
        }
    }

    private static (int First, int Last, int Length)? Cut(Source source, int i)
    {
        if (source.Tokens[i].Kind == TokenKind.Word && Cuts.Contains(source.TextOf(i)) && source.IsSymbol(source.After(i), "("))
        {
            var open = source.After(i);
            if (source.BracketOpenedBy(open) is not { Close: var close } || close >= source.Tokens.Count || close - open > 16) return null;
            var numbers = Numbers(source, open, close);
            if (numbers is [0] && source.TextOf(i).Equals("charAt", StringComparison.OrdinalIgnoreCase)) return (i, close, 1);
            return numbers.Count is 1 or 2 && numbers[^1] is >= 1 and <= 5 ? (i, close, numbers[^1]) : null;
        }

        if (!(source.IsSymbol(i, "[") || (source.IsSymbol(i, "(") && source.Syntax.HasColumnComments)) || source.Before(i) < 0) return null;
        // x[:3], x[0:3], x[..3], DIAG(1:3)
        if (source.BracketOpenedBy(i) is not { Close: var end } || end >= source.Tokens.Count || end - i > 5) return null;
        var hasRange = false;
        for (var at = i + 1; at < end; at++)
        {
            if (source.IsSymbol(at, ":") || source.IsSymbol(at, "..")) hasRange = true;
            else if (!char.IsAsciiDigit(source.TextOf(at)[0])) return null;
        }

        var cut = Numbers(source, i, end);
        return hasRange && cut.Count > 0 && cut[^1] is >= 1 and <= 5 ? (source.Before(i), end, cut[^1]) : null;
    }

    private static List<int> Numbers(Source source, int open, int close)
    {
        var numbers = new List<int>();
        for (var i = open + 1; i < close; i++)
        {
            if (source.Tokens[i].Kind == TokenKind.Word && int.TryParse(source.TextOf(i), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) numbers.Add(number);
        }

        return numbers;
    }

    /// <summary>A name of a diagnosis field among the arguments, or right before the point.</summary>
    private static Evidence? Subject(Source source, int first, int last)
    {
        for (var i = Math.Max(0, first - 4); i < last; i++)
        {
            if (i < first && source.Tokens[i].Kind == TokenKind.Symbol && source.TextOf(i) is not ".") continue;
            if (i < first && !source.IsSymbol(i + 1, ".") && !source.IsSymbol(i + 1, "]")) continue;
            if (source.Tokens[i].Kind is not (TokenKind.Word or TokenKind.String) || source.ContentOf(i).Length > 60) continue;
            if (FieldName.Judge(source.ContentOf(i).ToString()) is { } evidence) return evidence;
        }

        return null;
    }
}
