using Icd.Core.Codes;
using Icd.Core.Expressions;
using Icd.Core.Releases;
using Icd.Mapping;
using Icd.Mapping.Rules;
using Icd.Mapping.Who;
using Icd.Search;

namespace Icd.Toolkit;

/// <summary>The crosswalk as links for the search: each ICD-10 code with the first stem of its target, then with those of its alternatives.</summary>
/// <param name="catalog">The releases.</param>
/// <param name="release">The release of MMS; <c>default</c> for the newest.</param>
public sealed class CrosswalkLinks(ReleaseCatalog catalog, ReleaseId release = default) : ICodeLinks
{
    /// <inheritdoc/>
    public string Identity => string.Join(' ', [
        typeof(CrosswalkRules).Module.ModuleVersionId.ToString(), release.IsNone ? catalog.NewestKey(Classification.Mms)?.ToString() ?? "" : $"mms-{release}",
        .. WhoCrosswalk.Newest(catalog.DataDirectory)?.Sources.Select(source => source.Sha256) ?? []]);

    /// <inheritdoc/>
    public IEnumerable<CodeLink> All()
    {
        if (Crosswalk.Open(catalog, release) is not { } crosswalk) yield break;
        foreach (var code in crosswalk.Codes)
        {
            var answer = crosswalk.Map(code);
            var icd10 = code.ToString("D", null);
            if (answer.HasTarget) yield return new(icd10, answer.Expression[0].ToString(), RelationOf(answer), answer.Provenance.ToString());
            foreach (var alternative in answer.Alternatives)
            {
                if (ClusterExpression.TryParse(alternative.Target, out var other) && (!answer.HasTarget || other[0] != answer.Expression[0]))
                    yield return new(icd10, other[0].ToString(), LinkRelation.Related, answer.Provenance.ToString());
            }
        }
    }

    /// <summary>A link is to a stem: what the target's other members add is left out, so the code says more than the stem.</summary>
    private static LinkRelation RelationOf(MapAnswer answer) => answer.Relation switch
    {
        MapRelation.Equivalent => answer.Expression.IsPostcoordinated ? LinkRelation.Icd10Narrower : LinkRelation.Equivalent,
        MapRelation.SourceIsNarrowerThanTarget => LinkRelation.Icd10Narrower,
        MapRelation.SourceIsBroaderThanTarget when !answer.Expression.IsPostcoordinated => LinkRelation.Icd10Broader,
        _ => LinkRelation.Related,
    };
}
