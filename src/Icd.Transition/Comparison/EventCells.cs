using System.Globalization;
using Icd.Core.Expressions;
using Icd.Transition.Groups;

namespace Icd.Transition.Comparison;

/// <summary>Counts the events of a comparison into named cells, and keeps which of the published ones add up to which.</summary>
/// <param name="events">The events.</param>
/// <param name="groups">How many groups there are.</param>
/// <param name="suggestions">What was suggested for each group; empty where nothing is suggested.</param>
/// <param name="listedAs">The pairs of codes that are listed, each with its place.</param>
internal sealed class EventCells(ComparedEvents events, int groups, IReadOnlyList<SuggestedDefinition?> suggestions, IReadOnlyDictionary<(string Code, string Target), int> listedAs)
{
    private readonly CellTable _cells = new();
    private readonly List<(PublishedCount, List<PublishedCount>)> _sums = [];
    private readonly Dictionary<string, Dictionary<int, long>> _identities = new(StringComparer.Ordinal);

    /// <summary>A count that will be shown.</summary>
    public PublishedCount Publish(string cell) => _cells.Publish(cell);

    /// <summary>A count that nobody is shown.</summary>
    public long Peek(string cell) => _cells.Peek(cell);

    /// <summary>Says that parts add up to a total, as every reader of the report knows.</summary>
    public void AddUp(PublishedCount total, List<PublishedCount> parts) => _sums.Add((total, parts));

    /// <summary>Keeps back what is small, and what it could be worked out from.</summary>
    public void Suppress(int limit) => new Suppression(_cells.Sizes, _cells.Published, _sums, [.. _identities.Values], limit).Apply();

    /// <summary>Counts all events.</summary>
    public void Count()
    {
        foreach (var row in events.Basis) CountUnits(row);
        foreach (var row in events.ByYear) CountView(row, "year", row.Key.Year.ToString(CultureInfo.InvariantCulture));
        foreach (var row in events.BySex) CountView(row, "sex", row.Key.Sex);
        foreach (var row in events.ByAge) CountView(row, "age", row.Key.Age);
    }

    private void CountUnits(ComparedEvent row)
    {
        var (old, now) = (row.Old!, row.New);
        var listed = listedAs.GetValueOrDefault((old.Text, now.Text), -1);
        var suggested = SuggestedFor(now);
        var key = $"{Coarse(row)}|{old.Units[2].Id}|{now.Units[2].Id}|{old.Target.Units[0].Id}|{listed}|{string.Join(',', suggested)}";
        var atom = _cells.Atom(key, row.Count);
        // The same rows are parted again by year, sex and age: that both partings are of the same rows is known to everybody.
        foreach (var view in Views(row)) Identity($"{view}|{Coarse(row)}", atom, 1);
        Add("all", atom, row);
        foreach (var level in Units.Levels)
        {
            var (from, to) = (old.Units[(int)level], now.Units[(int)level]);
            Add($"old|{level}|{from.Id}", atom, row);
            Add($"new|{level}|{to.Id}", atom, row);
            Add($"flow|{level}|{from.Id}|{to.Id}", atom, row);
        }

        foreach (var chapter in Units.ChaptersOf(now.Units[0].Id))
        {
            Add($"successor|{chapter}", atom, row);
            if (chapter == old.Units[0].Id) Add($"kept|{chapter}", atom, row);
        }

        for (var i = 0; i < groups; i++) AddGroup($"group|{i}", atom, row, GroupSet.Has(old.Groups, i), GroupSet.Has(now.Groups, i));
        for (var i = 0; i < suggestions.Count; i++) AddGroup($"suggestion|{i}", atom, row, GroupSet.Has(old.Groups, i), suggested[i] == '1');
        if (listed >= 0) Add($"listed|{old.Text}|{now.Text}", atom, row);
        if (events.IsRegistered) Add($"matrix|{old.Target.Units[0].Id}|{now.Units[0].Id}", atom, row);
    }

    /// <summary>Adds a row to the cells of one more variable; chapters and groups only.</summary>
    private void CountView(ComparedEvent row, string variable, string value)
    {
        var isBasis = events.IsBasis(row);
        var atom = _cells.Atom($"{variable}|{value}|{isBasis}|{Coarse(row)}", row.Count);
        if (isBasis) Identity($"{variable}|{Coarse(row)}", atom, -1);
        if (variable == "year")
        {
            if (row.Old is not null) Add($"year|{value}|old|{row.Old.Units[0].Id}", atom, row);
            foreach (var chapter in Units.ChaptersOf(row.New.Units[0].Id)) Add($"year|{value}|new|{chapter}", atom, row);
        }

        for (var i = 0; i < groups; i++) AddGroup($"{variable}|{value}|group|{i}", atom, row, row.Old is not null && GroupSet.Has(row.Old.Groups, i), GroupSet.Has(row.New.Groups, i));
    }

    private string SuggestedFor(NewCode code) => string.Concat(suggestions.Select(suggestion =>
        suggestion is { } found && code.Text.Length > 0 && found.Set.Contains(0, ClusterExpression.Parse(code.Text)) ? '1' : '0'));

    private static IEnumerable<string> Views(ComparedEvent row)
    {
        if (row.Key.Year != 0) yield return "year";
        if (row.Key.Sex.Length > 0) yield return "sex";
        if (row.Key.Age.Length > 0) yield return "age";
    }

    private void Identity(string key, int atom, long sign)
    {
        if (!_identities.TryGetValue(key, out var terms)) _identities[key] = terms = [];
        terms[atom] = sign;
    }

    /// <summary>What all views part the rows by; rows without a value of a view are parted from those with one.</summary>
    private static string Coarse(ComparedEvent row) =>
        $"{row.Old?.Units[0].Id}>{row.New.Units[0].Id}|{Set(row.Old?.Groups)}>{Set(row.New.Groups)}|{(row.Key.Year != 0 ? 'y' : '-')}{(row.Key.Sex.Length > 0 ? 's' : '-')}{(row.Key.Age.Length > 0 ? 'a' : '-')}";

    private static string Set(ulong[]? words) => words is null ? "" : string.Join(',', words);

    private void AddGroup(string name, int atom, ComparedEvent row, bool isOld, bool isNew)
    {
        if (isOld) Add($"{name}|old", atom, row);
        if (isNew) Add($"{name}|new", atom, row);
        if (isOld && isNew) Add($"{name}|both", atom, row);
        else if (isOld) Add($"{name}|only-old", atom, row);
        else if (isNew) Add($"{name}|only-new", atom, row);
    }

    private void Add(string cell, int atom, ComparedEvent row) => _cells.Add(cell, atom, row.Count);
}
