using Icd.Core.Codes;
using Icd.Core.Expressions;
using Icd.Core.Releases;
using Icd.Mapping;

namespace Icd.Transition.Groups;

/// <summary>Proposes the ICD-11 side of a group from its ICD-10 side.</summary>
/// <remarks>
/// A stem is in where all ICD-10 codes that become it are of the group, and out where none is. Where both kinds become it, the rest of their expressions tells them
/// apart, if it can. A stem that no ICD-10 code becomes goes the way back. The stems are then written as the fewest subtrees; what the result gets
/// wrong is listed, not hidden.
/// </remarks>
public sealed class GroupTranslator
{
    private readonly GroupSet _set;
    private readonly Release _release;
    private readonly List<(Icd10Code Code, MapAnswer Answer)> _answers;
    private readonly Dictionary<int, List<(Icd10Code Code, MapAnswer Answer)>> _byStem = [];
    private readonly BackCrosswalk _back;

    /// <summary>A translator of the groups of a set.</summary>
    public GroupTranslator(GroupSet set, Crosswalk crosswalk, BackCrosswalk back)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(crosswalk);
        ArgumentNullException.ThrowIfNull(back);
        (_set, _release, _back) = (set, set.Axes.Release, back);
        _answers = [.. crosswalk.Codes.Select(code => (code, crosswalk.Map(code)))];
        foreach (var (code, answer) in _answers.Where(pair => pair.Answer.HasTarget))
        {
            if (!_release.TryFind(answer.Expression[0], out var stem)) continue;
            if (!_byStem.TryGetValue(stem.Index, out var codes)) _byStem[stem.Index] = codes = [];
            codes.Add((code, answer));
        }
    }

    /// <summary>The proposal for a group.</summary>
    /// <param name="group">The group's place in the set.</param>
    public GroupTranslation Translate(int group)
    {
        var definition = _set.Groups[group];
        var (mustBe, contested) = (new bool?[_release.Count], new List<Entity>());
        for (var i = 0; i < _release.Count; i++)
        {
            var entity = _release[i];
            if (entity.IsExtension || !entity.IsSelectable) continue;
            if (_byStem.TryGetValue(i, out var codes))
            {
                var members = codes.Count(pair => _set.Contains(group, pair.Code));
                if (members == 0 || members == codes.Count) mustBe[i] = members > 0;
                else contested.Add(entity);
            }
            else if (_back.Map(new ClusterExpression(entity.Icd11Code)) is { Codes.Count: > 0 } answer) mustBe[i] = answer.Codes.All(code => _set.Contains(group, code));
        }

        var cover = SubtreeCover.Of(_release, mustBe);
        var terms = cover.OrderBy(term => term.IsExcluded).Select(term => Term(new(NameOf(term.Entity), null, term.IsExact && !term.Entity.IsLeaf), [], term.IsExcluded)).ToList();
        foreach (var stem in contested) terms.AddRange(TellApart(group, stem, IsCovered(stem)));
        // Whether clusters count by other stems too stays as the definition has it.
        var proposed = definition with { Icd11 = terms };
        var compiled = GroupSet.Compile([proposed], _set.Edition, _set.Axes);
        return new(proposed, [.. terms.Select(term => Explain(group, term, compiled))], [.. NotExpressed(group, compiled)]);

        bool IsCovered(Entity stem) =>
            cover.Any(term => !term.IsExcluded && (term.IsExact ? term.Entity == stem : term.Entity.Contains(stem))) && !cover.Any(term => term.IsExcluded && (term.IsExact ? term.Entity == stem : term.Entity.Contains(stem)));
    }

    /// <summary>Entries for a stem that codes of the group and others become: what stands beside it tells them apart, where anything does.</summary>
    /// <param name="group">The group's place.</param>
    /// <param name="stem">The stem.</param>
    /// <param name="isCovered">Whether the subtrees take it in.</param>
    private IEnumerable<Icd11Term> TellApart(int group, Entity stem, bool isCovered)
    {
        var codes = _byStem[stem.Index];
        // The same expression on both sides: nothing can tell the codes apart, so the greater number decides.
        var expressions = codes.GroupBy(pair => pair.Answer.Expression)
            .Select(same => (Expression: same.Key, IsIn: same.Count(pair => _set.Contains(group, pair.Code)) * 2 >= same.Count())).ToList();
        var own = new Icd11Selector(stem.Code, null, !stem.IsLeaf);
        var (inside, outside) = (expressions.FindAll(pair => pair.IsIn), expressions.FindAll(pair => !pair.IsIn));
        var isBareOut = outside.Exists(pair => !pair.Expression.IsPostcoordinated);
        if (inside.Count == 0) return isCovered ? [Term(own, [], true)] : [];
        if (!isBareOut)
        {
            var hasBare = inside.Exists(pair => !pair.Expression.IsPostcoordinated);
            var exclusions = outside.Select(pair => Term(own, ConditionsOf(pair.Expression), true));
            if (isCovered) return exclusions;
            if (hasBare) return exclusions.Prepend(Term(own, [], false));
        }

        if (!isCovered) return inside.Select(pair => Term(own, ConditionsOf(pair.Expression), false));
        // Inside a subtree that is in, what is out is what has none of the details; two details together cannot be said so.
        var details = inside.Select(pair => ConditionsOf(pair.Expression)).ToList();
        return details.TrueForAll(detail => detail.Count == 1) ? [Term(own, [.. details.Select(detail => detail[0] with { IsNegated = true })], true)] : [];
    }

    private List<Icd11Condition> ConditionsOf(ClusterExpression expression)
    {
        var conditions = new List<Icd11Condition>();
        var isFirstGroup = true;
        for (var i = 1; i < expression.Count; i++)
        {
            if (expression.IsStem(i)) isFirstGroup = false;
            // An extension of a later stem says more of that stem than the stem's own condition can.
            if (expression.IsStem(i) || isFirstGroup) conditions.Add(new(expression.IsStem(i), false, null, new(expression[i].ToString(), null, IsExact: _release.TryFind(expression[i], out var value) && !value.IsLeaf)));
        }

        return conditions;
    }

    private Icd11Term Term(Icd11Selector stems, List<Icd11Condition> conditions, bool IsExcluded) =>
        new(stems, conditions, IsExcluded, stems + string.Concat(conditions.Select(condition => (condition.IsStem ? " / " : " & ") + (condition.IsNegated ? "not " : "") + condition.Value)), $"{_release.Key}");

    private static string NameOf(Entity entity) => entity.Kind == EntityKind.Chapter ? $"ch:{entity.Code}" : entity.Code.Length > 0 ? entity.Code : entity.BlockId ?? entity.FoundationUri.ToString();

    private TranslatedTerm Explain(int group, Icd11Term term, GroupSet compiled)
    {
        term.Stems.TryResolve(_release, out var start, out var end, out _);
        var codes = Enumerable.Range(start, end - start).SelectMany(index => _byStem.GetValueOrDefault(index, []))
            .Where(pair => Holds(term, pair.Answer.Expression) && (term.IsExcluded ? !_set.Contains(group, pair.Code) : compiled.Contains(0, pair.Answer.Expression) && _set.Contains(group, pair.Code))).ToList();
        var provenance = codes.GroupBy(pair => pair.Answer.Provenance.ToString(), StringComparer.Ordinal).OrderByDescending(same => same.Count()).Select(same => same.Key).ToList();
        // Where no code becomes it, the way back said so.
        if (codes.Count == 0 && _release[start].IsSelectable) provenance = [.. ((string[])[$"{_back.Map(new ClusterExpression(_release[start].Icd11Code))} <- {_release[start].Code}"])];
        return new(term, _release[start].Title, [.. codes.Select(pair => pair.Code)], provenance);
    }

    private bool Holds(Icd11Term term, ClusterExpression expression)
    {
        if (term.Conditions.Count == 0) return true;
        var alone = GroupSet.Compile([new("term", new("", ""), "", false, [], [term with { IsExcluded = false }], [], "")], _set.Edition, _set.Axes);
        return alone.Contains(0, in expression);
    }

    private IEnumerable<NotExpressed> NotExpressed(int group, GroupSet compiled)
    {
        foreach (var (code, answer) in _answers)
        {
            var isMember = _set.Contains(group, code);
            if (!answer.HasTarget)
            {
                if (isMember) yield return new(code, true, "", answer.Reason ?? new("har ikke noe motstykke i ICD-11", "has no counterpart in ICD-11"));
                continue;
            }

            if (compiled.Contains(0, answer.Expression) == isMember) continue;
            var same = _answers.Where(other => other.Answer.HasTarget && other.Answer.Expression == answer.Expression && _set.Contains(group, other.Code) != isMember).Select(other => other.Code.ToString("D", null)).Take(4).ToList();
            yield return new(code, isMember, answer.Expression.ToString(), same.Count > 0
                ? new($"ICD-11 skiller ikke {code.ToString("D", null)} fra {string.Join(", ", same)}", $"ICD-11 does not tell {code.ToString("D", null)} from {string.Join(", ", same)}")
                : new("en annen stamkode i klyngen avgjør", "another stem of the cluster decides"));
        }
    }
}
