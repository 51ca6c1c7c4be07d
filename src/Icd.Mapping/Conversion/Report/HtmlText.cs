using System.Globalization;
using System.Net;
using System.Text;

namespace Icd.Mapping.Conversion.Report;

/// <summary>Text of a page that says everything in bokmål and in English; the page's style shows one of them.</summary>
internal static class HtmlText
{
    private static readonly NumberFormatInfo Norwegian = new() { NumberGroupSeparator = "\u202F", NumberDecimalSeparator = "," };
    private static readonly NumberFormatInfo English = new() { NumberGroupSeparator = "\u202F", NumberDecimalSeparator = "." };

    public static string Escape(string text)
    {
        // Control characters and the marks that turn the direction of text round are shown, not obeyed.
        var shown = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c < ' ') shown.Append((char)(0x2400 + c));
            else if (c is '\u007F') shown.Append('\u2421');
            else if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.Control) shown.Append(CultureInfo.InvariantCulture, $"U+{(int)c:X4}");
            else shown.Append(c);
        }

        return WebUtility.HtmlEncode(shown.ToString());
    }

    /// <summary>A text in both languages.</summary>
    public static string Both(string bokmal, string english) =>
        bokmal == english ? Escape(english) : $"<span lang=\"nb\">{Escape(bokmal)}</span><span lang=\"en\">{Escape(english)}</span>";

    /// <inheritdoc cref="Both(string, string)"/>
    public static string Both(MapText text) => Both(text.Bokmal, text.English);

    /// <summary>A whole number, its thousands apart.</summary>
    public static string Number(long number) => number.ToString("N0", Norwegian);

    /// <summary>A number with its decimals.</summary>
    public static MapText Number(double number, int decimals)
    {
        var format = "N" + decimals.ToString(CultureInfo.InvariantCulture);
        return new(number.ToString(format, Norwegian), number.ToString(format, English));
    }

    /// <summary>A share in per cent; one that is not zero is not shown as zero, nor one that is not all as all.</summary>
    public static MapText Percent(long part, long whole)
    {
        if (whole == 0) return new("–", "–");
        var share = 100.0 * part / whole;
        return part > 0 && share < 0.05 ? new("< 0,1\u00A0%", "< 0.1%")
            : part < whole && share >= 99.95 ? new("> 99,9\u00A0%", "> 99.9%")
            : new(share.ToString("N1", Norwegian) + "\u00A0%", share.ToString("N1", English) + "%");
    }
}
