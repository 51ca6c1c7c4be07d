using Icd.Transition.Scan.Text;

namespace Icd.Transition.Scan.Detection;

/// <summary>The words round a place in a source, and what they say: those of its statement, then those of the lines about it.</summary>
internal sealed class Surroundings
{
    private const int MostBefore = 36, MostAfter = 14, LinesBefore = 3, NearLinesBefore = 5, NearLinesAfter = 1, LongestName = 60;

    private readonly List<(string Word, double Weight)> _statement = [];
    private readonly List<(string Word, double Weight)> _near = [];

    private Surroundings()
    {
    }

    /// <summary>The strongest word for, in the statement or, weakened, near it.</summary>
    public (string Word, double Weight)? For { get; private set; }

    /// <summary>The strongest word against.</summary>
    public (string Word, double Weight)? Against { get; private set; }

    /// <summary>What an identifier of a code system beside it says: <see langword="true"/> ICD-10, <see langword="false"/> another one.</summary>
    public bool? DeclaredIcd10 { get; private set; }

    /// <summary>Literals with the shape of a spreadsheet's cell or another short label.</summary>
    public int Labels { get; private set; }

    public static Surroundings Of(Source source, int first, int last)
    {
        var found = new Surroundings();
        found.Collect(source, first, last);
        if (source.Outer is { } outer)
        {
            // What is round the literal with the query is round the query.
            var token = outer.TokenAt(source.Tokens[first].Start);
            if (token >= 0) found.Collect(outer, token, token, weakened: 0.6);
        }

        // Lines of settings have nothing to do with each other.
        found.Judge(near: source.Syntax is { EndsWithLine: true, IsData: true } ? 0.1 : 0.25);
        if (!source.Syntax.IsMarkup && !source.Syntax.IsProse && source.Tokens[first].Kind != TokenKind.Comment && OwnName.Of(source, first) is { Weight: <= -1 } own) found.BelongsTo(own);
        if (source.Syntax.IsData) found.DeclaredIcd10 = Declared(source, first, last);
        return found;
    }

    private void Collect(Source source, int first, int last, double weakened = 1)
    {
        var tokens = source.Tokens;
        var (firstLine, lastLine) = (source.LineAt(tokens[first].Start), source.LineAt(tokens[last].Start));
        var isOver = false;
        for (var i = first - 1; i >= 0 && first - i <= MostBefore * 3; i--)
        {
            var line = source.LineAt(tokens[i].Start);
            if (firstLine - line > NearLinesBefore) break;
            isOver |= firstLine - line > LinesBefore || first - i > MostBefore || (source.Syntax.EndsWithLine && line < firstLine && tokens[i].Bracket != tokens[first].Bracket | tokens[first].Bracket < 0);
            if (EndsStatement(source, i, first)) isOver = true;
            Add(source, i, isOver ? _near : _statement, Discount(source, i, first, firstLine - line) * weakened);
        }

        isOver = false;
        for (var i = last + 1; i < tokens.Count && i - last <= MostAfter * 2; i++)
        {
            var line = source.LineAt(tokens[i].Start);
            if (line - lastLine > NearLinesAfter) break;
            isOver |= i - last > MostAfter || (source.Syntax.EndsWithLine && line > lastLine && tokens[last].Bracket < 0) || (line > lastLine && tokens[i].Bracket < 0);
            if (EndsStatement(source, i, last)) isOver = true;
            Add(source, i, isOver ? _near : _statement, 0.85 * weakened);
        }

        for (var i = first; i <= last; i++) Add(source, i, _statement, weakened, isWithin: true);
        CollectOwners(source, first, weakened);
    }

    /// <summary>The names before the brackets that it stands in: a list's variable, a call, a method, a class.</summary>
    private void CollectOwners(Source source, int first, double weakened)
    {
        if (source.Syntax.IsMarkup) return;
        var bracket = source.Tokens[first].Bracket;
        for (var depth = 0; bracket >= 0 && depth < 5; depth++, bracket = source.Brackets[bracket].Parent)
        {
            var open = source.Brackets[bracket].Open;
            var line = source.LineAt(source.Tokens[open].Start);
            // A value in braces belongs to the name before it, a statement in a block only lies near that of the block.
            var isBlock = source.IsSymbol(open, "{") && !source.Syntax.IsData && open > 0 && !(source.Tokens[open - 1].Kind == TokenKind.Symbol && source.TextOf(open - 1) is "=" or ":" or "," or "(" or "]" or "[" or "=>" or "{");
            for (var i = open - 1; i >= 0 && open - i <= 12; i--)
            {
                if (source.IsSymbol(i, ";") || source.IsSymbol(i, "}") || line - source.LineAt(source.Tokens[i].Start) > 1) break;
                Add(source, i, isBlock ? _near : _statement, weakened * (1 - (0.12 * depth)));
            }
        }
    }

