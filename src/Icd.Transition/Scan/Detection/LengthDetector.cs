using System.Globalization;
using Icd.Transition.Scan.Text;

namespace Icd.Transition.Scan.Detection;

/// <summary>Finds fields for diagnosis codes whose length is that of ICD-10, and tests on that length.</summary>
internal sealed class LengthDetector
{
    /// <summary>Shorter than a category it holds none, longer than this nobody made it for a code.</summary>
    private const int Shortest = 3, Longest = 30;

    private static readonly WordSet Types = new("varchar varchar2 nvarchar nvarchar2 char nchar varying bpchar string character text str charfield fixedstring chararray varbinary alphanumeric an");
    private static readonly WordSet Limits = new("maxlength minlength stringlength max_length maxlen hasmaxlength length size width columnlength fieldlength fixedlength padright padend ljust rpad padstart padleft maxchars max_len strlength string_length maxsize max data_length character_maximum_length");
    private static readonly WordSet Measures = new("length len nchar strlen char_length lengthn lengthc datalength size count str_length ustrlen");

    private static readonly WordSet Any = new($"{Types} {Limits} {Measures} pic picture");

    public static IEnumerable<Sighting> Detect(Source source, FileWords file)
    {
        if (source.Syntax.IsProse) yield break;
        for (var i = 0; i < source.Tokens.Count; i++)
        {
            if ((source.Tokens[i].Kind switch { TokenKind.Word => Length(source, i), TokenKind.String => Quoted(source, i), _ => null }) is not { } found) continue;
            if (found.Characters is < Shortest or > Longest) continue;
            if (Subject(source, found.First, found.Last, found.IsDeclaration) is not { } subject) continue;
            var fit = found.Characters switch { <= 7 => 0.5, <= 12 => -0.3, _ => -1.2 };
            yield return new(FindingKind.Length, source.Syntax.IsData ? FindingPlace.Data : FindingPlace.Code, [new(source.Tokens[found.First].Start, source.Tokens[found.Last].End)],
            [
                subject with { Weight = Math.Max(subject.Weight, 0.2) },
                new(fit, new($"{found.Characters} tegn er lengden på ICD-10-koder", $"{found.Characters} characters is the length of ICD-10 codes")),
                .. file.IsClinical ? [new Evidence(0.4, file.Text)] : Array.Empty<Evidence>(),
            ])
            {
                Length = found.Characters,
                Written = [source.Text[source.Tokens[found.First].Start..source.Tokens[found.Last].End]],
                Name = subject.Text.English,
            };
        }
    }

    /// <summary>A column's type in a literal: <c>TypeName = "nvarchar(5)"</c>, <c>columnDefinition = "char(4)"</c>.</summary>
    private static Found? Quoted(Source source, int token)
    {
        var text = source.ContentOf(token);
        var open = text.IndexOf('(');
        if (open < 3 || text.Length > 40 || text[^1] != ')' || !Types.Contains(text[..open].Trim())) return null;
        var digits = text[(open + 1)..^1].TrimStart();
        if (digits.IndexOf(' ') is > 0 and var blank) digits = digits[..blank];
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? new(length, token, token, false) : null;
    }

    private readonly record struct Found(int Characters, int First, int Last, bool IsDeclaration);

