using Icd.Core.Codes;
using Icd.Core.Postcoordination;
using Icd.Core.Releases;
using Icd.Embedded;
using Icd.Mapping.Tests.Support;
using Icd.Tests;

namespace Icd.Mapping.Tests;

public class CrosswalkTests
{
    [WhoDataFact]
    public void Map_SubdivisionThatNoTableHas_FallsBackToTheParentAndNamesTheLoss()
    {
        var answer = RealCrosswalk.WhoOnly.Map(Icd10Code.Parse("S52.20"));

        Assert.Equal(("NC32.2", MapRelation.SourceIsNarrowerThanTarget, ProvenanceKind.ParentFallback), (answer.Expression.ToString(), answer.Relation, answer.Provenance.Kind));
        Assert.Equal("S52.2", answer.Provenance.Sources[0]);
        Assert.NotEmpty(answer.Lost);
    }

    [WhoDataFact]
    public void Map_NationalExternalCauses_NeverTakeWhosSubdivisionForAPlace()
    {
        // V80.0 is a fall from an animal in WHO's table; in V800a the 0 is a place.
        var codes = RealCrosswalk.Instance.Codes.Where(code => code.Length == 5 && code.Category.ToString() is "V80" or "V81" or "V89" or "X59").ToList();
        Assert.InRange(codes.Count, 100, int.MaxValue);
        foreach (var code in codes)
            Assert.Equal(ProvenanceKind.AuthoredRule, RealCrosswalk.Instance.Map(code).Provenance.Kind);
    }

    [WhoDataFact]
    public void Map_MarkedCode_IsTheSameAsUnmarked() => Assert.Same(RealCrosswalk.Map("A17.0"), RealCrosswalk.Map("A17.0†"));

    [WhoDataFact]
    public void Map_InternationalCodeThatNorwayDoesNotUse_IsAnsweredByWhosTable() =>
        Assert.Equal((true, ProvenanceKind.WhoTable), (RealCrosswalk.Map("W54").HasTarget, RealCrosswalk.Map("W54").Provenance.Kind));

    /// <summary>Registries reach back to 1999: what older editions had is answered as what is registered in its place today.</summary>
    [WhoDataTheory]
    [InlineData("K35.0", "K35.2", true)]
    [InlineData("I84.3", "K64.5", true)]
    [InlineData("N18.0", "N18.5", true)]
    [InlineData("U80.1", "U82.1", true)]
    [InlineData("C83.4", "C83.3", false)]
    public void Map_CodeOfAnOlderEdition_IsAnsweredAsItsSuccessorAndSaysSo(string retired, string successor, bool isSame)
    {
        var (answer, today) = (RealCrosswalk.Map(retired), RealCrosswalk.Map(successor));

        Assert.Equal(today.Expression, answer.Expression);
        Assert.Equal(isSame ? today.Lost.Count : today.Lost.Count + 1, answer.Lost.Count);
        Assert.Contains(successor, answer.Reason!.English, StringComparison.Ordinal);
        Assert.DoesNotContain(RealCrosswalk.Instance.Codes, code => code.ToString() == retired);
    }

    [WhoDataFact]
    public void Map_CodeThatExistsNowhere_IsNotGuessed() => Assert.False(RealCrosswalk.Map("Z99.77").HasTarget);

    [Fact]
    public void Map_WithoutWhosFiles_SaysWhatItDoesNotKnow()
    {
        if (RealCrosswalk.Starter() is not { } crosswalk)
        {
            // A build without Node.js has no Norwegian ICD-10 to answer.
            Assert.DoesNotContain(EmbeddedReleases.All, release => release.Key.Classification == Classification.Icd10);
            return;
        }

        var answers = crosswalk.Codes.Select(crosswalk.Map).ToList();

        Assert.Contains(answers, answer => answer.HasTarget);
        var unknown = answers.Where(answer => answer.Relation == MapRelation.Unknown).ToList();
        Assert.NotEmpty(unknown);
        Assert.All(unknown, answer => Assert.True(answer is { HasTarget: false, Reason: not null }));
    }

    [WhoDataFact]
    public void Map_ToALaterRelease_CarriesOverByUriAndSaysWhatHasGone()
    {
        var before = RealCrosswalk.Map("Z95.3");
        var after = RealCrosswalk.Later.Map(Icd10Code.Parse("Z95.3"));

        // The entity has another code in 2025-01.
        Assert.Equal(("QB50.3", "QB50.24"), (before.Expression.ToString(), after.Expression.ToString()));
        foreach (var code in RealCrosswalk.Later.Codes)
        {
            var answer = RealCrosswalk.Later.Map(code);
            var expression = answer.Expression;
            if (answer.HasTarget) Assert.True(RealCrosswalk.Later.Validator.Validate(in expression).Kind is VerdictKind.Valid or VerdictKind.Incomplete, $"{code} -> {expression}");
            else Assert.NotNull(answer.Reason);
        }
    }

    [WhoDataFact]
    public void Map_ManyAtOnce_GivesTheSameAnswers()
    {
        var crosswalk = RealCrosswalk.With();
        var codes = crosswalk.Codes.Take(4_000).ToArray();
        Assert.Equal(4_000, codes.Length);
        var expected = codes.Select(code => RealCrosswalk.WhoOnly.Map(code).Expression).ToArray();

        Parallel.For(0, 8, _ =>
        {
            for (var i = 0; i < codes.Length; i++) Assert.Equal(expected[i], crosswalk.Map(codes[i]).Expression);
        });
    }

    [WhoDataFact]
    public void Map_Warm_AllocatesNothing()
    {
        var code = Icd10Code.Parse("E119");
        RealCrosswalk.Instance.Map(code);
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 100; i++) RealCrosswalk.Instance.Map(code);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [WhoDataFact]
    public void Coverage_CountsEveryCodeOnce()
    {
        var rows = CrosswalkCoverage.Of(RealCrosswalk.Instance, RealCrosswalk.WhoOnly);
        var all = rows[^1];

        Assert.All(rows, row => Assert.Equal(row.Codes, row.Equivalent + row.Postcoordinated + row.MoreSpecific + row.Broader + row.Residual + row.Unmapped + row.Unanswered));
        Assert.Equal((19_634, 0), (all.Codes, all.Unanswered));
        Assert.Equal(all.Codes, rows.SkipLast(1).Sum(row => row.Codes));
    }

    [WhoDataFact]
    public void Coverage_ExactLookup_FindsAsManyAsTheSpecificationSays()
    {
        // 9,064 codes lead to a coded category; a few of those are extension codes or otherwise no valid target.
        var all = CrosswalkCoverage.OfExactLookup(RealCrosswalk.WhoOnly)[^1];

        Assert.InRange(all.Codes - all.Unmapped, 8_950, 9_064);
    }
}
