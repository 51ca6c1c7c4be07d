using Icd.Transition.Scan.Text;

namespace Icd.Transition.Scan.Detection;

/// <summary>How a literal is compared, read from the tokens round it; no language is parsed, the forms that all share are known.</summary>
/// <param name="Operation">What is done.</param>
/// <param name="IsInclusive">Whether an end of an interval belongs to it.</param>
/// <param name="IsSlice">Whether it is compared with a part that was cut out of something.</param>
/// <param name="IsWhole">Whether a regular expression must take the whole text.</param>
internal readonly record struct Comparison(Operation Operation, bool IsInclusive = true, bool IsSlice = false, bool IsWhole = false)
{
    private const int DeepestList = 4;

    private static readonly WordSet Beginnings = new("startswith starts_with hasprefix has_prefix str_starts strstartswith beginswith begins_with stri_startswith_fixed starts startswithany isprefixof prefix findprefix");
    private static readonly WordSet Likes = new("like ilike notlike not_like wherelike orlike notilike");
    private static readonly WordSet Expressions = new("regexm regexmatch grepl grep regexpr gregexpr str_detect str_match str_subset str_which str_extract match matches fullmatch ismatch search findall finditer regexp_like regexp_matches regexp_substr regexp_instr regexp_contains regexp prxmatch prxparse prxchange compile regex re pattern test rx ustrregexm ustrregexra regexr matchall replaceall regularexpression rlike regexp_replace preg_match preg_match_all ereg stri_detect_regex like_regex tomatch patindex withmessage mustmatch");
    private static readonly WordSet Whole = new("matches fullmatch pattern regularexpression");
    private static readonly WordSet Globs = new("strmatch fnmatch glob globmatch wildcard ismatchglob likeoperator");
    private static readonly WordSet Intervals = new("inrange between isbetween between_ range betweenexclusive inclusive");
    private static readonly WordSet Comparers = new("compareordinal compare compareto comparetoignorecase strcmp strncmp strcasecmp strncasecmp stricmp comparestr comparetext localecompare wcscmp wcsncmp");
    private static readonly WordSet Members = new("in isin inlist contains containskey any includes has notin not_in in_ oneof one_of anyof any_of indexof find_in_set decode case_when elem member memberof inarray in_array is_in hasany containsany include? filter_in whichn whichc indexc");
    private static readonly WordSet Connectors = new("to thru through");
    private static readonly WordSet Lowers = new("from fra start low lower min gte gt begin first fom frakode startkode lowcode fromcode");
    private static readonly WordSet Uppers = new("to til end stop slutt high upper max lte lt last tom tilkode sluttkode highcode tocode");
    private static readonly WordSet Slices = new("left left$ lefts leftstr substr substring substrn subpad mid mid$ mid_ str_sub stri_sub slice charat char_at first str_left strleft copy str_slice substringbefore takewhile take subsequence usubstr substr_ ksubstr leftb extract get_prefix $extract $e takefirst");

    public static Comparison Read(Source source, int token)
    {
        var (before, after) = (source.Before(token), source.After(token));
        if (FromKey(source, before) is { Operation: not Operation.None } key) return key;
        // 'I20' TO 'I25', VALUES 'C00' THRU 'C97'
        if (after < source.Tokens.Count && source.Tokens[after].Kind == TokenKind.Word && Connectors.Contains(source.TextOf(after)) && source.After(after) is var upper && upper < source.Tokens.Count && source.Tokens[upper].Kind == TokenKind.String)
            return new(Operation.Lower, true, before >= 0 && SliceEndsAt(source, before));
        if (!source.Syntax.IsMarkup && after < source.Tokens.Count && source.Tokens[after].Kind == TokenKind.Symbol && source.TextOf(after) is ".." or "..." or "..<") return new(Operation.Lower);
        if (!source.Syntax.IsMarkup && FromSymbols(source, before, after) is { Operation: not Operation.None } symbols) return symbols;
        if (FromWord(source, before) is { Operation: not Operation.None } word) return word;
        return FromBrackets(source, token);
    }

    /// <summary>The ends of an interval by their names: <c>{"from": "I20", "to": "I25"}</c>, <c>low="I20" high="I25"</c>.</summary>
    private static Comparison FromKey(Source source, int before)
    {
        if (!(source.IsSymbol(before, ":") || source.IsSymbol(before, "=") || source.IsSymbol(before, "=>"))) return default;
        var name = source.Before(before);
        if (name < 0 || source.Tokens[name].Kind == TokenKind.Symbol) return default;
        var key = source.ContentOf(name);
        return Lowers.Contains(key) ? new(Operation.Lower, !key.Equals("gt", StringComparison.OrdinalIgnoreCase)) : Uppers.Contains(key) ? new(Operation.Upper, !key.Equals("lt", StringComparison.OrdinalIgnoreCase)) : default;
    }

    private static Comparison FromSymbols(Source source, int before, int after)
    {
        if (before >= 0 && source.Tokens[before].Kind == TokenKind.Symbol)
        {
            switch (source.TextOf(before))
            {
                case "=:" or "^=:" or "==:": return new(Operation.StartsWith);
                case ">=" or ">=:": return new(Operation.Lower, true, SliceEndsAt(source, source.Before(before)));
                case ">" or ">:": return new(Operation.Lower, false, SliceEndsAt(source, source.Before(before)));
                case "<=" or "<=:": return new(Operation.Upper, true, SliceEndsAt(source, source.Before(before)));
                case "<" or "<:": return new(Operation.Upper, false, SliceEndsAt(source, source.Before(before)));
                case "=~" or "!~" or "~" or "~*": return new(Operation.Regex);
                case "==" or "===" or "!=" or "!==" or "<>": return new(Operation.Equal, true, SliceEndsAt(source, source.Before(before)));
                case "=":
                    // "substr(x, 1, 3) = 'E11'" compares, "name = 'E11'" may assign.
                    return new(Operation.Equal, true, SliceEndsAt(source, source.Before(before)));
                case "..": case "...": case "..<": return new(Operation.Upper, source.TextOf(before) is not "..<");
                case "-" when source.Before(before) is >= 0 and var first && source.Tokens[first].Kind == TokenKind.String: return new(Operation.Upper);
            }
        }

        if (after >= source.Tokens.Count || source.Tokens[after].Kind != TokenKind.Symbol) return default;
        return source.TextOf(after) switch
        {
            "<=" or "<=:" => new(Operation.Lower),
            "<" or "<:" => new(Operation.Lower, false),
            ">=" or ">=:" => new(Operation.Upper),
            ">" or ">:" => new(Operation.Upper, false),
            ".." or "..." or "..<" => new(Operation.Lower),
            "-" when source.After(after) is var next && next < source.Tokens.Count && source.Tokens[next].Kind == TokenKind.String => new(Operation.Lower),
            "==" or "===" or "!=" or "!==" => new(Operation.Equal, true, SliceBegins(source, source.After(after))),
            _ => default,
        };
    }

    private static Comparison FromWord(Source source, int before)
    {
        if (before < 0 || source.Tokens[before].Kind != TokenKind.Word) return default;
        switch (source.TextOf(before).ToString().ToLowerInvariant())
        {
            case "like" or "ilike": return new(source.Syntax.HasApostropheComments ? Operation.Glob : Operation.Like, true, false);
            case "rlike" or "regexp": return new(Operation.Regex);
            case "to" when source.IsWord(source.Before(before), "similar"): return new(Operation.Regex, true, false, true);
            case "to" or "thru" or "through" when source.Before(before) is >= 0 and var first && source.Tokens[first].Kind == TokenKind.String: return new(Operation.Upper);
            case "between": return new(Operation.Lower, true, SliceEndsAt(source, source.Before(before)));
            case "and" when source.Before(before) is >= 0 and var lower && source.IsWord(source.Before(lower), "between"): return new(Operation.Upper);
            case "case" or "when": return new(Operation.Case);
            case "eq" or "ne" or "is" or "equal" or "equals": return new(Operation.Equal, true, SliceEndsAt(source, source.Before(before)));
            case "ge" or "gte": return new(Operation.Lower);
            case "gt": return new(Operation.Lower, false);
            case "le" or "lte": return new(Operation.Upper);
            case "lt": return new(Operation.Upper, false);
            default: return default;
        }
    }

    /// <summary>What the calls and lists say that the literal stands in, the innermost first.</summary>
    private static Comparison FromBrackets(Source source, int token)
    {
        if (source.Syntax.IsMarkup) return default;
        var bracket = source.Tokens[token].Bracket;
        for (var depth = 0; bracket >= 0 && depth < DeepestList; depth++, bracket = source.Brackets[bracket].Parent)
        {
            var open = source.Brackets[bracket].Open;
            var name = source.Before(open);
            // A query in JSON: {"prefix": {"code": "F2"}}.
            if (source.IsSymbol(name, ":") && source.Syntax.IsData && source.Before(name) is >= 0 and var key && Beginnings.Contains(source.ContentOf(key))) return new(Operation.StartsWith);
            var found = FromOwner(source, token, bracket, open, name);
            if (found.Operation != Operation.None) return found;
            // Only lists of values may stand between a literal and what is done with it.
            if (source.IsSymbol(open, "{") && source.IsSymbol(name, ")")) return default;
        }

        return default;
    }

    private static Comparison FromOwner(Source source, int token, int bracket, int open, int name)
    {
        // SAS: "in: ('I20' 'I21')" compares beginnings.
        if (source.IsSymbol(name, ":") && source.IsWord(source.Before(name), "in")) return new(Operation.StartsWith);
        // R: "%in%".
        if (source.IsSymbol(name, "%") && source.IsWord(source.Before(name), "in")) return new(Operation.In, true, SliceEndsAt(source, source.Before(source.Before(source.Before(name)))));
        if (name < 0 || source.Tokens[name].Kind != TokenKind.Word) return AfterList(source, bracket);
        var word = source.TextOf(name).ToString().ToLowerInvariant();
        // C#'s pattern "is >= … and …" is no call, "x in (…)" neither.
        if (word == "in") return new(Operation.In, true, SliceEndsAt(source, SkipNot(source, source.Before(name))));
        if (word == "c" && source.Before(name) is >= 0 and var before && source.IsSymbol(before, "%") && source.IsWord(source.Before(before), "in"))
            return new(Operation.In, true, SliceEndsAt(source, source.Before(source.Before(source.Before(before)))));
        if (Beginnings.Contains(word)) return new(Operation.StartsWith);
        if (Likes.Contains(word)) return new(Operation.Like);
        if (Globs.Contains(word)) return new(Operation.Glob);
        if (word == "patindex") return new(Operation.Like);
        if (Expressions.Contains(word)) return new(Operation.Regex, IsWhole: Whole.Contains(word));
        if (Intervals.Contains(word) || word.EndsWith("between", StringComparison.Ordinal)) return new(IsFirstLiteral(source, token, open) ? Operation.Lower : Operation.Upper);
        if (Comparers.Contains(word) && FromOrder(source, token, bracket, word) is { Operation: not Operation.None } order) return order;
        if (Lowers.Contains(word) && IsNext(source, bracket, Uppers)) return new(Operation.Lower);
        if (Uppers.Contains(word) && IsPrevious(source, name, Lowers)) return new(Operation.Upper);
        if (Members.Contains(word)) return new(Operation.In, true, SliceEndsAt(source, BeforeMember(source, name)) || SliceWithin(source, open, token));
        if (word is "equals" or "eq" or "equalsignorecase") return new(Operation.Equal, true, SliceEndsAt(source, BeforeMember(source, name)));
        return AfterList(source, bracket);
    }

    /// <summary>Comparisons by a call: <c>strcmp(code, "F00") >= 0</c>, <c>code.compareTo("P08") &lt; 0</c>.</summary>
    private static Comparison FromOrder(Source source, int token, int bracket, string word)
    {
        var close = source.Brackets[bracket].Close;
        if (close >= source.Tokens.Count) return default;
        var sign = source.After(close);
        if (sign >= source.Tokens.Count || !source.IsWord(source.After(sign), "0")) return default;
        // The literal on the left turns the sign round.
        var isLeft = source.Before(token) == source.Brackets[bracket].Open && source.IsSymbol(source.After(token), ",");
        var isPart = word.Contains("ncmp", StringComparison.Ordinal) || word == "strncasecmp";
        return (source.TextOf(sign).ToString(), isLeft) switch
        {
            ("==" or "=" or "===", _) => new(isPart ? Operation.StartsWith : Operation.Equal),
            (">=", false) or ("<=", true) => new(Operation.Lower),
            (">", false) or ("<", true) => new(Operation.Lower, false),
            ("<=", false) or (">=", true) => new(Operation.Upper),
            ("<", false) or (">", true) => new(Operation.Upper, false),
            _ => default,
        };
    }

    /// <summary>Whether a call is followed by one of some members: <c>from("C00").to("C97")</c>.</summary>
    private static bool IsNext(Source source, int bracket, WordSet members) =>
        source.Brackets[bracket].Close is var close && close < source.Tokens.Count && source.IsSymbol(source.After(close), ".") && source.After(source.After(close)) is var member && member < source.Tokens.Count
        && source.Tokens[member].Kind == TokenKind.Word && members.Contains(source.TextOf(member));

    private static bool IsPrevious(Source source, int name, WordSet members) =>
        BeforeMember(source, name) is >= 0 and var close && source.BracketClosedBy(close) is { } bracket && source.Before(bracket.Open) is >= 0 and var member
        && source.Tokens[member].Kind == TokenKind.Word && members.Contains(source.TextOf(member));

    /// <summary>Lists that are asked: <c>["E10", "E11"].includes(code.slice(0, 3))</c>.</summary>
    private static Comparison AfterList(Source source, int bracket)
    {
        var close = source.Brackets[bracket].Close;
        if (close >= source.Tokens.Count) return default;
        var dot = source.After(close);
        var member = source.After(dot);
        if (!source.IsSymbol(dot, ".") || member >= source.Tokens.Count || source.Tokens[member].Kind != TokenKind.Word || !Members.Contains(source.TextOf(member))) return default;
        var open = source.After(member);
        return new(Operation.In, true, source.IsSymbol(open, "(") && SliceWithin(source, open, Math.Min(open + 20, source.Tokens.Count)));
    }

    private static int SkipNot(Source source, int token) => source.IsWord(token, "not") ? source.Before(token) : token;

    /// <summary>The token before the point of <c>subject.member</c>.</summary>
    private static int BeforeMember(Source source, int name) => source.Before(name) is >= 0 and var dot && source.IsSymbol(dot, ".") ? source.Before(dot) : -1;

    private static bool IsFirstLiteral(Source source, int token, int open)
    {
        for (var i = open + 1; i < token; i++)
        {
            if (source.Tokens[i].Kind == TokenKind.String && source.Tokens[i].Bracket == source.Tokens[token].Bracket) return false;
        }

        return true;
    }

    /// <summary>Whether an operand that ends at a token was cut out of something: <c>left(x, 3)</c>, <c>x[:3]</c>, <c>x[0]</c>, <c>DIAG(1:3)</c>.</summary>
    public static bool SliceEndsAt(Source source, int end)
    {
        if (end < 0 || !(source.IsSymbol(end, ")") || source.IsSymbol(end, "]"))) return false;
        if (source.BracketClosedBy(end) is not { } bracket) return false;
        if (source.IsSymbol(end, "]")) return IsIndex(source, bracket.Open, end);
        var name = source.Before(bracket.Open);
        if (name >= 0 && source.Tokens[name].Kind == TokenKind.Word && Slices.Contains(source.TextOf(name))) return true;
        return IsIndex(source, bracket.Open, end) && HasColon(source, bracket.Open, end) || SliceWithin(source, bracket.Open, end);
    }

    private static bool SliceBegins(Source source, int start)
    {
        for (var i = start; i < Math.Min(start + 8, source.Tokens.Count); i++)
        {
            if (source.Tokens[i].Kind == TokenKind.Word && Slices.Contains(source.TextOf(i))) return true;
            if (source.IsSymbol(i, "[") && IsIndex(source, i, Math.Min(i + 6, source.Tokens.Count))) return true;
            if (source.Tokens[i].Kind == TokenKind.Symbol && source.TextOf(i) is not ("." or "(" or "[")) return false;
        }

        return false;
    }

    private static bool SliceWithin(Source source, int open, int end)
    {
        for (var i = open + 1; i < Math.Min(end, source.Tokens.Count); i++)
        {
            if (source.Tokens[i].Kind == TokenKind.Word && Slices.Contains(source.TextOf(i)) && source.IsSymbol(source.After(i), "(")) return true;
            if (source.IsSymbol(i, "[") && source.Before(i) > open && IsIndex(source, i, Math.Min(i + 6, source.Tokens.Count))) return true;
        }

        return false;
    }

    /// <summary>Only numbers, colons and points between two brackets, and from the beginning: a number alone is the first place, counted from 0 or 1.</summary>
    private static bool IsIndex(Source source, int open, int end)
    {
        var isEmpty = true;
        for (var i = open + 1; i < end; i++)
        {
            var text = source.TextOf(i);
            if (text is "]" or ")") return !isEmpty;
            if (isEmpty && text.Length > 0 && text[0] is >= '2' and <= '9') return false;
            if (!char.IsAsciiDigit(text[0]) && text is not (":" or ".." or "," or "-" or "^")) return false;
            isEmpty = false;
        }

        return !isEmpty;
    }

    private static bool HasColon(Source source, int open, int end)
    {
        for (var i = open + 1; i < end; i++)
        {
            if (source.IsSymbol(i, ":")) return true;
        }

        return false;
    }
}