    private static Found? Length(Source source, int i)
    {
        var text = source.TextOf(i).TrimStart('@');
        if (text.Length > 30) return null;
        if (source.Syntax.StarComment == 0 && !Any.Contains(text)) return null;
        var word = text.ToString().ToLowerInvariant();
        var next = source.After(i);
        // T-SQL: [char](4)
        if (source.Syntax.IsSql && source.IsSymbol(next, "]")) next = source.After(next);
        if (Types.Contains(word) && (source.IsSymbol(next, "(") || source.IsSymbol(next, "[")) && Number(source, source.After(next)) is { } typed) return new(typed, i, Math.Min(source.Tokens.Count - 1, source.After(source.After(next))), true);
        // C: "char hdiag[6]"; Visual Basic: "String * 5".
        if (word == "char" && next < source.Tokens.Count && source.Tokens[next].Kind == TokenKind.Word && source.IsSymbol(source.After(next), "[") && Number(source, source.After(source.After(next))) is { } array) return new(array - (IsPlusOne(source, source.After(source.After(next))) ? 0 : 1), i, source.After(source.After(next)), false);
        if (word == "string" && source.IsSymbol(next, "*") && Number(source, source.After(next)) is { } fixedLength) return new(fixedLength, i, source.After(next), true);
        if (Limits.Contains(word) && Limit(source, i, next) is { } limit) return limit;
        if (Measures.Contains(word) && Measure(source, i, next) is { } measure) return measure;
        if (word is "pic" or "picture" && Picture(source, next) is { } picture) return picture;
        if (source.Syntax.StarComment == '\n' && word.Length is 4 or 5 && word.StartsWith("str", StringComparison.Ordinal) && int.TryParse(word.AsSpan(3), NumberStyles.None, CultureInfo.InvariantCulture, out var stata)) return new(stata, i, i, true);
        if (source.Syntax.StarComment == ';' && word[0] == '$') return int.TryParse(word.AsSpan(word.StartsWith("$char", StringComparison.Ordinal) ? 5 : 1), NumberStyles.None, CultureInfo.InvariantCulture, out var sas) ? new(sas, i, i, true) : null;
        return null;
    }

    /// <summary><c>[5 + 1]</c>: the end mark is counted apart.</summary>
    private static bool IsPlusOne(Source source, int number) => source.IsSymbol(source.After(number), "+") && source.IsWord(source.After(source.After(number)), "1");

    private static Found? Limit(Source source, int i, int next)
    {
        // "string().max(5)"; the larger of two numbers is no limit.
        if (source.IsWord(i, "max") && source.IsSymbol(next, "(") && !(source.IsSymbol(source.Before(i), ".") && source.IsSymbol(source.After(source.After(next)), ")"))) return null;
        // <maxLength value="5"/>
        if (source.Syntax.IsMarkup && source.IsWord(next, "value") && source.IsSymbol(next + 1, "=") && Number(source, next + 2) is { } facet) return new(facet, i, next + 2, true);
        if (!(source.IsSymbol(next, "(") || source.IsSymbol(next, "=") || source.IsSymbol(next, ":"))) return null;
        var value = source.After(next);
        // StringLength(5), Length(max = 5), Size(min = 3, max = 5)
        for (var step = 0; step < 8 && value < source.Tokens.Count; step++, value = source.After(value))
        {
            if (source.IsSymbol(value, ")") || source.IsSymbol(value, ";")) return null;
            if (Number(source, value) is { } number && !source.IsSymbol(source.After(value), ",") || step == 7) return Number(source, value) is { } last ? new(last, i, value, false) : null;
            if (source.IsSymbol(next, "=") || source.IsSymbol(next, ":")) return Number(source, value) is { } set ? new(set, i, value, false) : null;
        }

        return null;
    }

    private static Found? Measure(Source source, int i, int next)
    {
        // len(x) == 5, x.Length > 5, length(trim(x)) <= 4
        var at = next;
        if (source.IsSymbol(next, "("))
        {
            if (source.BracketOpenedBy(next) is not { Close: var close } || close >= source.Tokens.Count || close - next > 14) return null;
            at = source.After(close);
        }

        if (at >= source.Tokens.Count || source.Tokens[at].Kind != TokenKind.Symbol || source.TextOf(at) is not ("==" or "===" or "=" or "!=" or "!==" or "<>" or "<" or "<=" or ">" or ">=")) return null;
        return Number(source, source.After(at)) is { } number and <= 8 ? new(number, i, source.After(at), false) : null;
    }

    private static Found? Picture(Source source, int next)
    {
        if (next >= source.Tokens.Count || source.Tokens[next].Kind != TokenKind.Word) return null;
        var text = source.TextOf(next);
        if (text.Equals("X", StringComparison.OrdinalIgnoreCase) && source.IsSymbol(source.After(next), "(") && Number(source, source.After(source.After(next))) is { } length) return new(length, next - 1, source.After(source.After(source.After(next))), true);
        return text.Length >= Shortest && text.IndexOfAnyExcept('X', 'x') < 0 ? new(text.Length, next - 1, next, true) : null;
    }

