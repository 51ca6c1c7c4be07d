using System.Globalization;
using Icd.Core.Expressions;
using Icd.Mapping;
using Icd.Transition.Groups;

namespace Icd.Transition.Comparison;

/// <summary>Compares how events are counted in ICD-10 and ICD-11.</summary>
/// <remarks><c>docs/compare.md</c> says what is computed and how.</remarks>
public sealed class SeriesComparison
{
    private const double Noted = 0.05;
    private static readonly UnitLevel[] Levels = Enum.GetValues<UnitLevel>();

    private readonly Crosswalk _crosswalk;
    private readonly ComparisonOptions _options;
    private readonly EventCoding _coding;
    private readonly CellTable _cells = new();
    private readonly List<(PublishedCount, List<PublishedCount>)> _sums = [];
    private readonly List<Event> _events = [];
    private readonly List<Event> _basis;
    private readonly bool _isRegistered;
    private readonly List<string> _sexes, _ages;
    private readonly List<GroupDefinition> _groups;
    private readonly List<(IReadOnlyList<string> Terms, GroupSet Set)?> _suggestions = [];
    private readonly Dictionary<(string Code, string Target), int> _listed = [];

    private SeriesComparison(EventTable table, Crosswalk crosswalk, ComparisonOptions options)
    {
        (_crosswalk, _options) = (crosswalk, options);
        _coding = new(crosswalk, options);
        _groups = [.. options.Groups?.Groups ?? []];
        foreach (var (key, count) in table.Counts)
        {
            var old = key.Icd10 == default ? null : _coding.Of(key.Icd10);
            if (count > 0) _events.Add(new(key, count, old, key.Icd11.Length > 0 ? _coding.Of(key.Icd11) : old!.Target));
        }

        _isRegistered = _events.Exists(row => row.IsRegisteredTwice);
        _sexes = [.. _events.Where(IsBasis).Select(row => row.Key.Sex).Where(value => value.Length > 0).Distinct().Order(StringComparer.Ordinal)];
        _ages = [.. _events.Where(IsBasis).Select(row => row.Key.Age).Where(value => value.Length > 0).Distinct().Order(StringComparer.Ordinal)];
        _basis = Merged(_events.Where(IsBasis), key => key with { Year = Math.Sign(key.Year), Sex = Presence(key.Sex), Age = Presence(key.Age) });
    }

    private bool IsBasis(Event row) => _isRegistered ? row.IsRegisteredTwice : row.Old is not null;

    /// <summary>Rows that differ in nothing but what is not asked about, as one.</summary>
    private static List<Event> Merged(IEnumerable<Event> rows, Func<EventKey, EventKey> keep) =>
        [.. rows.GroupBy(row => keep(row.Key)).Select(same => same.First() with { Key = same.Key, Count = same.Sum(row => row.Count) })];

    private static string Presence(string value) => value.Length > 0 ? "+" : "";

    /// <summary>Compares the events of a table.</summary>
    /// <param name="table">The events.</param>
    /// <param name="crosswalk">What ICD-10 codes become.</param>
    /// <param name="options">What the report is to have.</param>
    public static ComparisonReport Run(EventTable table, Crosswalk crosswalk, ComparisonOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(crosswalk);
        return new SeriesComparison(table, crosswalk, options ?? new()).Report(table);
    }

    private ComparisonReport Report(EventTable table)
    {
        var (causes, disagreements) = (FindCauses(), FindDisagreements());
        foreach (var cause in causes.Concat(disagreements)) _listed.TryAdd((cause.Old.Text, cause.New.Text), _listed.Count);
        Suggest();
        Count();
        var report = new ComparisonReport(
            _crosswalk.Edition.Key.ToString(), _crosswalk.Release.Key.ToString(), _isRegistered, _cells.Publish("all"), table.Rows, table.RejectedRows, table.Rejected, UnknownCodes(), BreakYear(),
            _options.SuppressBelow > 1 ? _options.SuppressBelow : 0,
            [.. Levels.SelectMany(Forward)], [.. Levels.SelectMany(Back)], [.. _groups.Select((_, i) => Group(i))], [.. SeriesOf()], [.. causes.Select(Cause)], AgreementOf(disagreements));
        if (_options.SuppressBelow <= 1) return report;
        new Suppression(_cells.Sizes, _cells.Published, _sums, [.. _identities.Values], _options.SuppressBelow).Apply();
        return WithoutKeptBack(report);
    }

