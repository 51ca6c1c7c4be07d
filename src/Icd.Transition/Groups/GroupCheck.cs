using Icd.Core.Codes;
using Icd.Core.Expressions;
using Icd.Core.Releases;
using Icd.Mapping;

namespace Icd.Transition.Groups;

/// <summary>Checks definitions: codes that do not exist, empty sides, overlap, and whether the two sides cover each other by the crosswalk.</summary>
public sealed class GroupCheck
{
    private readonly GroupSet _set;
    private readonly List<(Icd10Code Code, string Title, MapAnswer Answer, ulong[] Own, ulong[] Target)> _codes = [];
    private readonly List<(Entity Stem, BackAnswer Back, ulong[] Own, ulong[] Target)> _stems = [];

    private GroupCheck(GroupSet set, Crosswalk crosswalk, BackCrosswalk back)
    {
        _set = set;
        foreach (var entity in set.Edition.Entities.Where(entity => entity.IsSelectable && entity.Icd10Code != default))
        {
            var answer = crosswalk.Map(entity.Icd10Code);
            var target = new ulong[set.Words];
            if (answer.HasTarget) set.AddTo(target, answer.Expression);
            _codes.Add((entity.Icd10Code, entity.Title, answer, set.Of(entity.Icd10Code).ToArray(), target));
        }

        foreach (var entity in set.Axes.Release.Entities.Where(entity => entity.IsSelectable && !entity.IsExtension))
        {
            var (own, target) = (new ulong[set.Words], new ulong[set.Words]);
            var expression = new ClusterExpression(entity.Icd11Code);
            set.AddTo(own, in expression);
            var answer = back.Map(in expression);
            foreach (var code in answer.Codes)
            {
                for (var i = 0; i < target.Length; i++) target[i] |= set.Of(code)[i];
            }

            _stems.Add((entity, answer, own, target));
        }
    }

