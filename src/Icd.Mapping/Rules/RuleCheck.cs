using Icd.Core.Codes;
using Icd.Core.Postcoordination;

namespace Icd.Mapping.Rules;

/// <summary>Checks a crosswalk's rules: all are used, and yield valid expressions for every code that they are for.</summary>
/// <param name="crosswalk">Whose codes the rules are for.</param>
/// <param name="rules">The rules.</param>
/// <param name="expansion">What makes expressions of them.</param>
/// <param name="validator">Judges expressions of the MMS release that they are written in.</param>
internal sealed class RuleCheck(Crosswalk crosswalk, CrosswalkRules rules, RuleExpansion expansion, ExpressionValidator validator)
{
    /// <summary>What is wrong, a sentence each.</summary>
    public IEnumerable<string> Problems()
    {
        var used = new HashSet<CrosswalkRule>();
        foreach (var code in crosswalk.Codes)
        {
            if (ProblemOf(code.ToString("N", null), used) is { } problem) yield return problem;
        }

        foreach (var rule in rules.Rules.Where(rule => rule.IsOfRetiredCode))
        {
            if (used.Contains(rule)) yield return $"{rule.Origin}: {rule.Pattern} is a code of {crosswalk.Edition.Key}, so its rule belongs into another table.";
            else if (ProblemOf(rule.Pattern.Text.Replace(".", "", StringComparison.Ordinal), used) is { } problem) yield return problem;
        }

        foreach (var rule in rules.Rules)
        {
            if (rule.Asterisk is null && !rule.IsOfRetiredCode && !used.Contains(rule) && !rules.Rules.Any(other => other.Origin == rule.Origin && used.Contains(other)))
                yield return $"{rule.Origin}: no code of {crosswalk.Edition.Key} is left for this rule ({rule.Pattern}).";
        }

        foreach (var rule in rules.Rules.Where(rule => rule.Asterisk is not null))
        {
            foreach (var problem in PairProblems(rule)) yield return problem;
        }

        foreach (var problem in rules.BackRules.SelectMany(BackProblems)) yield return problem;

        // A part with a code that does not exist would be left out everywhere, as if no stem took it.
        foreach (var value in rules.SchemeValues)
        {
            foreach (var part in value.Candidates.Select(candidate => candidate.Text).Concat(value.Alternatives.Select(alternative => alternative.Target.Text)))
            {
                foreach (var code in part.Split('&', '/').Where(code => code.Length >= 4 && !validator.Axes.Release.TryFind(code, out _)))
                    yield return $"{value.Origin}: {code} is not in {validator.Axes.Release.Key}.";
            }
        }
    }

    private IEnumerable<string> BackProblems(BackRule rule)
    {
        var expression = rule.Expression;
        if (!TargetJudge.Accepts(validator, in expression)) yield return $"{rule.Origin}: {expression} is not valid in {validator.Axes.Release.Key}.";
        foreach (var code in rule.Codes.Concat(rule.Alternatives.SelectMany(other => other.Target.Split(' ').Select(text => Icd10Code.Parse(text)))))
        {
            if (!crosswalk.Edition.TryFind(code, out var entity) || !entity.IsSelectable) yield return $"{rule.Origin}: {code} is not a code of {crosswalk.Edition.Key}.";
        }

        if (rule.Codes.Count > 0 && rule.Codes.All(DaggerPair.IsAsterisk)) yield return $"{rule.Origin}: {rule.Codes[0]} is an asterisk code; write the dagger code before it, joined by +.";
    }

    private string? ProblemOf(string code, HashSet<CrosswalkRule> used)
    {
        try
        {
            if (!rules.TryFind(code, "", out var rule)) return null;
            used.Add(rule);
            expansion.Expand(rule, code, "", isChecking: true);
            return null;
        }
        catch (Exception exception) when (exception is InvalidRuleException or InvalidOperationException)
        {
            return exception.Message;
        }
    }

    private List<string> PairProblems(CrosswalkRule rule)
    {
        var texts = crosswalk.Codes.Select(code => code.ToString("N", null)).ToList();
        var (daggers, asterisks) = (texts.FindAll(code => rule.Pattern.Matches(code)), texts.FindAll(code => rule.Asterisk!.Matches(code)));
        if (daggers.Count == 0 || asterisks.Count == 0) return [$"{rule.Origin}: no pair of {crosswalk.Edition.Key} is left for this rule ({rule.Pattern}+{rule.Asterisk})."];
        var problems = new List<string>();
        foreach (var (dagger, asterisk) in daggers.SelectMany(dagger => asterisks.Select(asterisk => (dagger, asterisk))))
        {
            try
            {
                expansion.Expand(rule, dagger, asterisk, isChecking: true);
            }
            catch (InvalidRuleException exception)
            {
                problems.Add(exception.Message);
            }
        }

        return problems;
    }
}