    private static ComparisonReport WithoutKeptBack(ComparisonReport report) => report with
    {
        UnknownCodes = [.. report.UnknownCodes.Select(text => text.Split(' ')[0])],
        Rejected = [],
        // What a count's size led to would tell of it.
        Forward = [.. report.Forward.Select(Quiet)],
        Back = [.. report.Back.Select(Quiet)],
        Groups = [.. report.Groups.Select(group => group with { Lowest = null, Highest = null, Suggestion = group.Suggestion is { } found && found.Both.IsSuppressed ? found with { Terms = [] } : group.Suggestion })],
        Causes = [.. report.Causes.Where(cause => !cause.Events.IsSuppressed)],
        Agreement = report.Agreement is null ? null : report.Agreement with
        {
            Disagreements = [.. report.Agreement.Disagreements.Where(cause => !cause.Events.IsSuppressed)],
            Kappa = report.Agreement.Kappa with
            {
                Kappa = report.Agreement.Kappa.Kappa is { } kappa ? new(Math.Round(kappa.Value, 2), Math.Round(kappa.Low, 2), Math.Round(kappa.High, 2)) : null,
                Observed = Math.Round(report.Agreement.Kappa.Observed, 2),
                Expected = Math.Round(report.Agreement.Kappa.Expected, 2),
            },
        },
    };

    private static UnitComparison Quiet(UnitComparison unit) => unit.Events.IsSuppressed || unit.Flows.Any(flow => flow.Events.IsSuppressed)
        ? unit with { Changes = UnitChanges.None, Flows = [.. unit.Flows.OrderBy(flow => flow.To.Order)] }
        : unit;

    // ---- counting

    private readonly Dictionary<string, Dictionary<int, long>> _identities = new(StringComparer.Ordinal);

    private void Count()
    {
        foreach (var row in _basis) CountUnits(row);
        foreach (var row in Merged(_events, key => key with { Sex = Presence(key.Sex), Age = Presence(key.Age) }).Where(row => row.Key.Year != 0)) CountView(row, "year", row.Key.Year.ToString(CultureInfo.InvariantCulture));
        foreach (var row in Merged(_events.Where(IsBasis), key => key with { Year = Math.Sign(key.Year), Age = Presence(key.Age) }).Where(row => row.Key.Sex.Length > 0)) CountView(row, "sex", row.Key.Sex);
        foreach (var row in Merged(_events.Where(IsBasis), key => key with { Year = Math.Sign(key.Year), Sex = Presence(key.Sex) }).Where(row => row.Key.Age.Length > 0)) CountView(row, "age", row.Key.Age);
    }

    private void CountUnits(Event row)
    {
        var (old, now) = (row.Old!, row.New);
        var listed = _listed.GetValueOrDefault((old.Text, now.Text), -1);
        var suggested = SuggestedFor(now);
        var key = $"{Coarse(row)}|{old.Units[2].Id}|{now.Units[2].Id}|{old.Target.Units[0].Id}|{listed}|{string.Join(',', suggested)}";
        var atom = _cells.Atom(key, row.Count);
        // The same rows are parted again by year, sex and age: that both partings are of the same rows is known to everybody.
        foreach (var view in Views(row)) Identity($"{view}|{Coarse(row)}", atom, 1);
        Add("all", atom, row);
        foreach (var level in Levels)
        {
            var (from, to) = (old.Units[(int)level], now.Units[(int)level]);
            Add($"old|{level}|{from.Id}", atom, row);
            Add($"new|{level}|{to.Id}", atom, row);
            Add($"flow|{level}|{from.Id}|{to.Id}", atom, row);
        }

        foreach (var chapter in SuccessorOf(now.Units[0].Id))
        {
            Add($"successor|{chapter}", atom, row);
            if (chapter == old.Units[0].Id) Add($"kept|{chapter}", atom, row);
        }

        for (var i = 0; i < _groups.Count; i++) AddGroup($"group|{i}", atom, row, GroupSet.Has(old.Groups, i), GroupSet.Has(Words(now), i));
        for (var i = 0; i < _suggestions.Count; i++) AddGroup($"suggestion|{i}", atom, row, GroupSet.Has(old.Groups, i), suggested[i] == '1');
        if (listed >= 0) Add($"listed|{old.Text}|{now.Text}", atom, row);
        if (_isRegistered) Add($"matrix|{old.Target.Units[0].Id}|{now.Units[0].Id}", atom, row);
    }

