namespace Icd.Transition.Groups;

/// <summary>The codes of a group, listed.</summary>
public static class GroupMembers
{
    /// <summary>The codes of the edition and the stems of the release that are in a group by themselves; clusters are without number and not listed.</summary>
    /// <param name="set">The groups.</param>
    /// <param name="group">The group's place.</param>
    /// <returns><c>icd10</c> or <c>icd11</c>, the code (ICD-10 without point), its title.</returns>
    public static IEnumerable<(string System, string Code, string Title)> Of(GroupSet set, int group)
    {
        ArgumentNullException.ThrowIfNull(set);
        foreach (var entity in set.Edition.Entities)
        {
            if (entity.IsSelectable && entity.Icd10Code != default && set.Contains(group, entity.Icd10Code)) yield return ("icd10", entity.Icd10Code.ToString("N", null), entity.Title);
        }

        foreach (var entity in set.Axes.Release.Entities)
        {
            if (set.ContainsAlone(group, entity)) yield return ("icd11", entity.Code, entity.Title);
        }
    }
}
