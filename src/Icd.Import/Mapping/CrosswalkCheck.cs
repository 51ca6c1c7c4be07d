using Icd.Core.Expressions;
using Icd.Core.Postcoordination;
using Icd.Core.Releases;
using Icd.Mapping;
using Icd.Mapping.Who;

namespace Icd.Import.Mapping;

/// <summary>What is noticed when WHO's targets are held against the releases that are there.</summary>
internal static class CrosswalkCheck
{
    private const int Named = 3;

    /// <summary>One note for the table's own release, one for each later one.</summary>
    public static IEnumerable<string> Notes(WhoCrosswalk crosswalk, string dataDirectory)
    {
        var catalog = new ReleaseCatalog(dataDirectory);
        if (catalog.Find(Classification.Mms, crosswalk.Release) is not { } own)
        {
            yield return $"crosswalk {crosswalk.Release}: MMS {crosswalk.Release} is not imported, so its targets are not checked against it and cannot be carried over to another release by URI.";
            yield break;
        }

        var validator = new ExpressionValidator(new StemAxes(own));
        yield return Targets(crosswalk, validator);
        foreach (var key in catalog.Keys.Where(key => key is { Classification: Classification.Mms, IsStarter: false } && key.ReleaseId.CompareTo(crosswalk.Release) > 0))
            yield return CarriedOver(crosswalk, validator, new(own, new ExpressionValidator(new StemAxes(catalog.Open(key)))));
    }

    private static string Targets(WhoCrosswalk crosswalk, ExpressionValidator validator)
    {
        var (total, refused) = (0, new List<string>());
        foreach (var (code, target) in crosswalk.Rows().Where(row => row.Target.Class == WhoTargetClass.Category))
        {
            total++;
            if (!ClusterExpression.TryParse(target.Expression, out var expression) || validator.Validate(in expression).Kind is VerdictKind.Invalid)
                refused.Add($"{code} -> {target.Expression} (row {target.Row})");
        }

        return $"crosswalk {crosswalk.Release}: {total - refused.Count} of {total} targets are valid in {validator.Axes.Release.Key}{Some("; not valid", refused)}.";
    }

    private static string CarriedOver(WhoCrosswalk crosswalk, ExpressionValidator from, ReleaseCarrier carrier)
    {
        var (same, changed, gone) = (0, new List<string>(), new List<string>());
        foreach (var (code, target) in crosswalk.Rows())
        {
            if (!ClusterExpression.TryParse(target.Expression, out var expression) || from.Validate(in expression).Kind == VerdictKind.Invalid) continue;
            if (!carrier.TryCarry(in expression, out var now, out var problem)) gone.Add($"{code} -> {target.Expression}: {problem!.English.TrimEnd('.')}");
            else if (now == expression) same++;
            else changed.Add($"{code} -> {expression}, now {now}");
        }

        return $"crosswalk {crosswalk.Release} carried over to {carrier.Validator.Axes.Release.Key}: {same} targets unchanged{Some(", recoded", changed)}{Some(", without a counterpart", gone)}.";
    }

    private static string Some(string label, List<string> items) =>
        items.Count == 0 ? "" : $"{label} {items.Count}: {string.Join("; ", items.Take(Named))}{(items.Count > Named ? "; ..." : "")}";
}
