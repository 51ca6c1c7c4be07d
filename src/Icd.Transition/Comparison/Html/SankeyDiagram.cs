namespace Icd.Transition.Comparison.Html;

/// <summary>Chapters of ICD-10 on the left, of ICD-11 on the right, events flowing between them; flows that change the subject stand out.</summary>
internal static class SankeyDiagram
{
    private const double Left = 375, Right = 625, Width = 1000, NodeWidth = 12, Gap = 7, Room = 620, LabelHeight = 15;

    public static string Draw(IReadOnlyList<UnitComparison> chapters, Markup markup)
    {
        var flows = chapters.SelectMany(chapter => chapter.Flows.Select(flow => (From: chapter.Unit, flow.To, Events: flow.Events.Value ?? 0))).Where(flow => flow.Events > 0).ToList();
        var total = flows.Sum(flow => flow.Events);
        if (total == 0) return "";
        var scale = Room / total;
        var sources = Place([.. flows.GroupBy(flow => flow.From).Select(same => (same.Key, same.Sum(flow => flow.Events))).OrderBy(node => node.Key.Order)], scale);
        var targets = Place([.. flows.GroupBy(flow => flow.To).Select(same => (same.Key, same.Sum(flow => flow.Events))).OrderBy(node => node.Key.Order)], scale);
        var height = Math.Max(sources[^1].Bottom, targets[^1].Bottom) + 30;
        var svg = new Page();
        svg.Append($"<svg class=\"sankey\" viewBox=\"0 0 {Markup.At(Width)} {Markup.At(height)}\" role=\"img\" aria-labelledby=\"sankey-title sankey-text\"><title id=\"sankey-title\">");
        svg.Append(markup.Say("Flyt fra ICD-10-kapitler til ICD-11-kapitler", "Flow from ICD-10 chapters to ICD-11 chapters")).Append("</title><desc id=\"sankey-text\">");
        svg.Append(markup.Say("De samme tallene står i tabellen under figuren.", "The same numbers are in the table below the figure.")).Append("</desc>");
        svg.Append($"<text class=\"head\" x=\"{Markup.At(Left)}\" y=\"12\" text-anchor=\"end\">ICD-10</text><text class=\"head\" x=\"{Markup.At(Right)}\" y=\"12\">ICD-11</text>");
        var (leaving, entering) = (sources.ToDictionary(node => node.Unit, node => node.Top), targets.ToDictionary(node => node.Unit, node => node.Top));
        foreach (var (from, to, events) in flows.OrderBy(flow => flow.From.Order).ThenBy(flow => flow.To.Order))
        {
            var thickness = events * scale;
            var (y0, y1) = (leaving[from] + (thickness / 2), entering[to] + (thickness / 2));
            (leaving[from], entering[to]) = (leaving[from] + thickness, entering[to] + thickness);
            var (x0, x1, middle) = (Left + NodeWidth, Right - NodeWidth, (Left + Right) / 2);
            var moves = !Units.SuccessorsOf(from.Id).Contains(to.Id);
            svg.Append($"<path class=\"{(moves ? "moves" : "stays")}\" d=\"M{Markup.At(x0)} {Markup.At(y0)}C{Markup.At(middle)} {Markup.At(y0)} {Markup.At(middle)} {Markup.At(y1)} {Markup.At(x1)} {Markup.At(y1)}\" stroke-width=\"{Markup.At(Math.Max(0.7, thickness))}\">");
            svg.Append($"<title>{Markup.Text($"{from.Id} {from.Title} → {to.Id} {to.Title}")}: {markup.Number(events)}</title></path>");
        }

        foreach (var node in sources) Node(svg, node, Left, isLeft: true, markup);
        foreach (var node in targets) Node(svg, node, Right - NodeWidth, isLeft: false, markup);
        return svg.Append("</svg>").ToString();
    }

    /// <summary>Nodes below each other, at least as far apart as their labels need.</summary>
    private static List<(Unit Unit, long Events, double Top, double Bottom)> Place(List<(Unit Unit, long Events)> nodes, double scale)
    {
        var placed = new List<(Unit, long, double, double)>();
        var at = 24.0;
        foreach (var (unit, events) in nodes)
        {
            var thickness = Math.Max(1, events * scale);
            var room = Math.Max(thickness, LabelHeight);
            var top = at + ((room - thickness) / 2);
            placed.Add((unit, events, top, top + thickness));
            at += room + Gap;
        }

        return placed;
    }

    private static void Node(Page svg, (Unit Unit, long Events, double Top, double Bottom) node, double x, bool isLeft, Markup markup)
    {
        var (at, anchor) = isLeft ? (x - 8, "end") : (x + NodeWidth + 8, "start");
        svg.Append($"<rect x=\"{Markup.At(x)}\" y=\"{Markup.At(node.Top)}\" width=\"{Markup.At(NodeWidth)}\" height=\"{Markup.At(node.Bottom - node.Top)}\"/>");
        svg.Append($"<text x=\"{Markup.At(at)}\" y=\"{Markup.At(((node.Top + node.Bottom) / 2) + 4)}\" text-anchor=\"{anchor}\"><tspan class=\"id\">{Markup.Text(node.Unit.Id == "-" ? "–" : node.Unit.Id)}</tspan> {Markup.Text(Markup.Short(node.Unit.Id == "-" ? markup.Say("uten mål", "no target") : node.Unit.Title, 36))} <tspan class=\"n\">{markup.Number(node.Events)}</tspan></text>");
    }
}
