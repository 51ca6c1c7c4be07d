namespace Icd.Search.Tests.Engine;

public class EvaluationTests
{
    private static readonly IReadOnlyList<EvaluationQuery> Queries = EvaluationQuery.Read(BuiltIn.File("Evaluation", "queries.tsv"));

    [Fact]
    public void Queries_AreAtLeastFourHundredOfTenKinds()
    {
        Assert.True(Queries.Count >= 400);
        Assert.Equal(10, Queries.Select(query => query.Kind).Distinct().Count());
    }

    [Theory]
    [InlineData("queries.tsv", SearchSystems.Icd10)]
    [InlineData("queries.tsv", SearchSystems.Icd11)]
    [InlineData("queries.tsv", SearchSystems.All)]
    [InlineData("specialties.tsv", SearchSystems.Icd10)]
    [InlineData("specialties.tsv", SearchSystems.Icd11)]
    [InlineData("specialties.tsv", SearchSystems.All)]
    public void Search_EvaluationSet_ReachesTheGoalsOfTheIssue(string set, SearchSystems systems)
    {
        var figures = Evaluation.Of(BuiltIn.Engine, EvaluationQuery.Read(BuiltIn.File("Evaluation", set)), systems);

        Assert.All(figures, figure => Assert.True(figure.RecallAt5 >= 0.88, $"{figure}"));
        Assert.True(figures[^1] is { RecallAt5: >= 0.95, Mrr: >= 0.85 }, $"{figures[^1]}");
    }

    [Fact]
    public void Count_Ranks_AreRecallAndMeanReciprocalRank()
    {
        var figures = Evaluation.Count("kind", [1, 2, 0, 6, 11]);

        Assert.Equal((5, 0.2, 0.4, 0.6), (figures.Queries, figures.RecallAt1, figures.RecallAt5, figures.RecallAt10));
        Assert.Equal((1 + 0.5 + (1 / 6.0)) / 5, figures.Mrr, 6);
    }

    [Theory]
    [InlineData("J44", "J44.9", true)]
    [InlineData("J44.9", "J44.9", true)]
    [InlineData("J44.9", "J44", false)]
    [InlineData("J44.9", "J44.8", false)]
    public void Accepts_CodesAtOrBelow(string accepted, string code, bool isAccepted) =>
        Assert.Equal(isAccepted, new EvaluationQuery("q", "k", [accepted], []).Accepts(SearchSystems.Icd10, code));
}
