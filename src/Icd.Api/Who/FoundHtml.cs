using System.Text;

namespace Icd.Api.Who;

/// <summary>Texts as HTML, with what was found in them between <c>&lt;em class='found'&gt;</c> and <c>&lt;/em&gt;</c>.</summary>
internal static class FoundHtml
{
    private const string Begin = "<em class='found'>", End = "</em>";

    /// <summary>A text with these ranges marked; they are sorted and disjoint.</summary>
    public static string Mark(string text, IReadOnlyList<Range> found)
    {
        var html = new StringBuilder(text.Length + 40);
        var at = 0;
        foreach (var range in found)
        {
            var (start, length) = range.GetOffsetAndLength(text.Length);
            Escape(html, text.AsSpan(at, start - at));
            html.Append(Begin);
            Escape(html, text.AsSpan(start, length));
            html.Append(End);
            at = start + length;
        }

        Escape(html, text.AsSpan(at));
        return html.ToString();
    }

    private static void Escape(StringBuilder html, ReadOnlySpan<char> text)
    {
        foreach (var unit in text)
        {
            _ = unit switch
            {
                '&' => html.Append("&amp;"),
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                '"' => html.Append("&quot;"),
                '\'' => html.Append("&#39;"),
                _ => html.Append(unit),
            };
        }
    }
}
