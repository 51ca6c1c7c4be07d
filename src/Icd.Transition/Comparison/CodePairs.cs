using Icd.Transition.Groups;

namespace Icd.Transition.Comparison;

/// <summary>The pairs of codes that break series, and those that the crosswalk would not have made.</summary>
internal sealed class CodePairs(ComparedEvents events, IReadOnlyList<GroupDefinition> groups, int listed)
{
    /// <summary>Those that change chapter, group or detail, the most frequent first.</summary>
    public List<CodePair> Breaking() => MostFrequent(events.Basis, pair => ChangesOf(pair) != 0 || GroupsChanged(pair).Count > 0);

    /// <summary>Those that are registered in another category than the crosswalk would have; none without rows that are registered twice.</summary>
    public List<CodePair> Disagreeing() => events.IsRegistered ? MostFrequent(events.Basis.Where(row => row.Old!.Target.Units[2].Id != row.New.Units[2].Id), _ => true) : [];

    /// <summary>What the report says of a pair.</summary>
    public Cause Describe(CodePair pair, EventCells cells) => new(
        pair.Old.Text, pair.Old.Title, pair.New.Text, pair.New.Title, events.IsRegistered && pair.Old.Target.Text != pair.New.Text ? pair.Old.Target.Text : "", ChangesOf(pair), GroupsChanged(pair),
        pair.Old.Answer.Provenance.ToString(), cells.Publish($"listed|{pair.Old.Text}|{pair.New.Text}"));

    private List<CodePair> MostFrequent(IEnumerable<ComparedEvent> rows, Func<CodePair, bool> isMeant) =>
        [.. rows.GroupBy(row => (row.Old!.Text, row.New.Text)).Select(same => new CodePair(same.First().Old!, same.First().New, same.Sum(row => row.Count)))
            .Where(isMeant).OrderByDescending(pair => pair.Count).ThenBy(pair => pair.Old.Text, StringComparer.Ordinal).Take(listed)];

    private static UnitChanges ChangesOf(CodePair pair) =>
        (pair.New.Text.Length == 0 ? UnitChanges.NoTarget : !Units.SuccessorsOf(pair.Old.Units[0].Id).Contains(pair.New.Units[0].Id) ? UnitChanges.MovesChapter : 0)
        | (pair.Old.LosesDetail ? UnitChanges.LosesDetail : 0) | (pair.Old.IsAmbiguous ? UnitChanges.Ambiguous : 0);

    private List<string> GroupsChanged(CodePair pair) =>
        [.. Enumerable.Range(0, groups.Count).Where(i => GroupSet.Has(pair.Old.Groups, i) != GroupSet.Has(pair.New.Groups, i)).Select(i => (GroupSet.Has(pair.Old.Groups, i) ? "-" : "+") + groups[i].Id)];
}