    /// <summary>Adds a row to the cells of one more variable; chapters and groups only.</summary>
    private void CountView(Event row, string variable, string value)
    {
        var isBasis = IsBasis(row);
        var atom = _cells.Atom($"{variable}|{value}|{isBasis}|{Coarse(row)}", row.Count);
        if (isBasis) Identity($"{variable}|{Coarse(row)}", atom, -1);
        if (variable == "year")
        {
            if (row.Old is not null) Add($"year|{value}|old|{row.Old.Units[0].Id}", atom, row);
            foreach (var chapter in SuccessorOf(row.New.Units[0].Id)) Add($"year|{value}|new|{chapter}", atom, row);
        }

        for (var i = 0; i < _groups.Count; i++) AddGroup($"{variable}|{value}|group|{i}", atom, row, row.Old is not null && GroupSet.Has(row.Old.Groups, i), GroupSet.Has(Words(row.New), i));
    }

    private ulong[] Words(NewCode code) => code.Groups.Length > 0 ? code.Groups : new ulong[_options.Groups?.Words ?? 1];

    private string SuggestedFor(NewCode code) => string.Concat(_suggestions.Select(suggestion =>
        suggestion is { } found && code.Text.Length > 0 && found.Set.Contains(0, ClusterExpression.Parse(code.Text)) ? '1' : '0'));

    private static IEnumerable<string> Views(Event row)
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
    private static string Coarse(Event row) =>
        $"{row.Old?.Units[0].Id}>{row.New.Units[0].Id}|{Set(row.Old?.Groups)}>{Set(row.New.Groups)}|{(row.Key.Year != 0 ? 'y' : '-')}{(row.Key.Sex.Length > 0 ? 's' : '-')}{(row.Key.Age.Length > 0 ? 'a' : '-')}";

    private static string Set(ulong[]? words) => words is null ? "" : string.Join(',', words);

    private void AddGroup(string name, int atom, Event row, bool isOld, bool isNew)
    {
        if (isOld) Add($"{name}|old", atom, row);
        if (isNew) Add($"{name}|new", atom, row);
        if (isOld && isNew) Add($"{name}|both", atom, row);
        else if (isOld) Add($"{name}|only-old", atom, row);
        else if (isNew) Add($"{name}|only-new", atom, row);
    }

    private void Add(string cell, int atom, Event row) => _cells.Add(cell, atom, row.Count);

    private static IEnumerable<string> SuccessorOf(string chapter11) => Units.ChaptersOf(chapter11);

    // ---- units

    private IEnumerable<UnitComparison> Forward(UnitLevel level)
    {
        var byUnit = _basis.GroupBy(row => row.Old!.Units[(int)level].Id, StringComparer.Ordinal).Select(rows => (Unit: rows.First().Old!.Units[(int)level], Rows: rows.ToList())).OrderBy(pair => pair.Unit.Order).ToList();
        foreach (var (unit, rows) in byUnit)
        {
            var events = _cells.Publish($"old|{level}|{unit.Id}");
            var flows = Flows(rows.Select(row => row.New.Units[(int)level]), to => $"flow|{level}|{unit.Id}|{to.Id}");
            _sums.Add((events, [.. flows.Select(flow => flow.Events)]));
            var successors = Units.SuccessorsOf(unit.Id);
            var (counterpart, counterpartEvents, both) = level == UnitLevel.Chapter && successors.Count > 0
                ? (string.Join(" ", successors), _cells.Publish($"successor|{unit.Id}"), _cells.Publish($"kept|{unit.Id}"))
                : (flows[0].To.Id, _cells.Publish($"new|{level}|{flows[0].To.Id}"), flows[0].Events);
            yield return new(level, unit, events, flows, counterpart, counterpartEvents, both, Changes(level, rows, flows, counterpartEvents.Actual - both.Actual, counterpartEvents.Actual));
        }

        SumUp(level, "old", [.. byUnit.Select(pair => pair.Unit)], unit => byUnit.First(pair => pair.Unit.Id == unit.Id).Rows[0].Old!.Units);
    }

