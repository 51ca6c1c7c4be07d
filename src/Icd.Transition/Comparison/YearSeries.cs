using Icd.Transition.Groups;

namespace Icd.Transition.Comparison;

/// <summary>Chapters and groups by year, in the two systems.</summary>
internal sealed class YearSeries(ComparedEvents events, EventCells cells, IReadOnlyList<GroupDefinition> groups)
{
    /// <summary>Chapters and groups by year; nothing without years.</summary>
    public IEnumerable<Series> All()
    {
        var years = events.All.Select(row => row.Key.Year).Where(year => year != 0).Distinct().Order().ToList();
        if (years.Count == 0) yield break;
        foreach (var chapter in events.All.Where(row => row.Old is not null).Select(row => row.Old!.Units[0]).DistinctBy(unit => unit.Id).OrderBy(unit => unit.Order).Where(unit => Units.SuccessorsOf(unit.Id).Count > 0))
            yield return new(chapter.Id, chapter.Title, false, Points(years, year => $"year|{year}|old|{chapter.Id}", year => $"year|{year}|new|{chapter.Id}", $"old|Chapter|{chapter.Id}"));
        for (var i = 0; i < groups.Count; i++)
        {
            var at = i;
            yield return new(groups[i].Id, groups[i].Name.ToString(), true, Points(years, year => $"year|{year}|group|{at}|old", year => $"year|{year}|group|{at}|new", $"group|{at}|old"));
        }
    }

    private List<SeriesPoint> Points(List<int> years, Func<int, string> oldOf, Func<int, string> newOf, string total)
    {
        var points = years.Select(year => new SeriesPoint(
            year, events.All.Any(row => row.Key.Year == year && row.Old is not null) ? cells.Publish(oldOf(year)) : null, cells.Publish(newOf(year)))).ToList();
        // The years are the total's parts where the series are of the same rows.
        if (!events.IsRegistered) cells.AddUp(cells.Publish(total), [.. points.Where(point => point.Old is not null).Select(point => point.Old!)]);
        return points;
    }
}
