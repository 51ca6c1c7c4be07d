using System.Globalization;

namespace Icd.Transition.Comparison.Html;

/// <summary>A series in both systems as lines over the years, with the break marked.</summary>
internal static class SeriesChart
{
    private const double Width = 460, Height = 230, Left = 58, Right = 64, Top = 14, Bottom = 30;

    public static string Draw(Series series, int breakYear, string id, Markup markup)
    {
        var values = series.Points.SelectMany(point => (long?[])[point.Old?.Value, point.New.Value]).OfType<long>().ToList();
        if (values.Count == 0 || series.Points.Count < 2) return "";
        var (step, top) = Scale(values.Max());
        var (first, last) = (series.Points[0].Year, series.Points[^1].Year);
        double X(double year) => Left + ((year - first) / Math.Max(1, last - first) * (Width - Left - Right));
        double Y(double value) => Height - Bottom - (value / top * (Height - Top - Bottom));
        var svg = new Page();
        svg.Append($"<svg class=\"series\" viewBox=\"0 0 {Markup.At(Width)} {Markup.At(Height)}\" role=\"img\" aria-labelledby=\"{id}\"><title id=\"{id}\">{Markup.Text(series.Title)}: {markup.Say("hendelser per år etter ICD-10 og ICD-11", "events a year by ICD-10 and ICD-11")}</title>");
        for (var value = 0.0; value <= top + (step / 2); value += step)
            svg.Append($"<line class=\"grid\" x1=\"{Markup.At(Left)}\" x2=\"{Markup.At(Width - Right)}\" y1=\"{Markup.At(Y(value))}\" y2=\"{Markup.At(Y(value))}\"/><text class=\"tick\" x=\"{Markup.At(Left - 6)}\" y=\"{Markup.At(Y(value) + 4)}\" text-anchor=\"end\">{markup.Number((long)value)}</text>");
        var every = Math.Max(1, (int)Math.Ceiling((last - first + 1) / 7.0));
        for (var year = first; year <= last; year += every)
            svg.Append($"<text class=\"tick\" x=\"{Markup.At(X(year))}\" y=\"{Markup.At(Height - 10)}\" text-anchor=\"middle\">{year.ToString(CultureInfo.InvariantCulture)}</text>");
        if (breakYear > first && breakYear <= last)
        {
            var x = Markup.At(X(breakYear - 0.5));
            svg.Append($"<line class=\"break\" x1=\"{x}\" x2=\"{x}\" y1=\"{Markup.At(Top)}\" y2=\"{Markup.At(Height - Bottom)}\"/><text class=\"break-label\" x=\"{x}\" y=\"{Markup.At(Top - 3)}\" text-anchor=\"middle\">{markup.Say("brudd", "break")} {breakYear.ToString(CultureInfo.InvariantCulture)}</text>");
        }

        // ICD-11 first: where the two agree, ICD-10 is on top and its dashes let the other show through.
        Line(svg, "new", [.. series.Points.Where(point => point.New.Value is not null).Select(point => (X(point.Year), Y(point.New.Value!.Value), point.Year, point.New.Value!.Value))], markup, "ICD-11");
        Line(svg, "old", [.. series.Points.Where(point => point.Old?.Value is not null).Select(point => (X(point.Year), Y(point.Old!.Value!.Value), point.Year, point.Old.Value!.Value))], markup, "ICD-10");
        Labels(svg, series, Y, X);
        return svg.Append("</svg>").ToString();
    }

    private static void Labels(Page svg, Series series, Func<double, double> y, Func<double, double> x)
    {
        var ends = new List<(string Class, string Text, double X, double Y)>();
        if (series.Points.LastOrDefault(point => point.Old?.Value is not null) is { } old) ends.Add(("old", "ICD-10", x(old.Year), y(old.Old!.Value!.Value)));
        if (series.Points.LastOrDefault(point => point.New.Value is not null) is { } now) ends.Add(("new", "ICD-11", x(now.Year), y(now.New.Value!.Value)));
        if (ends.Count == 2 && Math.Abs(ends[0].X - ends[1].X) < 1 && Math.Abs(ends[0].Y - ends[1].Y) < 14)
        {
            var middle = (ends[0].Y + ends[1].Y) / 2;
            var sign = ends[0].Y <= ends[1].Y ? -1 : 1;
            ends[0] = ends[0] with { Y = middle + (7 * sign) };
            ends[1] = ends[1] with { Y = middle - (7 * sign) };
        }

        foreach (var (name, text, atX, atY) in ends) svg.Append($"<text class=\"label {name}\" x=\"{Markup.At(atX + 8)}\" y=\"{Markup.At(atY + 4)}\">{text}</text>");
    }

    private static void Line(Page svg, string name, List<(double X, double Y, int Year, long Value)> points, Markup markup, string system)
    {
        // A year that is kept back or not there leaves a hole.
        var path = new Page();
        for (var i = 0; i < points.Count; i++) path.Append(i == 0 || points[i].Year - points[i - 1].Year > 1 ? "M" : "L").Append($"{Markup.At(points[i].X)} {Markup.At(points[i].Y)}");
        svg.Append($"<path class=\"line {name}\" d=\"{path}\"/>");
        foreach (var (x, y, year, value) in points)
        {
            svg.Append(name == "old" ? $"<circle class=\"{name}\" cx=\"{Markup.At(x)}\" cy=\"{Markup.At(y)}\" r=\"3\">" : $"<rect class=\"{name}\" x=\"{Markup.At(x - 3.5)}\" y=\"{Markup.At(y - 3.5)}\" width=\"7\" height=\"7\">");
            svg.Append($"<title>{system} {year.ToString(CultureInfo.InvariantCulture)}: {markup.Number(value)}</title>").Append(name == "old" ? "</circle>" : "</rect>");
        }
    }

    /// <summary>Three to six steps of 1, 2 or 5 times a power of ten, from nought.</summary>
    private static (double Step, double Top) Scale(long highest)
    {
        var rough = Math.Max(1, highest / 4.0);
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = ((double[])[1, 2, 5, 10]).First(factor => factor * power >= rough) * power;
        return (step, Math.Ceiling(Math.Max(1, highest) / step) * step);
    }
}
