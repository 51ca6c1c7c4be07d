using System.Globalization;
using System.Text;

namespace Icd.Mapping.Conversion.Report;

/// <summary>The charts of a report as inline SVG. They are decoration over tables that have every number, so they are hidden from screen readers.</summary>
internal static class ReportCharts
{
    /// <summary>One bar for the whole, cut into its parts.</summary>
    public static string Whole(IReadOnlyList<(string Style, long Number)> parts) =>
        $"<svg class=\"whole\" viewBox=\"0 0 1000 36\" preserveAspectRatio=\"none\" aria-hidden=\"true\">{Parts(parts, Math.Max(1, parts.Sum(part => part.Number)), 36)}</svg>";

    /// <summary>A bar of a table's row, as long as its part of the longest one.</summary>
    public static string Bar(IReadOnlyList<(string Style, long Number)> parts, long longest) =>
        $"<svg viewBox=\"0 0 1000 16\" preserveAspectRatio=\"none\" aria-hidden=\"true\">{Parts(parts, Math.Max(1, longest), 16)}</svg>";

    /// <summary>How much of what needs a human is done when the most frequent codes are.</summary>
    /// <param name="counts">Occurrences of the codes, most frequent first.</param>
    /// <param name="whole">All occurrences, those of codes that are not listed among them.</param>
    public static string Cumulative(IReadOnlyList<long> counts, long whole)
    {
        const int Left = 60, Top = 20, Width = 600, Height = 200;
        if (counts.Count < 2 || whole <= 0) return "";
        var points = new StringBuilder($"{Left},{Top + Height}");
        var (sum, half) = (0L, 0);
        for (var i = 0; i < counts.Count; i++)
        {
            sum += counts[i];
            if (half == 0 && sum * 2 >= whole) half = i + 1;
            points.Append(CultureInfo.InvariantCulture, $" {Left + (double)Width * (i + 1) / counts.Count:0.#},{Top + Height * (1 - (double)sum / whole):0.#}");
        }

        var svg = new StringBuilder($"<svg class=\"plot\" viewBox=\"0 0 {Left + Width + 20} {Top + Height + 45}\" aria-hidden=\"true\">");
        for (var share = 0; share <= 100; share += 25)
        {
            var y = Top + (Height * (100 - share) / 100);
            svg.Append(CultureInfo.InvariantCulture, $"<line class=\"{(share == 0 ? "axis" : "grid")}\" x1=\"{Left}\" y1=\"{y}\" x2=\"{Left + Width}\" y2=\"{y}\"/><text x=\"{Left - 8}\" y=\"{y + 4}\" text-anchor=\"end\">{share} %</text>");
        }

        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left}\" y=\"{Top + Height + 18}\">0</text><text x=\"{Left + Width}\" y=\"{Top + Height + 18}\" text-anchor=\"end\">{counts.Count}</text>");
        foreach (var (language, text) in (ReadOnlySpan<(string, string)>)[("nb", "ulike koder, vanligste først"), ("en", "different codes, most frequent first")])
            svg.Append(CultureInfo.InvariantCulture, $"<text lang=\"{language}\" x=\"{Left + (Width / 2)}\" y=\"{Top + Height + 36}\" text-anchor=\"middle\">{text}</text>");
        svg.Append(CultureInfo.InvariantCulture, $"<polyline class=\"curve\" points=\"{points}\"/></svg>");
        var reached = HtmlText.Percent(sum, whole);
        var sentence = HtmlText.Both(
            $"De {counts.Count} vanligste kodene på listen er {reached.Bokmal} av alt som bør ses på.{(half > 0 ? $" Halvparten er gjort når de {half} første er avgjort." : "")}",
            $"The {counts.Count} most frequent codes listed are {reached.English} of all that should be looked at.{(half > 0 ? $" Half is done when the first {half} are decided." : "")}");
        return $"<p>{sentence}</p>\n{svg}";
    }

    private static string Parts(IReadOnlyList<(string Style, long Number)> parts, long whole, int height)
    {
        var (svg, at) = (new StringBuilder(), 0.0);
        foreach (var (style, number) in parts)
        {
            var width = 1000.0 * number / whole;
            // What is there is seen, however little it is.
            if (number > 0) width = Math.Max(width, 2);
            if (width > 0) svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"{style}\" x=\"{at:0.##}\" width=\"{width:0.##}\" height=\"{height}\"/>");
            at += width;
        }

        return svg.ToString();
    }
}
