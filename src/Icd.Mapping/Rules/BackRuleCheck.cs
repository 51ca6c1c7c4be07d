using Icd.Core.Codes;
using Icd.Core.Postcoordination;
using Icd.Core.Releases;

namespace Icd.Mapping.Rules;

/// <summary>Checks the rules of the way back: valid expressions on the one side, codes of the edition on the other.</summary>
/// <param name="edition">The Norwegian edition.</param>
/// <param name="validator">Judges expressions of the MMS release that the rules are written in.</param>
internal sealed class BackRuleCheck(Release edition, ExpressionValidator validator)
{
    /// <summary>What is wrong, a sentence each.</summary>
    public IEnumerable<string> Problems(IEnumerable<BackRule> rules) => rules.SelectMany(Problems);

    private IEnumerable<string> Problems(BackRule rule)
    {
        var expression = rule.Expression;
        if (!TargetJudge.Accepts(validator, in expression)) yield return $"{rule.Origin}: {expression} is not valid in {validator.Axes.Release.Key}.";
        foreach (var code in rule.Codes.Concat(rule.Alternatives.SelectMany(other => other.Target.Split(' ').Select(text => Icd10Code.Parse(text)))))
        {
            if (!edition.TryFind(code, out var entity) || !entity.IsSelectable) yield return $"{rule.Origin}: {code} is not a code of {edition.Key}.";
        }

        if (rule.Codes.Count > 0 && rule.Codes.All(DaggerPair.IsAsterisk)) yield return $"{rule.Origin}: {rule.Codes[0]} is an asterisk code; write the dagger code before it, joined by +.";
    }
}
