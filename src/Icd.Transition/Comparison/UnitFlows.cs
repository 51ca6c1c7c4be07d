namespace Icd.Transition.Comparison;

/// <summary>Where the events of chapters, blocks and categories of one system are in the other.</summary>
internal sealed class UnitFlows(ComparedEvents events, EventCells cells)
{
    /// <summary>The share from which on a change is said.</summary>
    private const double Noted = 0.05;

    /// <summary>The units of ICD-10 at a level, by what they become.</summary>
    public IEnumerable<UnitComparison> Forward(UnitLevel level)
    {
        var byUnit = events.Basis.GroupBy(row => row.Old!.Units[(int)level].Id, StringComparer.Ordinal).Select(rows => (Unit: rows.First().Old!.Units[(int)level], Rows: rows.ToList())).OrderBy(pair => pair.Unit.Order).ToList();
        foreach (var (unit, rows) in byUnit)
        {
            var counted = cells.Publish($"old|{level}|{unit.Id}");
            var flows = Flows(rows.Select(row => row.New.Units[(int)level]), to => $"flow|{level}|{unit.Id}|{to.Id}");
            cells.AddUp(counted, [.. flows.Select(flow => flow.Events)]);
            var successors = Units.SuccessorsOf(unit.Id);
            var (counterpart, counterpartEvents, both) = level == UnitLevel.Chapter && successors.Count > 0
                ? (string.Join(" ", successors), cells.Publish($"successor|{unit.Id}"), cells.Publish($"kept|{unit.Id}"))
                : (flows[0].To.Id, cells.Publish($"new|{level}|{flows[0].To.Id}"), flows[0].Events);
            yield return new(level, unit, counted, flows, counterpart, counterpartEvents, both, Changes(level, rows, flows, counterpartEvents.Actual - both.Actual, counterpartEvents.Actual));
        }

        SumUp(level, "old", [.. byUnit.Select(pair => pair.Unit)], unit => byUnit.First(pair => pair.Unit.Id == unit.Id).Rows[0].Old!.Units);
    }

    /// <summary>The units of ICD-11 at a level, by what they were.</summary>
    public IEnumerable<UnitComparison> Back(UnitLevel level)
    {
        var byUnit = events.Basis.GroupBy(row => row.New.Units[(int)level].Id, StringComparer.Ordinal).Select(rows => (Unit: rows.First().New.Units[(int)level], Rows: rows.ToList())).OrderBy(pair => pair.Unit.Order).ToList();
        foreach (var (unit, rows) in byUnit)
        {
            var counted = cells.Publish($"new|{level}|{unit.Id}");
            var flows = Flows(rows.Select(row => row.Old!.Units[(int)level]), from => $"flow|{level}|{from.Id}|{unit.Id}");
            cells.AddUp(counted, [.. flows.Select(flow => flow.Events)]);
            var main = flows[0];
            var changes = (Share(flows.Skip(1).Sum(flow => flow.Events.Actual), counted.Actual) ? UnitChanges.Splits : 0) | (unit.Id == "-" ? UnitChanges.NoTarget : 0);
            yield return new(level, unit, counted, flows, main.To.Id, cells.Publish($"old|{level}|{main.To.Id}"), main.Events, changes);
        }

        SumUp(level, "new", [.. byUnit.Select(pair => pair.Unit)], unit => byUnit.First(pair => pair.Unit.Id == unit.Id).Rows[0].New.Units);
    }

    /// <summary>The units of a level add up to the units of the level above, chapters to all events.</summary>
    private void SumUp(UnitLevel level, string side, List<Unit> units, Func<Unit, Unit[]> pathOf)
    {
        if (level == UnitLevel.Chapter) cells.AddUp(cells.Publish("all"), [.. units.Select(unit => cells.Publish($"{side}|{level}|{unit.Id}"))]);
        else
        {
            foreach (var above in units.GroupBy(unit => pathOf(unit)[(int)level - 1].Id, StringComparer.Ordinal))
                cells.AddUp(cells.Publish($"{side}|{level - 1}|{above.Key}"), [.. above.Select(unit => cells.Publish($"{side}|{level}|{unit.Id}"))]);
        }
    }

    private List<Flow> Flows(IEnumerable<Unit> units, Func<Unit, string> cellOf) =>
        [.. units.DistinctBy(unit => unit.Id).Select(unit => new Flow(unit, cells.Publish(cellOf(unit)))).OrderByDescending(flow => flow.Events.Actual).ThenBy(flow => flow.To.Order)];

    private static UnitChanges Changes(UnitLevel level, List<ComparedEvent> rows, List<Flow> flows, long fromOthers, long counterpart)
    {
        var all = rows.Sum(row => row.Count);
        bool Has(Func<ComparedEvent, bool> test) => Share(rows.Where(test).Sum(row => row.Count), all);
        return (Share(flows.Skip(1).Sum(flow => flow.Events.Actual), all) ? UnitChanges.Splits : 0)
            | (Share(fromOthers, counterpart) ? UnitChanges.Merges : 0)
            | (Has(Moves) ? UnitChanges.MovesChapter : 0)
            | (Has(row => row.Old!.LosesDetail) ? UnitChanges.LosesDetail : 0)
            | (level == UnitLevel.Chapter ? 0 : Has(row => row.Old!.IsAmbiguous) ? UnitChanges.Ambiguous : 0)
            | (Has(row => row.New.Text.Length == 0) ? UnitChanges.NoTarget : 0);
    }

    private static bool Share(long part, long all) => all > 0 && part >= Noted * all && part > 0;

    private static bool Moves(ComparedEvent row) => row.New.Text.Length > 0 && !Units.SuccessorsOf(row.Old!.Units[0].Id).Contains(row.New.Units[0].Id);
}
