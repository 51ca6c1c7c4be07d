namespace Icd.Mapping.Tests;

public class MapRelationsTests
{
    [Theory]
    [InlineData("equivalent", "equivalent", "equivalent")]
    [InlineData("equivalent", "source-is-narrower", "source-is-narrower")]
    [InlineData("source-is-narrower", "equivalent", "source-is-narrower")]
    [InlineData("source-is-narrower", "source-is-narrower", "source-is-narrower")]
    [InlineData("source-is-broader", "source-is-broader", "source-is-broader")]
    [InlineData("source-is-narrower", "source-is-broader", "related")]
    [InlineData("source-is-broader", "source-is-narrower", "related")]
    [InlineData("related", "source-is-narrower", "related")]
    [InlineData("equivalent", "related", "related")]
    [InlineData("source-is-broader", "related", "related")]
    [InlineData("not-related", "source-is-broader", "not-related")]
    [InlineData("source-is-narrower", "not-related", "not-related")]
    [InlineData("related", "not-related", "not-related")]
    public void Then_TwoSteps_ClaimsNoMoreThanBoth(string first, string second, string expected) => Assert.Equal(Read(expected), Read(first).Then(Read(second)));

    /// <summary>The codes of FHIR R5 and, looking from the target, of R4.</summary>
    [Theory]
    [InlineData(MapRelation.Equivalent, "equivalent", "equivalent")]
    [InlineData(MapRelation.SourceIsNarrowerThanTarget, "source-is-narrower-than-target", "wider")]
    [InlineData(MapRelation.SourceIsBroaderThanTarget, "source-is-broader-than-target", "narrower")]
    [InlineData(MapRelation.RelatedTo, "related-to", "relatedto")]
    public void Code_OfEachRelease_IsThatOfFhir(MapRelation relation, string r5, string r4) => Assert.Equal((r5, r4), (relation.Code(), relation.Equivalence()));

    private static MapRelation Read(string name) => MapRelations.TryParse(name, out var relation) ? relation : throw new ArgumentException(name);
}
