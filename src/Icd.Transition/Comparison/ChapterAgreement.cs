namespace Icd.Transition.Comparison;

/// <summary>How far what was registered in ICD-11 agrees with what the crosswalk makes of the ICD-10 code, chapter by chapter.</summary>
internal sealed class ChapterAgreement(ComparedEvents events, EventCells cells)
{
    /// <param name="disagreements">The pairs that are listed.</param>
    public Agreement? With(IEnumerable<Cause> disagreements)
    {
        if (!events.IsRegistered) return null;
        var chapters = events.Basis.SelectMany(row => (Unit[])[row.Old!.Target.Units[0], row.New.Units[0]]).DistinctBy(unit => unit.Id).OrderBy(unit => unit.Order).ToList();
        var counts = new long[chapters.Count, chapters.Count];
        var table = new List<IReadOnlyList<PublishedCount>>();
        for (var i = 0; i < chapters.Count; i++)
        {
            var row = new List<PublishedCount>();
            for (var j = 0; j < chapters.Count; j++)
            {
                var cell = $"matrix|{chapters[i].Id}|{chapters[j].Id}";
                counts[i, j] = cells.Peek(cell);
                row.Add(cells.Publish(cell));
            }

            table.Add(row);
        }

        for (var j = 0; j < chapters.Count; j++) cells.AddUp(cells.Publish($"new|Chapter|{chapters[j].Id}"), [.. table.Select(row => row[j])]);
        cells.AddUp(cells.Publish("all"), [.. table.SelectMany(row => row)]);
        return new(chapters, table, CohenKappa.Of(counts), [.. disagreements]);
    }
}