    private IEnumerable<UnitComparison> Back(UnitLevel level)
    {
        var byUnit = _basis.GroupBy(row => row.New.Units[(int)level].Id, StringComparer.Ordinal).Select(rows => (Unit: rows.First().New.Units[(int)level], Rows: rows.ToList())).OrderBy(pair => pair.Unit.Order).ToList();
        foreach (var (unit, rows) in byUnit)
        {
            var events = _cells.Publish($"new|{level}|{unit.Id}");
            var flows = Flows(rows.Select(row => row.Old!.Units[(int)level]), from => $"flow|{level}|{from.Id}|{unit.Id}");
            _sums.Add((events, [.. flows.Select(flow => flow.Events)]));
            var main = flows[0];
            var changes = (Share(flows.Skip(1).Sum(flow => flow.Events.Actual), events.Actual) ? UnitChanges.Splits : 0) | (unit.Id == "-" ? UnitChanges.NoTarget : 0);
            yield return new(level, unit, events, flows, main.To.Id, _cells.Publish($"old|{level}|{main.To.Id}"), main.Events, changes);
        }

        SumUp(level, "new", [.. byUnit.Select(pair => pair.Unit)], unit => byUnit.First(pair => pair.Unit.Id == unit.Id).Rows[0].New.Units);
    }

    /// <summary>The units of a level add up to the units of the level above, chapters to all events.</summary>
    private void SumUp(UnitLevel level, string side, List<Unit> units, Func<Unit, Unit[]> pathOf)
    {
        if (level == UnitLevel.Chapter) _sums.Add((_cells.Publish("all"), [.. units.Select(unit => _cells.Publish($"{side}|{level}|{unit.Id}"))]));
        else
        {
            foreach (var above in units.GroupBy(unit => pathOf(unit)[(int)level - 1].Id, StringComparer.Ordinal))
                _sums.Add((_cells.Publish($"{side}|{level - 1}|{above.Key}"), [.. above.Select(unit => _cells.Publish($"{side}|{level}|{unit.Id}"))]));
        }
    }

    private List<Flow> Flows(IEnumerable<Unit> units, Func<Unit, string> cellOf) =>
        [.. units.DistinctBy(unit => unit.Id).Select(unit => new Flow(unit, _cells.Publish(cellOf(unit)))).OrderByDescending(flow => flow.Events.Actual).ThenBy(flow => flow.To.Order)];

    private static UnitChanges Changes(UnitLevel level, List<Event> rows, List<Flow> flows, long fromOthers, long counterpart)
    {
        var all = rows.Sum(row => row.Count);
        bool Has(Func<Event, bool> test) => Share(rows.Where(test).Sum(row => row.Count), all);
        return (Share(flows.Skip(1).Sum(flow => flow.Events.Actual), all) ? UnitChanges.Splits : 0)
            | (Share(fromOthers, counterpart) ? UnitChanges.Merges : 0)
            | (Has(Moves) ? UnitChanges.MovesChapter : 0)
            | (Has(row => row.Old!.LosesDetail) ? UnitChanges.LosesDetail : 0)
            | (level == UnitLevel.Chapter ? 0 : Has(row => row.Old!.IsAmbiguous) ? UnitChanges.Ambiguous : 0)
            | (Has(row => row.New.Text.Length == 0) ? UnitChanges.NoTarget : 0);
    }

    private static bool Share(long part, long all) => all > 0 && part >= Noted * all && part > 0;

    private static bool Moves(Event row) => row.New.Text.Length > 0 && !Units.SuccessorsOf(row.Old!.Units[0].Id).Contains(row.New.Units[0].Id);

    // ---- groups

    private GroupComparison Group(int at)
    {
        var name = $"group|{at}";
        var (old, now, both, onlyOld, onlyNew) = (_cells.Publish($"{name}|old"), _cells.Publish($"{name}|new"), _cells.Publish($"{name}|both"), _cells.Publish($"{name}|only-old"), _cells.Publish($"{name}|only-new"));
        _sums.Add((old, [both, onlyOld]));
        _sums.Add((now, [both, onlyNew]));
        var strata = new List<Stratum>();
        foreach (var (variable, values) in ((string, IEnumerable<string>)[])[("sex", _sexes), ("age", _ages)])
        {
            var own = values.Select(value => new Stratum(
                variable, value, _cells.Publish($"{variable}|{value}|{name}|old"), _cells.Publish($"{variable}|{value}|{name}|new"), _cells.Publish($"{variable}|{value}|{name}|both"))).ToList();
            if (own.Count == 0) continue;
            _sums.Add((old, [.. own.Select(stratum => stratum.Old)]));
            _sums.Add((now, [.. own.Select(stratum => stratum.New)]));
            _sums.Add((both, [.. own.Select(stratum => stratum.Both)]));
            foreach (var stratum in own)
            {
                // The rest of a stratum beyond what both have is not shown but follows; it is as small a cell as any.
                _sums.Add((stratum.Old, [stratum.Both, _cells.Publish($"{variable}|{stratum.Value}|{name}|only-old")]));
                _sums.Add((stratum.New, [stratum.Both, _cells.Publish($"{variable}|{stratum.Value}|{name}|only-new")]));
            }

            strata.AddRange(own);
        }

        var (lowest, highest) = Bounds(at, old.Actual);
        return new(_groups[at], old, now, both, onlyOld, onlyNew, lowest, highest, strata, SuggestionOf(at));
    }

