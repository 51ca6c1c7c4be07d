using Icd.Core.Codes;
using Icd.Core.Expressions;
using Icd.Core.Postcoordination;
using Icd.Core.Releases;

namespace Icd.Mapping.Who;

/// <summary>What WHO's tables answer for a code of the Norwegian edition, as far as the release in use has it.</summary>
internal sealed class WhoAnswers(WhoCrosswalk who, Release edition, ExpressionValidator validator, TargetTexts texts)
{
    /// <param name="code">Without point and mark.</param>
    /// <param name="refused">Why the row's target is no answer, where it is none.</param>
    public MapAnswer? Find(string code, ref string? refused)
    {
        if (who.Find(Icd10Code.Parse(code)) is not { Class: WhoTargetClass.Category, Expression.Length: > 0 } row) return null;
        var origin = $"WHO {who.Release} {(row.Table == WhoTable.OneCategory ? "10To11MapToOneCategory" : row.Table)} row {row.Row}";
        if (Icd11Code.TryParse(row.Expression, out var single) && single.Kind == Icd11CodeKind.Extension && validator.Axes.Release.TryFind(single, out var extension))
            return OnlyExtension(extension, origin);
        if (!TryRead(row, out var expression))
        {
            refused = $"{origin}: the target {row.Expression} is not valid in {validator.Axes.Release.Key}.";
            return null;
        }

        var isUnspecified = row.Entity.Residual == Residual.Unspecified && !expression.IsPostcoordinated && SaysUnspecified(code);
        // Equivalent in the Foundation is equivalent here only where the category kept its own place, or its detail, on the way into MMS;
        // "unspecified" below an entity says no more and no less than the entity.
        var isEquivalent = isUnspecified || (row.IsEquivalent && (row.Entity.Id == row.Foundation.Id ? row.Entity.Residual != Residual.Other : expression.IsPostcoordinated));
        return new()
        {
            Expression = expression,
            Relation = isEquivalent ? MapRelation.Equivalent : MapRelation.SourceIsNarrowerThanTarget,
            Provenance = new(ProvenanceKind.WhoTable, [origin]),
            LostLater = isEquivalent ? null : answer => [texts.LostBetween(code, answer.Expression)],
            AlternativesLater = who.HasSeveral(Icd10Code.Parse(code)) ? answer => AlternativesOf(who.FindAll(Icd10Code.Parse(code)), answer.Expression) : null,
        };
    }

    private static MapAnswer OnlyExtension(Entity extension, string origin) => new()
    {
        Relation = MapRelation.NotRelatedTo,
        Provenance = new(ProvenanceKind.WhoTable, [origin]),
        Extension = extension.Code,
        Alternatives = [new(extension.Code, new("som tilleggskode på stamkoden for sykdommen", "as an extension code on the stem of the disease"))],
        NeedsReview = true,
        Reason = new($"ICD-11 sier dette med tilleggskoden {extension.Code} på en annen diagnose; alene er den ingen diagnose.", $"ICD-11 says this by the extension code {extension.Code} on another diagnosis; alone it is none."),
    };

    /// <summary>
    /// The Foundation has no residuals, so WHO calls no "unspecified" equivalent. Where both sides say unspecified of the same thing, they are.
    /// </summary>
    private bool SaysUnspecified(string code) =>
        code[^1] == '9' && edition.TryFind(Icd10Code.Parse(code), out var entity) && entity.Title.Contains("uspes", StringComparison.OrdinalIgnoreCase);

    private List<MapAlternative> AlternativesOf(IReadOnlyList<WhoTarget> several, in ClusterExpression main)
    {
        var alternatives = new List<MapAlternative>();
        foreach (var row in several)
        {
            if (row.Class == WhoTargetClass.Category && TryRead(row, out var expression) && expression != main && !alternatives.Exists(known => known.Target == expression.ToString()))
                alternatives.Add(new(expression.ToString(), texts.TitleOf(in expression, (title, language) => title.Within(language))));
        }

        return alternatives;
    }

    /// <summary>The target of a row in the codes of the release that judges: by URI where the row's own code has gone to another.</summary>
    private bool TryRead(WhoTarget row, out ClusterExpression expression)
    {
        if (!ClusterExpression.TryParse(row.Expression, out expression)) return false;
        if (who.Release != validator.Axes.Release.Key.ReleaseId && row.Entity != default
            && validator.Axes.Release.TryFind(row.Entity.Id, row.Entity.Residual, out var entity) && entity.Icd11Code != expression[0].Code && entity.IsSelectable
            && !ClusterExpression.TryParse(string.Concat(entity.Code, row.Expression.AsSpan(expression[0].ToString().Length)), out expression)) return false;
        return TargetJudge.Accepts(validator, in expression);
    }
}
