using Icd.Transition.Scan.Text;

namespace Icd.Transition.Scan.Detection;

/// <summary>What a literal itself is named: its key, the field that it is compared with, the list that it stands in. It says more than whatever else is near.</summary>
internal static class OwnName
{
    private const int MostSteps = 80;

    /// <summary>Between a name and its value.</summary>
    private static readonly WordSet Joints = new("in not like ilike rlike regexp between and or is similar to when then case if eq ne equal equals new as any all of array list set any_of");

    /// <summary>The name with its weight; <see langword="null"/> where there is none, or it says nothing.</summary>
    public static (string Word, double Weight)? Of(Source source, int token)
    {
        var i = source.Before(token);
        for (var steps = 0; i >= 0 && steps < MostSteps; steps++)
        {
            switch (source.Tokens[i].Kind)
            {
                // A joint, or the call that takes a list: "in (…)", "List.of(…)", "c(…)".
                case TokenKind.Word when Joints.Contains(source.TextOf(i)) || source.TextOf(i).Length == 1:
                    break;
                case TokenKind.Word:
                    var word = Weighed(source, i);
                    if (word is not null || !(source.IsSymbol(i + 1, "(") || source.IsSymbol(i + 1, "["))) return word;
                    break;
                // A key or a column's name; the neighbours in a list say nothing.
                case TokenKind.String when Weighed(source, i) is { } key:
                    return key;
                case TokenKind.Symbol:
                    if (source.TextOf(i) is ";" or "}" or "<-" or "|>") return null;
                    if (source.TextOf(i) is ")" or "]")
                    {
                        if (source.BracketClosedBy(i) is not { } bracket) return null;
                        return Strongest(source, Math.Max(0, bracket.Open - 1), i);
                    }

                    if (source.TextOf(i) is "{" && i > 0 && !(source.Tokens[i - 1].Kind == TokenKind.Symbol && source.TextOf(i - 1) is "=" or ":" or "," or "(" or "[" or "=>" or ">" or "]")) return null;
                    break;
            }

            i = source.Before(i);
        }

        return null;
    }

    private static (string, double)? Strongest(Source source, int first, int last)
    {
        (string Word, double Weight)? best = null;
        for (var i = first; i < last; i++)
        {
            if (source.Tokens[i].Kind is TokenKind.Word or TokenKind.String && Weighed(source, i) is { } word && Math.Abs(word.Weight) > Math.Abs(best?.Weight ?? 0)) best = word;
        }

        return best;
    }

    private static (string Word, double Weight)? Weighed(Source source, int token)
    {
        var text = source.ContentOf(token);
        return text.Length <= 60 && text.IndexOf(' ') < 0 && ContextWords.Of(text) is var weight && weight != 0 ? (text.ToString(), weight) : null;
    }
}