    /// <summary>The ratio with each code that may be something else counted against or for the group.</summary>
    private (double?, double?) Bounds(int at, long old)
    {
        if (_isRegistered || old == 0) return (null, null);
        long least = 0, most = 0;
        foreach (var row in _basis)
        {
            var targets = row.Old!.Others.Prepend(row.New).Select(target => GroupSet.Has(Words(target), at)).ToList();
            if (targets.TrueForAll(isIn => isIn)) least += row.Count;
            if (targets.Contains(true)) most += row.Count;
        }

        return ((double)least / old, (double)most / old);
    }

    private void Suggest()
    {
        if (!_isRegistered) return;
        var suggester = new GroupSuggester(_crosswalk.Validator.Axes, _crosswalk.Edition, _options.SuppressBelow);
        for (var i = 0; i < _groups.Count; i++)
        {
            var group = i;
            _suggestions.Add(_groups[i].Icd10.Count == 0 ? null : suggester.Of(_groups[i], _basis.Select(row => (row.New, row.Count, GroupSet.Has(row.Old!.Groups, group)))));
        }
    }

    private GroupSuggestion? SuggestionOf(int at)
    {
        if (at >= _suggestions.Count || _suggestions[at] is not { } suggestion) return null;
        var name = $"suggestion|{at}";
        var (old, now, both) = (_cells.Publish($"{name}|old"), _cells.Publish($"{name}|new"), _cells.Publish($"{name}|both"));
        _sums.Add((old, [both, _cells.Publish($"{name}|only-old")]));
        _sums.Add((now, [both, _cells.Publish($"{name}|only-new")]));
        return new(suggestion.Terms, old, now, both);
    }

    // ---- series

    private IEnumerable<Series> SeriesOf()
    {
        var years = _events.Select(row => row.Key.Year).Where(year => year != 0).Distinct().Order().ToList();
        if (years.Count == 0) yield break;
        foreach (var chapter in _events.Where(row => row.Old is not null).Select(row => row.Old!.Units[0]).DistinctBy(unit => unit.Id).OrderBy(unit => unit.Order).Where(unit => Units.SuccessorsOf(unit.Id).Count > 0))
            yield return new(chapter.Id, chapter.Title, false, Points(years, year => $"year|{year}|old|{chapter.Id}", year => $"year|{year}|new|{chapter.Id}", $"old|Chapter|{chapter.Id}"));
        for (var i = 0; i < _groups.Count; i++)
        {
            var at = i;
            yield return new(_groups[i].Id, _groups[i].Name.ToString(), true, Points(years, year => $"year|{year}|group|{at}|old", year => $"year|{year}|group|{at}|new", $"group|{at}|old"));
        }
    }

    private List<SeriesPoint> Points(List<int> years, Func<int, string> oldOf, Func<int, string> newOf, string total)
    {
        var points = years.Select(year => new SeriesPoint(
            year, _events.Exists(row => row.Key.Year == year && row.Old is not null) ? _cells.Publish(oldOf(year)) : null, _cells.Publish(newOf(year)))).ToList();
        // The years are the total's parts where the series are of the same rows.
        if (!_isRegistered) _sums.Add((_cells.Publish(total), [.. points.Where(point => point.Old is not null).Select(point => point.Old!)]));
        return points;
    }

    private int BreakYear()
    {
        if (_options.BreakYear != 0) return _options.BreakYear;
        return _events.Where(row => row.Old is null && row.Key.Year != 0).Select(row => row.Key.Year).DefaultIfEmpty(0).Min();
    }

    // ---- causes

