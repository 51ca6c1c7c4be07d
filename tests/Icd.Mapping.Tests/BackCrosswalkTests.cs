using Icd.Core.Codes;
using Icd.Core.Expressions;
using Icd.Mapping.Tests.Support;
using Icd.Tests;

namespace Icd.Mapping.Tests;

public class BackCrosswalkTests
{
    [WhoDataFact]
    public void Map_TargetOfAnEquivalentCode_LeadsBackToACodeWithTheSameTarget()
    {
        var problems = new List<string>();
        foreach (var code in RealCrosswalk.Instance.Codes)
        {
            var answer = RealCrosswalk.Instance.Map(code);
            if (answer.Relation != MapRelation.Equivalent) continue;
            var expression = answer.Expression;
            var back = RealCrosswalk.Back.Map(in expression);
            if (back.Codes.Count == 0) problems.Add($"{code} -> {expression} -> nothing");
            else if (back.Codes is [var one] && RealCrosswalk.Instance.Map(one).Expression != expression) problems.Add($"{code} -> {expression} -> {one} -> {RealCrosswalk.Instance.Map(one).Expression}");
            // Several codes with one target cannot all come back; the answer must say so.
            else if (back.Codes is [var other] && other != code && !back.NeedsReview && other.Category != code.Category && RealCrosswalk.Instance.Map(other).Relation != MapRelation.Equivalent)
                problems.Add($"{code} -> {expression} -> {other} without review");
        }

        Assert.True(problems.Count == 0, $"{problems.Count} problems:\n{string.Join('\n', problems.Take(50))}");
    }

    [WhoDataFact]
    public void Map_AnyStem_GivesNorwegianCodesOrSaysThatThereAreNone()
    {
        var stems = RealCrosswalk.Instance.Release.Entities.Where(entity => entity.IsSelectable && !entity.IsExtension).Where((_, i) => i % 7 == 0).ToList();
        var edition = RealCrosswalk.Instance.Edition;
        foreach (var stem in stems)
        {
            var back = RealCrosswalk.Back.Map(new ClusterExpression(stem.Icd11Code));

            Assert.All(back.Codes, code => Assert.True(edition.TryFind(code, out var entity) && entity.IsSelectable, $"{stem.Code} -> {code}"));
            if (back.Codes.Count == 0) Assert.True(back.Reason is not null && back.NeedsReview, stem.Code);
            else Assert.NotEmpty(back.Provenance.Sources);
        }
    }

    [WhoDataFact]
    public void Map_DetailThatIcd10DoesNotHave_IsNamedAsLost()
    {
        var back = RealCrosswalk.MapBack("NC32.2&XK8G");

        Assert.Equal("S52.2", Assert.Single(back.Codes).ToString()[..5]);
        Assert.Contains(back.Lost, lost => lost.English == "Left");
    }

    [WhoDataFact]
    public void Map_ClusterOfSeveralStems_GivesACodeForEach()
    {
        var back = RealCrosswalk.MapBack("NC32.2&XK8G/PA04&XE5NE");

        Assert.Equal(2, back.Codes.Count);
        Assert.Equal(["S52", "V4n"], back.Codes.Select(code => code.Category.ToString()));
    }

    [WhoDataTheory]
    [InlineData("K50.0†", "M07.46*")]
    [InlineData("K51.9†", "M07.55*")]
    public void Map_ClusterOfAPair_LeadsBackToThePair(string dagger, string asterisk)
    {
        // The asterisk code's own target names the disease too; beside its dagger code it is said once.
        var pair = RealCrosswalk.Instance.MapPair(Icd10Code.Parse(dagger), Icd10Code.Parse(asterisk))!;
        var answer = RealCrosswalk.Back.Map(pair.Expression);

        Assert.Equal([Icd10Code.Parse(dagger), Icd10Code.Parse(asterisk)], answer.Codes);
    }

    [WhoDataFact]
    public void Map_PlaceAndActivity_ChooseTheNationalCode() =>
        Assert.Equal("V4n1a", Assert.Single(RealCrosswalk.MapBack("PA04&XE5NE&XE545&XE13G").Codes).ToString("N", null));

    [WhoDataFact]
    public void Map_ByUri_IsTheSameAsByCode()
    {
        Assert.True(RealCrosswalk.Instance.Release.TryFind("5A11", out var entity));

        Assert.Equal(RealCrosswalk.MapBack("5A11").Codes, RealCrosswalk.MapBack(entity.Uri.ToString()).Codes);
    }

    [WhoDataFact]
    public void Map_UnknownCode_IsNotGuessed()
    {
        var back = RealCrosswalk.MapBack("ZZ99");

        Assert.Equal((0, MapRelation.Unknown), (back.Codes.Count, back.Relation));
        Assert.NotNull(back.Reason);
    }
}