    private static int? Number(Source source, int token)
    {
        if (token < 0 || token >= source.Tokens.Count || source.Tokens[token].Kind is not (TokenKind.Word or TokenKind.String)) return null;
        return int.TryParse(source.ContentOf(token), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>The field that the length is of: the nearest name before it in the same declaration, then after it.</summary>
    private static Evidence? Subject(Source source, int first, int last, bool isDeclaration)
    {
        var bracket = source.Tokens[first].Bracket;
        var line = source.LineAt(source.Tokens[first].Start);
        var isGeneric = false;
        var start = source.Syntax.EndsWithLine ? source.LineAt(source.Tokens[source.OutermostOf(first)].Start) : Math.Max(0, line - 3);
        for (var i = first + 1; i < last && !isDeclaration; i++)
        {
            if (NameAt(source, i) is { } name && FieldName.Judge(name) is { Weight: > -1 } evidence) return evidence;
        }

        if (source.Syntax.IsMarkup && isDeclaration && Declared(source, first) is { } declared) return declared.Weight > -1 ? declared : null;
        for (var i = first - 1; i >= 0 && first - i <= 18; i--)
        {
            if (source.Tokens[i].Kind == TokenKind.Comment) continue;
            if (source.Tokens[i].Kind == TokenKind.Symbol)
            {
                // Another column, another member, another statement.
                if (source.TextOf(i) is ";" or "}" || (source.TextOf(i) is "," && source.Tokens[i].Bracket == bracket && isDeclaration)) break;
                if (source.TextOf(i) is "{" && !source.Syntax.IsData && !source.IsSymbol(i - 1, ":") && !source.IsSymbol(i - 1, "=") && !source.IsSymbol(i - 1, "(")) break;
                continue;
            }

            if (source.LineAt(source.Tokens[i].Start) < start) break;
            if (NameAt(source, i) is not { } name) continue;
            if (FieldName.Judge(name) is { } evidence) return evidence.Weight > -1 ? evidence : null;
            isGeneric |= FieldName.IsGeneric(name) && first - i <= 3;
        }

        for (var i = last + 1; i < source.Tokens.Count && i - last <= 12; i++)
        {
            if (source.Tokens[i].Kind == TokenKind.Symbol && source.TextOf(i) is ";" or "}" or "{" && !source.Syntax.IsMarkup) break;
            if (source.LineAt(source.Tokens[i].Start) - line > (isDeclaration && source.Syntax.EndsWithLine ? 0 : 3)) break;
            if (source.Tokens[i].Kind == TokenKind.Symbol && source.TextOf(i) is "," && source.Tokens[i].Bracket == bracket && source.Syntax.IsSql) break;
            if (NameAt(source, i) is { } name && FieldName.Judge(name) is { } evidence) return evidence.Weight > -1 ? evidence : null;
        }

        return isGeneric ? Owner(source, first) : null;
    }

    /// <summary>The nearest <c>name="…"</c> before a facet of a schema: the element or type that it is of.</summary>
    private static Evidence? Declared(Source source, int first)
    {
        for (var i = first - 1; i >= 2 && first - i <= 60; i--)
        {
            if (source.Tokens[i].Kind == TokenKind.String && source.IsSymbol(i - 1, "=") && source.IsWord(i - 2, "name")) return NameAt(source, i) is { } name ? FieldName.Judge(name) : null;
        }

        return null;
    }

    /// <summary>The table or class of a field that is named "code" alone.</summary>
    private static Evidence? Owner(Source source, int token)
    {
        var bracket = source.Tokens[token].Bracket;
        for (var depth = 0; bracket >= 0 && depth < 3; depth++, bracket = source.Brackets[bracket].Parent)
        {
            var open = source.Brackets[bracket].Open;
            for (var i = open - 1; i >= 0 && open - i <= 4; i--)
            {
                if (NameAt(source, i) is { } name && ContextWords.Of(name) >= 3) return new(0.9, new($"feltet hører til «{name}»", $"the field belongs to \"{name}\""));
            }
        }

        return null;
    }

    private static string? NameAt(Source source, int token)
    {
        var length = source.Tokens[token].ContentEnd - source.Tokens[token].Content;
        return source.Tokens[token].Kind is TokenKind.Word or TokenKind.String && length is > 1 and < 60 && source.ContentOf(token).IndexOf(' ') < 0 ? source.ContentOf(token).ToString() : null;
    }
}
