namespace Icd.Transition.Comparison.Html;

/// <summary>Comparability ratios with their intervals, one row each, about the line of no change.</summary>
internal static class RatioPlot
{
    private const double Width = 1000, Left = 360, Right = 190, RowHeight = 24;

    public static string Draw(IReadOnlyList<(string Label, ConfidenceInterval Ratio)> rows, Markup markup)
    {
        if (rows.Count == 0) return "";
        var widest = rows.Max(row => Math.Max(Math.Abs(Log(row.Ratio.Low)), Math.Abs(Log(row.Ratio.High))));
        var limit = Math.Clamp(widest * 1.1, Math.Log(1.1), Math.Log(4));
        double X(double ratio) => Left + ((Math.Clamp(Log(ratio), -limit, limit) + limit) / (2 * limit) * (Width - Left - Right));
        var height = (rows.Count * RowHeight) + 44;
        var svg = new Page();
        svg.Append($"<svg class=\"ratios\" viewBox=\"0 0 {Markup.At(Width)} {Markup.At(height)}\" role=\"img\" aria-labelledby=\"ratios-title\"><title id=\"ratios-title\">{markup.Say("Sammenlignbarhetsforhold med 95 % konfidensintervall; tallene står i tabellen under", "Comparability ratios with 95 % confidence intervals; the numbers are in the table below")}</title>");
        foreach (var tick in Ticks(limit))
        {
            svg.Append($"<line class=\"{(tick == 1 ? "one" : "grid")}\" x1=\"{Markup.At(X(tick))}\" x2=\"{Markup.At(X(tick))}\" y1=\"8\" y2=\"{Markup.At(height - 26)}\"/>");
            svg.Append($"<text class=\"tick\" x=\"{Markup.At(X(tick))}\" y=\"{Markup.At(height - 8)}\" text-anchor=\"middle\">{markup.Decimal(tick, 2)}</text>");
        }

        for (var i = 0; i < rows.Count; i++)
        {
            var (label, ratio) = rows[i];
            var y = Markup.At(20 + (i * RowHeight));
            var differs = ratio.Low > 1 || ratio.High < 1 ? " differs" : "";
            svg.Append($"<text x=\"{Markup.At(Left - 12)}\" y=\"{Markup.At(24 + (i * RowHeight))}\" text-anchor=\"end\">{Markup.Text(Markup.Short(label, 46))}</text>");
            svg.Append($"<line class=\"ci{differs}\" x1=\"{Markup.At(X(ratio.Low))}\" x2=\"{Markup.At(X(ratio.High))}\" y1=\"{y}\" y2=\"{y}\"/>{Mark(X(ratio.Value), 20 + (i * RowHeight), differs, Log(ratio.Value) < -limit ? -1 : Log(ratio.Value) > limit ? 1 : 0)}");
            svg.Append($"<text class=\"n\" x=\"{Markup.At(Width - Right + 14)}\" y=\"{Markup.At(24 + (i * RowHeight))}\">{markup.Interval(ratio)}</text>");
        }

        return svg.Append("</svg>").ToString();
    }

    /// <summary>A dot, or an arrow where the ratio is beyond the scale.</summary>
    private static string Mark(double x, double y, string differs, int beyond) => beyond == 0
        ? $"<circle class=\"ratio{differs}\" cx=\"{Markup.At(x)}\" cy=\"{Markup.At(y)}\" r=\"4.5\"/>"
        : $"<path class=\"ratio{differs}\" d=\"M{Markup.At(x + (beyond * 2))} {Markup.At(y)}l{Markup.At(-9 * beyond)} -5v10z\"/>";

    private static double Log(double ratio) => Math.Log(Math.Max(ratio, 0.01));

    private static IEnumerable<double> Ticks(double limit) =>
        ((double[])[0.25, 0.5, 0.67, 0.8, 0.9, 0.95, 1, 1.05, 1.1, 1.25, 1.5, 2, 4]).Where(tick => Math.Abs(Math.Log(tick)) <= limit && (limit < Math.Log(1.6) || tick is not (0.95 or 1.05 or 0.9 or 1.1)) && (limit < Math.Log(2.2) || tick is not (0.8 or 1.25)));
}
