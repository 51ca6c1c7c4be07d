using Icd.Core.Codes;
using Icd.Core.Expressions;
using Icd.Core.Postcoordination;
using Icd.Core.Releases;
using Icd.Core.Sanctioning;

namespace Icd.Cli;

/// <summary>Judges and canonicalises expressions over one release, and ICF codes over the newest release of ICF.</summary>
internal sealed class ExpressionJudge
{
    private readonly ExpressionValidator _validator;
    private readonly Lazy<Canonicaliser> _canonicaliser;
    private readonly ValidationMode _mode;
    private readonly MessageLanguage _language;

    private readonly Lazy<IcfValidator?> _icf;

    public ExpressionJudge(ReleaseCatalog catalog, Release release, ValidationMode mode, MessageLanguage language)
    {
        _icf = new(() => catalog.Newest(Classification.Icf) is { } icf ? new(icf) : null);
        (_mode, _language) = (mode, language);
        _validator = new(new StemAxes(release));
        _canonicaliser = new(() => new(_validator, SanctioningRules.Of(_validator.Axes)));
    }

    public JudgedExpression Judge(string input)
    {
        if (IcfValidator.HasIcfForm(input)) return JudgeIcf(input);
        Span<Range> ranges = stackalloc Range[ClusterExpression.MaxMembers];
        if (!ClusterExpression.TryParse(input, out var expression, ranges, out var error))
            return new(input, "syntax-error", null, null, [new(Terminal.Kebab(error.Kind), error.Position, input.Substring(error.Position, error.Length), error.Describe(input, _language), null, null)], [], []);

        var verdict = _validator.Validate(in expression, _mode);
        var reasons = new JudgedExpression.Reason[verdict.Diagnostics.Count];
        for (var i = 0; i < reasons.Length; i++)
        {
            var diagnostic = verdict.Diagnostics[i];
            reasons[i] = new(Terminal.Kebab(diagnostic.Kind), ranges[diagnostic.Member].Start.Value, diagnostic.Token, diagnostic.Describe(_language), diagnostic.Axis?.Name, diagnostic.Provenance);
        }

        var canonical = _canonicaliser.Value.Canonicalise(in expression);
        return new(
            input, Terminal.Kebab(verdict.Kind), canonical.Expression.ToString(), canonical.Replacement?.ToString(), reasons,
            [.. canonical.Applied.Select(Text)], [.. _canonicaliser.Value.Suggestions(in expression).Select(Text)]);

        static string Text(SanctioningRule rule) => $"{rule.Stem.Code} {(rule.IsJoined ? '/' : '&')} {rule.Value.Code} = {rule.Target.Code} {rule.Target.Title} ({rule.Provenance})";
    }

    private JudgedExpression JudgeIcf(string input)
    {
        if (_icf.Value is not { } validator)
        {
            var message = _language == MessageLanguage.Bokmal ? "Ingen utgave av ICF er lastet; `icd data import` laster en." : "No release of ICF is loaded; `icd data import` loads one.";
            return new(input, Terminal.Kebab(VerdictKind.NotEvaluated), input.Trim(), null, [new("icf-not-loaded", 0, input.Trim(), message, null, null)], [], []);
        }

        var verdict = validator.Validate(input);
        return new(
            input, Terminal.Kebab(verdict.Kind), verdict.Canonical, null,
            [.. verdict.Diagnostics.Select(diagnostic => new JudgedExpression.Reason(Terminal.Kebab(diagnostic.Kind), diagnostic.Position, diagnostic.Token, diagnostic.Describe(_language), null, diagnostic.Provenance))], [], []);
    }
}