    private List<(OldCode Old, NewCode New, long Count)> FindCauses() =>
        [.. _basis.GroupBy(row => (row.Old!.Text, row.New.Text)).Select(rows => (rows.First().Old!, rows.First().New, Count: rows.Sum(row => row.Count)))
            .Where(pair => CauseChanges(pair.Item1, pair.New) != 0 || GroupsChanged(pair.Item1, pair.New).Count > 0)
            .OrderByDescending(pair => pair.Count).ThenBy(pair => pair.Item1.Text, StringComparer.Ordinal).Take(_options.Listed)];

    private List<(OldCode Old, NewCode New, long Count)> FindDisagreements() => !_isRegistered ? [] :
        [.. _basis.Where(row => row.Old!.Target.Units[2].Id != row.New.Units[2].Id).GroupBy(row => (row.Old!.Text, row.New.Text)).Select(rows => (rows.First().Old!, rows.First().New, Count: rows.Sum(row => row.Count)))
            .OrderByDescending(pair => pair.Count).ThenBy(pair => pair.Item1.Text, StringComparer.Ordinal).Take(_options.Listed)];

    private static UnitChanges CauseChanges(OldCode old, NewCode now) =>
        (now.Text.Length == 0 ? UnitChanges.NoTarget : !Units.SuccessorsOf(old.Units[0].Id).Contains(now.Units[0].Id) ? UnitChanges.MovesChapter : 0)
        | (old.LosesDetail ? UnitChanges.LosesDetail : 0) | (old.IsAmbiguous ? UnitChanges.Ambiguous : 0);

    private List<string> GroupsChanged(OldCode old, NewCode now) =>
        [.. Enumerable.Range(0, _groups.Count).Where(i => GroupSet.Has(old.Groups, i) != GroupSet.Has(Words(now), i)).Select(i => (GroupSet.Has(old.Groups, i) ? "-" : "+") + _groups[i].Id)];

    private Cause Cause((OldCode Old, NewCode New, long Count) pair) => new(
        pair.Old.Text, pair.Old.Title, pair.New.Text, pair.New.Title, _isRegistered && pair.Old.Target.Text != pair.New.Text ? pair.Old.Target.Text : "", CauseChanges(pair.Old, pair.New), GroupsChanged(pair.Old, pair.New),
        pair.Old.Answer.Provenance.ToString(), _cells.Publish($"listed|{pair.Old.Text}|{pair.New.Text}"));

    private List<string> UnknownCodes() =>
        [.. _basis.Where(row => !row.Old!.IsListed).GroupBy(row => row.Old!.Text, StringComparer.Ordinal).OrderByDescending(rows => rows.Sum(row => row.Count))
            .Select(rows => string.Create(CultureInfo.InvariantCulture, $"{rows.Key} ({rows.Sum(row => row.Count)})"))];

    // ---- agreement

    private Agreement? AgreementOf(List<(OldCode, NewCode, long)> disagreements)
    {
        if (!_isRegistered) return null;
        var chapters = _basis.SelectMany(row => (Unit[])[row.Old!.Target.Units[0], row.New.Units[0]]).DistinctBy(unit => unit.Id).OrderBy(unit => unit.Order).ToList();
        var counts = new long[chapters.Count, chapters.Count];
        var table = new List<IReadOnlyList<PublishedCount>>();
        for (var i = 0; i < chapters.Count; i++)
        {
            var row = new List<PublishedCount>();
            for (var j = 0; j < chapters.Count; j++)
            {
                var cell = $"matrix|{chapters[i].Id}|{chapters[j].Id}";
                counts[i, j] = _cells.Peek(cell);
                row.Add(_cells.Publish(cell));
            }

            table.Add(row);
        }

        for (var j = 0; j < chapters.Count; j++) _sums.Add((_cells.Publish($"new|Chapter|{chapters[j].Id}"), [.. table.Select(row => row[j])]));
        _sums.Add((_cells.Publish("all"), [.. table.SelectMany(row => row)]));
        return new(chapters, table, CohenKappa.Of(counts), [.. disagreements.Select(Cause)]);
    }

    /// <param name="Key">What the file has.</param>
    /// <param name="Count">How many events.</param>
    /// <param name="Old">The ICD-10 code; <see langword="null"/> for rows in ICD-11 only.</param>
    /// <param name="New">What was registered in ICD-11, else what the crosswalk makes of the code.</param>
    private sealed record Event(EventKey Key, long Count, OldCode? Old, NewCode New)
    {
        public bool IsRegisteredTwice => Old is not null && Key.Icd11.Length > 0;
    }
}
