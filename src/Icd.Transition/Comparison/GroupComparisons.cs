using Icd.Transition.Groups;

namespace Icd.Transition.Comparison;

/// <summary>How many events groups have in the two systems, and by what was suggested for them.</summary>
internal sealed class GroupComparisons(ComparedEvents events, EventCells cells, IReadOnlyList<GroupDefinition> groups, IReadOnlyList<SuggestedDefinition?> suggestions)
{
    /// <summary>A group by its place.</summary>
    public GroupComparison Of(int at)
    {
        var name = $"group|{at}";
        var (old, now, both, onlyOld, onlyNew) = (cells.Publish($"{name}|old"), cells.Publish($"{name}|new"), cells.Publish($"{name}|both"), cells.Publish($"{name}|only-old"), cells.Publish($"{name}|only-new"));
        cells.AddUp(old, [both, onlyOld]);
        cells.AddUp(now, [both, onlyNew]);
        var strata = new List<Stratum>();
        foreach (var (variable, values) in ((string, IEnumerable<string>)[])[("sex", events.Sexes), ("age", events.Ages)])
        {
            var own = values.Select(value => new Stratum(
                variable, value, cells.Publish($"{variable}|{value}|{name}|old"), cells.Publish($"{variable}|{value}|{name}|new"), cells.Publish($"{variable}|{value}|{name}|both"))).ToList();
            if (own.Count == 0) continue;
            cells.AddUp(old, [.. own.Select(stratum => stratum.Old)]);
            cells.AddUp(now, [.. own.Select(stratum => stratum.New)]);
            cells.AddUp(both, [.. own.Select(stratum => stratum.Both)]);
            foreach (var stratum in own)
            {
                // The rest of a stratum beyond what both have is not shown but follows; it is as small a cell as any.
                cells.AddUp(stratum.Old, [stratum.Both, cells.Publish($"{variable}|{stratum.Value}|{name}|only-old")]);
                cells.AddUp(stratum.New, [stratum.Both, cells.Publish($"{variable}|{stratum.Value}|{name}|only-new")]);
            }

            strata.AddRange(own);
        }

        var (lowest, highest) = Bounds(at, old.Actual);
        return new(groups[at], old, now, both, onlyOld, onlyNew, lowest, highest, strata, SuggestionOf(at));
    }

    /// <summary>The ratio with each code that may be something else counted against or for the group.</summary>
    private (double?, double?) Bounds(int at, long old)
    {
        if (events.IsRegistered || old == 0) return (null, null);
        long least = 0, most = 0;
        foreach (var row in events.Basis)
        {
            var targets = row.Old!.Others.Prepend(row.New).Select(target => GroupSet.Has(target.Groups, at)).ToList();
            if (targets.TrueForAll(isIn => isIn)) least += row.Count;
            if (targets.Contains(true)) most += row.Count;
        }

        return ((double)least / old, (double)most / old);
    }

    private GroupSuggestion? SuggestionOf(int at)
    {
        if (at >= suggestions.Count || suggestions[at] is not { } suggestion) return null;
        var name = $"suggestion|{at}";
        var (old, now, both) = (cells.Publish($"{name}|old"), cells.Publish($"{name}|new"), cells.Publish($"{name}|both"));
        cells.AddUp(old, [both, cells.Publish($"{name}|only-old")]);
        cells.AddUp(now, [both, cells.Publish($"{name}|only-new")]);
        return new(suggestion.Terms, old, now, both);
    }
}
