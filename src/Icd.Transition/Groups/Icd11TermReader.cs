using Icd.Core.Codes;
using Icd.Core.Postcoordination;

namespace Icd.Transition.Groups;

/// <summary>Reads an entry of an ICD-11 side: <c>NC72.2 &amp; laterality=XK8G &amp; not XJ7YM / not PA60</c>.</summary>
internal static class Icd11TermReader
{
    private const string Forms = "Write a stem code (BA41), that code alone (=BA41), a range (BA40-BA6Z), a block (BlockL1-BA4), a chapter (ch:11) or an entity's URI";

    public static Icd11Term? Read(string text, bool isExcluded, string origin, out string problem)
    {
        var parts = Split(text);
        var stems = Selector(parts[0].Text, isExtension: false, out problem);
        if (stems is null) return null;
        var conditions = new List<Icd11Condition>();
        foreach (var (separator, part) in parts.Skip(1))
        {
            if (Condition(separator == '/', part, out problem) is not { } condition) return null;
            conditions.Add(condition);
        }

        return new(stems, conditions, isExcluded, string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), origin);
    }

    private static Icd11Condition? Condition(bool isStem, string text, out string problem)
    {
        problem = "";
        var isNegated = text.StartsWith("not ", StringComparison.Ordinal);
        if (isNegated) text = text[4..].Trim();
        string? axis = null;
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals > 0 && text.AsSpan(0, equals).IndexOf(':') < 0)
        {
            (axis, text) = (text[..equals].Trim(), text[(equals + 1)..].Trim());
            if (isStem || !AxisNames.IsKnown(axis) || AxisNames.TakesStems(axis))
            {
                problem = isStem ? $"'{axis}=': an axis is named after &, not after /"
                    : $"'{axis}' is no axis with extension codes. Axes are for example laterality, specificAnatomy, hasSeverity; `icd axes CODE` lists a stem's. After / leave the axis out";
                return null;
            }
        }

        if (text == "*") return new(isStem, isNegated, axis, null);
        return Selector(text, isExtension: !isStem, out problem) is { } value ? new(isStem, isNegated, axis, value) : null;
    }

    private static Icd11Selector? Selector(string text, bool isExtension, out string problem)
    {
        problem = "";
        var isExact = text.StartsWith('=');
        var body = (isExact ? text[1..] : text).Trim();
        if (body.StartsWith("http", StringComparison.Ordinal))
        {
            if (EntityUri.TryParse(body, out var uri) && uri.Linearization != Linearization.Icf) return new(uri.ToString(), null, isExact);
            problem = $"'{body}' is no URI of ICD-11. They look like http://id.who.int/icd/entity/1697306310";
            return null;
        }

        if (body.StartsWith("Block", StringComparison.OrdinalIgnoreCase) || body.StartsWith("ch:", StringComparison.OrdinalIgnoreCase))
        {
            if (!isExact) return new(body, null, false);
            problem = $"'{text}': a block or chapter has no code of its own. Leave the = out";
            return null;
        }

        var dash = body.IndexOf('-', StringComparison.Ordinal);
        if (dash < 0)
        {
            if (Icd11Code.TryParse(body, out var code, out var error))
            {
                problem = code.Kind == Icd11CodeKind.Chapter ? $"'{body}' is a chapter's number. Write ch:{code}"
                    : !isExtension && code.Kind == Icd11CodeKind.Extension ? $"{code} is an extension code, which only follows a stem. Write for example 'NC72 & {code}'"
                    : isExtension && code.Kind == Icd11CodeKind.Stem ? $"{code} is a stem code. After & stands an extension code; for a stem of the same cluster write '/ {code}'"
                    : "";
                return problem.Length == 0 ? new(code.ToString(), null, isExact) : null;
            }

            problem = Icd10Code.TryParse(body, out _) ? $"'{body}' is an ICD-10 code. Put it on an icd10 line" : $"{error.Describe(body)} {Forms}";
            return null;
        }

        if (!isExact && Icd11Code.TryParse(body.AsSpan(0, dash).Trim(), out var first) && Icd11Code.TryParse(body.AsSpan(dash + 1).Trim(), out var last) && first.Kind == last.Kind && (first.Kind == Icd11CodeKind.Extension) == isExtension && first.Kind != Icd11CodeKind.Chapter)
        {
            if (first <= last) return new(first.ToString(), last.ToString(), false);
            problem = $"the range {body} runs backwards. Write {last}-{first}";
            return null;
        }

        problem = $"'{text}' is no range of {(isExtension ? "extension" : "stem")} codes. {Forms}";
        return null;
    }

    /// <summary>Parts at <c>&amp;</c> and <c>/</c>; the slashes of a URI part nothing.</summary>
    private static List<(char Separator, string Text)> Split(string text)
    {
        var parts = new List<(char, string)>();
        var (separator, start) = ('\0', 0);
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && string.CompareOrdinal(text, i, "http", 0, 4) == 0 && text[start..i].All(c => c is '=' or ' ' || char.IsLetter(c)))
            {
                while (i < text.Length && !char.IsWhiteSpace(text[i]) && text[i] != '&') i++;
            }

            if (i < text.Length && text[i] is not ('&' or '/')) continue;
            parts.Add((separator, text[start..Math.Min(i, text.Length)].Trim()));
            if (i < text.Length) separator = text[i];
            start = i + 1;
        }

        return parts;
    }
}