    /// <summary>Checks all groups of a set.</summary>
    /// <param name="set">The groups, compiled over the releases of the crosswalk.</param>
    /// <param name="crosswalk">Forwards.</param>
    /// <param name="back">And back.</param>
    public static IReadOnlyList<GroupReport> Run(GroupSet set, Crosswalk crosswalk, BackCrosswalk back)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(crosswalk);
        ArgumentNullException.ThrowIfNull(back);
        var check = new GroupCheck(set, crosswalk, back);
        return [.. Enumerable.Range(0, set.Groups.Count).Select(check.Report)];
    }

    private GroupReport Report(int at)
    {
        var group = _set.Groups[at];
        var problems = _set.Problems.Where(problem => problem.Group == group.Id).ToList();
        var used = new HashSet<string>(StringComparer.Ordinal);
        var judged = new List<GroupDifference>();
        var codes = _codes.Count(code => GroupSet.Has(code.Own, at));
        var stems = _stems.Count(stem => GroupSet.Has(stem.Own, at));
        Sides(group, codes, stems, problems);
        Terms(at, group, problems);
        var (mapped, caught) = (0, 0);
        if (group.Icd10.Count > 0 && group.Icd11.Count > 0)
        {
            foreach (var (code, title, answer, own, target) in _codes)
            {
                var (isIn, isTargetIn) = (GroupSet.Has(own, at), GroupSet.Has(target, at));
                if (isIn && isTargetIn) mapped++;
                if (!isIn && isTargetIn) caught++;
                if (isIn == isTargetIn) continue;
                var display = code.ToString("D", null);
                Add(
                    isIn ? answer.HasTarget ? GroupProblemKind.TargetOutside : GroupProblemKind.NoTarget : GroupProblemKind.TargetInside, display,
                    !isIn ? new($"{display} {title} er ikke i gruppen, men blir {answer.Expression}, som er det.", $"{display} {title} is not in the group but becomes {answer.Expression}, which is.")
                    : answer.HasTarget ? new($"{display} {title} blir {answer.Expression}, som ikke er i gruppen ({answer.Provenance}).", $"{display} {title} becomes {answer.Expression}, which is not in the group ({answer.Provenance}).")
                    : new($"{display} {title} har ikke noe motstykke i ICD-11. {answer.Reason?.Bokmal}".Trim(), $"{display} {title} has no counterpart in ICD-11. {answer.Reason?.English}".Trim()));
            }

            foreach (var (stem, back, own, target) in _stems)
            {
                var (isIn, isTargetIn) = (GroupSet.Has(own, at), GroupSet.Has(target, at));
                if (isIn == isTargetIn || back.Codes.Count == 0) continue;
                Add(
                    isIn ? GroupProblemKind.BackOutside : GroupProblemKind.BackInside, stem.Code,
                    isIn ? new($"{stem.Code} {stem.Title} er i gruppen, men rapporteres tilbake som {back}, som ikke er det.", $"{stem.Code} {stem.Title} is in the group but is reported back as {back}, which is not.")
                    : new($"{stem.Code} {stem.Title} er ikke i gruppen, men rapporteres tilbake som {back}, som er det.", $"{stem.Code} {stem.Title} is not in the group but is reported back as {back}, which is."));
            }
        }

        foreach (var stale in group.Differences.Where(difference => !used.Contains(difference.Code)))
            problems.Add(new(GroupProblemKind.StaleDifference, group.Id, stale.Code, new($"{stale.Code} er ikke lenger noen forskjell. Ta linjen ut.", $"{stale.Code} is no difference any more. Take the line out."), stale.Origin));
        Overlaps(at, group, problems);
        return new(group, codes, stems, mapped, caught, [.. problems.OrderByDescending(problem => problem.IsError)], judged);

        void Add(GroupProblemKind kind, string code, MapText text)
        {
            if (group.Differences.FirstOrDefault(difference => Covers(difference.Code, code)) is { } difference)
            {
                used.Add(difference.Code);
                judged.Add(difference with { Code = code });
            }
            else problems.Add(new(kind, group.Id, code, text, group.Origin));
        }
    }

    /// <summary>A difference holds for a code and what is below it, in either system.</summary>
    private static bool Covers(string above, string code) => code.Replace(".", "", StringComparison.Ordinal).StartsWith(above.Replace(".", "", StringComparison.Ordinal), StringComparison.Ordinal);

    private static void Sides(GroupDefinition group, int codes, int stems, List<GroupProblem> problems)
    {
        if (group.Icd10.Count == 0) problems.Add(new(GroupProblemKind.MissingSide, group.Id, "icd10", new("Gruppen har ingen ICD-10-side.", "The group has no ICD-10 side."), group.Origin));
        else if (codes == 0) problems.Add(new(GroupProblemKind.EmptySide, group.Id, "icd10", new("Ingen ICD-10-kode blir igjen etter unntakene.", "No ICD-10 code is left after the exclusions."), group.Origin));
        if (group.Icd11.Count == 0) problems.Add(new(GroupProblemKind.MissingSide, group.Id, "icd11", new("Gruppen har ingen ICD-11-side; `icd groups translate` foreslår en.", "The group has no ICD-11 side; `icd groups translate` proposes one."), group.Origin));
        // A side of clusters alone has no stem by itself and is not empty.
        else if (stems == 0 && group.Icd11.All(term => term.Conditions.Count == 0)) problems.Add(new(GroupProblemKind.EmptySide, group.Id, "icd11", new("Ingen ICD-11-kode blir igjen etter unntakene.", "No ICD-11 code is left after the exclusions."), group.Origin));
    }

    /// <summary>A term that could be left out without changing the group's codes.</summary>
    private void Terms(int at, GroupDefinition group, List<GroupProblem> problems)
    {
        foreach (var term in group.Icd10)
        {
            if (!_set.Problems.Any(problem => problem.Origin == term.Origin && problem.Group == group.Id) && SameWithout(group with { Icd10 = [.. group.Icd10.Where(other => other != term)] }, at, isIcd10: true)) problems.Add(Superfluous(group, term.IsExcluded, term.Text, term.Origin));
        }

        // What a conditional term adds or takes is seen on clusters only, which are without number.
        foreach (var term in _set.Terms.Where(term => term.Group == at && term.Conditions.Count == 0))
        {
            var others = _set.Terms.Where(other => other.Group == at && other != term && other.Term.IsExcluded == term.Term.IsExcluded && other.Conditions.Count == 0).ToList();
            var stems = Enumerable.Range(term.Start, term.End - term.Start).Where(index => _set.Axes.Release[index].IsSelectable).ToList();
            var isIdle = term.Term.IsExcluded && !stems.Exists(index => _set.Terms.Any(other => other.Group == at && !other.Term.IsExcluded && other.Start <= index && index < other.End));
            if (isIdle || stems.TrueForAll(index => others.Exists(other => other.Start <= index && index < other.End))) problems.Add(Superfluous(group, term.Term.IsExcluded, term.Term.Text, term.Term.Origin));
        }
    }

    private bool SameWithout(GroupDefinition without, int at, bool isIcd10)
    {
        var alone = GroupSet.Compile([without with { Icd11 = isIcd10 ? [] : without.Icd11 }], _set.Edition, _set.Axes);
        return _codes.TrueForAll(code => alone.Contains(0, code.Code) == GroupSet.Has(code.Own, at));
    }

    private static GroupProblem Superfluous(GroupDefinition group, bool isExcluded, string text, string origin) => isExcluded
        ? new(GroupProblemKind.IdleExclusion, group.Id, text, new($"Unntaket {text} tar ikke noe ut.", $"The exclusion {text} takes nothing out."), origin)
        : new(GroupProblemKind.RedundantTerm, group.Id, text, new($"{text} er dekket av de andre linjene.", $"{text} is covered by the other lines."), origin);

    private void Overlaps(int at, GroupDefinition group, List<GroupProblem> problems)
    {
        for (var other = at + 1; other < _set.Groups.Count; other++)
        {
            var codes = _codes.Count(code => GroupSet.Has(code.Own, at) && GroupSet.Has(code.Own, other));
            var stems = _stems.Count(stem => GroupSet.Has(stem.Own, at) && GroupSet.Has(stem.Own, other));
            if (codes + stems == 0) continue;
            var name = _set.Groups[other].Id;
            problems.Add(new(
                GroupProblemKind.Overlap, group.Id, name,
                new($"Har {codes} ICD-10-koder og {stems} ICD-11-stamkoder felles med {name}.", $"Shares {codes} ICD-10 codes and {stems} ICD-11 stem codes with {name}."), group.Origin));
        }
    }
}
