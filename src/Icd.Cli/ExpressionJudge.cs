using Icd.Core.Codes;
using Icd.Core.Expressions;
using Icd.Core.Postcoordination;
using Icd.Core.Releases;
using Icd.Core.Sanctioning;

namespace Icd.Cli;

/// <summary>Judges and canonicalises expressions over one release.</summary>
internal sealed class ExpressionJudge
{
    private readonly ExpressionValidator _validator;
    private readonly Lazy<Canonicaliser> _canonicaliser;
    private readonly ValidationMode _mode;
    private readonly MessageLanguage _language;

    public ExpressionJudge(Release release, ValidationMode mode, MessageLanguage language)
    {
        (_mode, _language) = (mode, language);
        _validator = new(new StemAxes(release));
        _canonicaliser = new(() => new(_validator, SanctioningRules.Of(_validator.Axes)));
    }

    public JudgedExpression Judge(string input)
    {
        Span<Range> ranges = stackalloc Range[ClusterExpression.MaxMembers];
        if (!ClusterExpression.TryParse(input, out var expression, ranges, out var error))
            return new(input, "syntax-error", null, null, [new(Terminal.Kebab(error.Kind), error.Position, input.Substring(error.Position, error.Length), error.Describe(input, _language), null, null)], []);

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
            [.. canonical.Applied.Select(rule => $"{rule.Stem.Code} {(rule.IsJoined ? '/' : '&')} {rule.Value.Code} = {rule.Target.Code} {rule.Target.Title} ({rule.Provenance})")]);
    }
}