    private static bool EndsStatement(Source source, int token, int within)
    {
        if (source.Tokens[token].Kind != TokenKind.Symbol || source.Syntax.IsMarkup) return false;
        var text = source.TextOf(token);
        // A full stop, not the point of a number.
        if (source.Syntax.IsProse) return text is "." && (source.Tokens[token].End >= source.Text.Length || char.IsWhiteSpace(source.Text[source.Tokens[token].End]));
        return text is ";" or "}" || (text is "{" && source.Tokens[token].Bracket != source.Tokens[within].Bracket);
    }

    private static double Discount(Source source, int token, int first, int lines) =>
        (first - token <= 8 ? 1 : 0.85) * (source.Tokens[token].Kind == TokenKind.Comment ? 0.8 : 1) * (lines > 1 ? 0.8 : 1);

    private void Add(Source source, int index, List<(string, double)> ring, double factor, bool isWithin = false)
    {
        var token = source.Tokens[index];
        if (token.Kind == TokenKind.Symbol) return;
        var text = source.ContentOf(index);
        if (token.Kind == TokenKind.Word)
        {
            // A verb of every second program: "diagnose(problem)".
            if (text is "diagnose" && source.IsSymbol(index + 1, "(")) factor *= 0.25;
            if (!char.IsAsciiDigit(text[0])) AddName(text, ring, factor);
            return;
        }

        if (ReferenceEquals(ring, _statement) && text.Length is 2 or 3 && char.IsAsciiLetterUpper(text[0]) && text[1..].IndexOfAnyExceptInRange('0', '9') < 0 && text.Length == 2) Labels++;
        if (text.Length > 400) text = text[..400];
        if (isWithin && text.IndexOf(' ') < 0) return;
        for (var i = 0; i < text.Length; i++)
        {
            var start = i;
            while (i < text.Length && (Lexer.IsNameCharacter(text[i]) || text[i] == '-')) i++;
            if (i - start > 2 && char.IsLetter(text[start])) AddName(text[start..i], ring, factor * (text.Length > LongestName ? 0.85 : 0.95));
        }
    }

    private static void AddName(ReadOnlySpan<char> name, List<(string, double)> ring, double factor)
    {
        var weight = ContextWords.Of(name);
        if (weight != 0) ring.Add((name.ToString(), weight * factor));
    }

    /// <summary>What is named after something else is hardly a diagnosis, whatever stands near it.</summary>
    private void BelongsTo((string Word, double Weight) own)
    {
        const double Rest = 0.3;
        if (For is { } strongest) For = strongest with { Weight = strongest.Weight * Rest };
        if (own.Weight < (Against?.Weight ?? 0)) Against = own;
    }

    private void Judge(double near)
    {
        foreach (var (word, weight) in _statement.Concat(_near.Select(item => (item.Word, item.Weight * near))))
        {
            if (weight > 0 && weight > (For?.Weight ?? 0)) For = (word, weight);
            if (weight < 0 && weight < (Against?.Weight ?? 0)) Against = (word, weight);
        }

        // Several words about health together say more than the strongest alone.
        var several = _statement.Where(item => item.Weight > 0).Select(item => ContextWords.Fold(item.Word)).Distinct().Count();
        if (several > 1 && For is { Weight: < 2.5 } best) For = best with { Weight = best.Weight + Math.Min(0.9, 0.3 * (several - 1)) };
    }

    /// <summary>An OID or URI of a code system in the same object or element, or just before it.</summary>
    private static bool? Declared(Source source, int first, int last)
    {
        const int MostAway = 24;
        var bracket = source.Tokens[first].Bracket;
        for (var depth = 0; bracket >= 0 && depth < 5; depth++, bracket = source.Brackets[bracket].Parent)
        {
            if (source.DeclaredIn(bracket) is { } isIcd10) return isIcd10;
        }

        if (!source.Syntax.IsMarkup && !source.Syntax.IsBare) return null;
        for (var i = first - 1; i >= 0 && first - i <= MostAway; i--)
        {
            if (source.Tokens[i].Kind is TokenKind.String or TokenKind.Word && CodeSystemIdentifiers.IsIcd10(source.ContentOf(i)) is { } said) return said;
        }

        for (var i = last + 1; i < source.Tokens.Count && i - last <= 12; i++)
        {
            if (source.Tokens[i].Kind == TokenKind.String && CodeSystemIdentifiers.IsIcd10(source.ContentOf(i)) is { } said) return said;
        }

        return null;
    }
}
