using Icd.Core.Codes;
using Icd.Core.Expressions;
using Icd.Core.Postcoordination;
using Icd.Core.Releases;
using Icd.Core.Sanctioning;

namespace Icd.Toolkit.Answers;

/// <summary>Judges and canonicalises expressions over one release, and ICF codes over the newest release of ICF.</summary>
/// <param name="engines">The release.</param>
/// <param name="catalog">Where titles come from.</param>
/// <param name="icf">Judges ICF codes; holds <see langword="null"/> where no release of ICF is loaded.</param>
/// <param name="mode">How much is demanded.</param>
/// <param name="language">The language of messages.</param>
internal sealed class ExpressionJudge(MmsEngines engines, ReleaseCatalog catalog, Lazy<IcfValidator?> icf, ValidationMode mode, MessageLanguage language)
{
    public JudgedExpression Judge(string input)
    {
        if (IcfValidator.HasIcfForm(input)) return JudgeIcf(input);
        Span<Range> ranges = stackalloc Range[ClusterExpression.MaxMembers];
        if (!ClusterExpression.TryParse(input, out var expression, ranges, out var error))
            return new(input, "syntax-error", null, null, [new(ContractName.Of(error.Kind), error.Position, input.Substring(error.Position, error.Length), error.Describe(input, language), null, null)], [], []);

        var verdict = engines.Validator.Validate(in expression, mode);
        var reasons = new JudgedExpression.Reason[verdict.Diagnostics.Count];
        for (var i = 0; i < reasons.Length; i++)
        {
            var diagnostic = verdict.Diagnostics[i];
            reasons[i] = new(ContractName.Of(diagnostic.Kind), ranges[diagnostic.Member].Start.Value, diagnostic.Token, diagnostic.Describe(language, catalog), diagnostic.Axis?.Name, diagnostic.Provenance);
        }

        var tag = language == MessageLanguage.Bokmal ? "nb" : "en";
        var canonical = engines.Canonicaliser.Canonicalise(in expression);
        return new(
            input, ContractName.Of(verdict.Kind), canonical.Expression.ToString(), canonical.Replacement?.ToString(), reasons,
            [.. canonical.Applied.Select(Text)], [.. engines.Canonicaliser.Suggestions(in expression).Select(Text)]);

        string Text(SanctioningRule rule) => $"{rule.Stem.Code} {(rule.IsJoined ? '/' : '&')} {rule.Value.Code} = {rule.Target.Code} {catalog.TitleOf(rule.Target, tag).Within(tag)} ({rule.Provenance})";
    }

    private JudgedExpression JudgeIcf(string input)
    {
        if (icf.Value is not { } validator)
        {
            var message = language == MessageLanguage.Bokmal ? "Ingen utgave av ICF er lastet; `icd data import` laster en." : "No release of ICF is loaded; `icd data import` loads one.";
            return new(input, ContractName.Of(VerdictKind.NotEvaluated), input.Trim(), null, [new("icf-not-loaded", 0, input.Trim(), message, null, null)], [], []);
        }

        var verdict = validator.Validate(input);
        return new(
            input, ContractName.Of(verdict.Kind), verdict.Canonical, null,
            [.. verdict.Diagnostics.Select(diagnostic => new JudgedExpression.Reason(ContractName.Of(diagnostic.Kind), diagnostic.Position, diagnostic.Token, diagnostic.Describe(language), null, diagnostic.Provenance))], [], []);
    }
}
