namespace Icd.Search.Tests.Engine;

public class SearchTests
{
    public static TheoryData<string, string> Found => new()
    {
        { "KOLS", "J44.9" }, { "KOLS", "CA22.Z" }, { "lungebet", "J18.9" }, { "brystkreft", "C50.9" }, { "bryst kreft", "C50.9" }, { "kreft i bryst", "C50.9" },
        { "skitsofreni", "F20.9" }, { "sukkersyke", "E14.9" }, { "diabetes", "E11.9" }, { "appendicitis acuta", "K35.8" }, { "lårhalsbrudd", "S72.00" }, { "laarhalsbrudd", "S72.00" },
        { "hjerteinfrakt", "I21.9" }, { "hodepine", "R51" }, { "gallesteiner", "K80.2" }, { "otitt", "H66.9" }, { "heart failure", "I50.9" },
    };

    [Theory, MemberData(nameof(Found))]
    public void Search_WhatCliniciansType_FindsTheCodeAmongTheFirstFive(string query, string code) =>
        Assert.Contains(BuiltIn.Codes(query, char.IsAsciiDigit(code[1]) ? SearchSystems.Icd10 : SearchSystems.Icd11), found => found.StartsWith(code[..3], StringComparison.Ordinal));

    [Theory]
    [InlineData("j44", "J44")]
    [InlineData("J44.9", "J44.9")]
    [InlineData("e119", "E11.9")]
    [InlineData("5a11", "5A11")]
    [InlineData("ba41.0", "BA41.0")]
    [InlineData("E10.2†", "E10.2")]
    [InlineData("I 21.4", "I21.4")]
    [InlineData("J-44", "J44")]
    [InlineData("J44,1", "J44.1")]
    [InlineData("S52.50 ", "S52.50")]
    [InlineData("E11 .9", "E11.9")]
    [InlineData("ba 41.0", "BA41.0")]
    public void Search_Code_IsTheFirstHit(string query, string code)
    {
        var hit = BuiltIn.Search(query)[0];

        Assert.Equal((code, MatchKind.Code), (hit.Code, hit.Kind));
    }

    public static TheoryData<string, string> Headed => new()
    {
        { "hoste i mer enn 3 uker", "R05" }, { "feber 5 dager", "R50" }, { "vondt i 2 ledd", "M25" },
        { "uklar feber", "R50" }, { "uspesifikk magesmerte hos barn", "R10" }, { "selvskading med kniv", "X6" },
        { "våt lungebetennelse", "J18" }, { "tropesykdom malaria", "B5" },
        { "hodeskade uten bevissthetstap", "S0" }, { "migrene uten aura", "G43.0" }, { "diabetes uten komplikasjoner", "E14.9" },
        { "galleblærebetennelse uten stein", "K81" }, { "hepatitt C kronisk", "B18.2" }, { "pas. med kjent KOLS og ny feber", "J44" },
    };

    /// <summary>Not numbers, describing words, parts of compounds nor what is said to be absent decide.</summary>
    [Theory, MemberData(nameof(Headed))]
    public void Search_NoNameHasAllWords_HeadDecides(string query, string code) =>
        Assert.StartsWith(code, BuiltIn.Search(query, SearchSystems.Icd10)[0].Code, StringComparison.Ordinal);

    [Fact]
    public void Search_FirstWordGeneral_NameDecidesInIcd11() => Assert.StartsWith("1F4", BuiltIn.Search("tropesykdom malaria", SearchSystems.Icd11)[0].Code, StringComparison.Ordinal);

    /// <summary>Words that are spelled like stopwords but for æ, ø, å and doubled letters; and a name that is a stopword.</summary>
    [Theory]
    [InlineData("håret faller av", "L65")]
    [InlineData("arr", "L90.5")]
    [InlineData("infertilitet hos menn", "N46")]
    [InlineData("nedsatt syn", "H5")]
    [InlineData("eggallergi", "T78.1")]
    [InlineData("ET", "G25.0")]
    public void Search_LikeAStopword_IsNone(string query, string code) => Assert.StartsWith(code, BuiltIn.Search(query, SearchSystems.Icd10)[0].Code, StringComparison.Ordinal);

    /// <summary>Stems that only begin alike, and short forms that are only spelled alike.</summary>
    [Theory]
    [InlineData("bitt av katt", "T14.1")]
    [InlineData("Q-feber", "A78")]
    [InlineData("arbeidsrelatert stress", "Z56")]
    [InlineData("hypertrof kardiomyopati", "I42.2")]
    [InlineData("MODY", "E13.9")]
    public void Search_AlikeOnlyInPart_IsNotTaken(string query, string code) => Assert.StartsWith(code, BuiltIn.Search(query, SearchSystems.Icd10)[0].Code, StringComparison.Ordinal);

    [Theory]
    [InlineData("zzzqqq")]
    [InlineData("qqqqqqqqqq")]
    [InlineData("zzzzzz")]
    public void Search_LettersThatOnlySpellAShortName_FindNothing(string query)
    {
        Assert.Empty(BuiltIn.Search(query, SearchSystems.Icd10));
        Assert.Empty(BuiltIn.Search(query, SearchSystems.Icd11));
    }

    [Fact]
    public void Search_BeginningOfALatinWord_IsCompleted() => Assert.Contains(BuiltIn.Codes("chol", SearchSystems.Icd10), code => code.StartsWith("K8", StringComparison.Ordinal));

    [Fact]
    public void Search_Language_ChoosesTheTitlesShown()
    {
        var norwegian = BuiltIn.Engine.Search("astma", new() { Systems = SearchSystems.Icd11 }).Hits[0];
        var english = BuiltIn.Engine.Search("astma", new() { Systems = SearchSystems.Icd11, Language = "en" }).Hits[0];

        Assert.Equal((norwegian.Code, norwegian.TitleEn, "en"), (english.Code, english.Title, english.TitleLanguage));
        Assert.Equal("nb", norwegian.TitleLanguage);
        Assert.NotEqual(norwegian.Title, english.Title);
        Assert.Equal("nb", BuiltIn.Engine.Search("astma", new() { Systems = SearchSystems.Icd10, Language = "en" }).Hits[0].TitleLanguage);
    }

    /// <summary>"ble" and "skal" are stopwords, blære and skalle are not.</summary>
    [Theory]
    [InlineData("brudd i håndledd venstre", "S52.5")]
    [InlineData("hoftebrudd høyre", "S72.0")]
    [InlineData("hø kneartrose", "M17")]
    [InlineData("bilateral katarakt", "H25")]
    [InlineData("venstresidig hjertesvikt", "I50.1")]
    public void Search_Side_ChoosesButMakesNoHit(string query, string code) => Assert.StartsWith(code, BuiltIn.Codes(query, SearchSystems.Icd10).First(), StringComparison.Ordinal);

    [Theory]
    [InlineData("blære", "N")]
    [InlineData("skalle", "S0")]
    public void Search_WordWithTheStemOfAStopword_IsFound(string query, string code) => Assert.Contains(BuiltIn.Codes(query, SearchSystems.Icd10), found => found.StartsWith(code, StringComparison.Ordinal));

    [Fact]
    public void Search_PartialCode_ListsWhatBeginsSo() =>
        Assert.All(BuiltIn.Search("j4", SearchSystems.Icd10), hit => Assert.StartsWith("J4", hit.Code, StringComparison.Ordinal));

    [Fact]
    public void Search_Cluster_ListsItsMembersInOrder() => Assert.Equal(["5A11", "GB61.Z"], BuiltIn.Search("5A11/GB61.Z", SearchSystems.Icd11).Take(2).Select(hit => hit.Code));

    [Fact]
    public void Search_LastWordWithASpaceBehind_IsWhole()
    {
        Assert.Contains(BuiltIn.Search("appen", SearchSystems.Icd10), hit => hit.Code.StartsWith("K3", StringComparison.Ordinal));
        Assert.DoesNotContain(BuiltIn.Search("append ", SearchSystems.Icd10, 3), hit => hit.MatchedText.Contains("Appendisitt", StringComparison.OrdinalIgnoreCase) && hit.Kind != MatchKind.Typo);
    }

    [Fact]
    public void Search_ExactWord_IsNotDrownedByNeighbours() => Assert.All(BuiltIn.Search("gikt ", SearchSystems.Icd10, 3), hit => Assert.NotEqual(MatchKind.Typo, hit.Kind));

    [Fact]
    public void Hit_LexiconName_SaysWhoGivesItAndWhatWasFound()
    {
        var hit = BuiltIn.Search("kols", SearchSystems.Icd10)[0];

        Assert.Equal(("J44.9", MatchKind.Lexicon, "KOLS"), (hit.Code, hit.Kind, hit.MatchedText));
        Assert.Matches(@"^terms-[a-z-]+\.tsv:\d+ abbreviation$", hit.MatchProvenance);
        Assert.Equal([0..4], hit.Highlights);
        Assert.Contains(hit.Links, link => link is { System: SearchSystems.Icd11, Code: "CA22.Z" });
    }

    [Fact]
    public void Hit_Highlights_LieInsideTheNameAndDoNotOverlap()
    {
        foreach (var query in (string[])["brudd håndledd", "kreft i bryst", "hjerteinfarkt fremre vegg", "nyrebek", "diabetes øye"])
        {
            foreach (var hit in BuiltIn.Search(query, limit: 50))
            {
                var end = 0;
                foreach (var range in hit.Highlights)
                {
                    Assert.InRange(range.Start.Value, end, hit.MatchedText.Length);
                    Assert.InRange(range.End.Value, range.Start.Value + 1, hit.MatchedText.Length);
                    end = range.End.Value;
                }
            }
        }
    }

    [Fact]
    public void Search_Pages_AreThePartsOfOneList()
    {
        var all = BuiltIn.Engine.Search("betennelse", new() { Limit = 30 }).Hits.Select(hit => (hit.System, hit.Code));
        var pages = Enumerable.Range(0, 3).SelectMany(page => BuiltIn.Engine.Search("betennelse", new() { Limit = 10, Offset = page * 10 }).Hits).Select(hit => (hit.System, hit.Code));

        // What is deeper in the list may be cut off by the depth asked for, never reordered.
        Assert.Equal(all.Take(10), pages.Take(10));
        Assert.Equal(30, pages.Distinct().Count());
    }

    [Fact]
    public void Search_Filters_Hold()
    {
        Assert.All(Search(new() { Within = "IX", Systems = SearchSystems.Icd10 }), hit => Assert.Equal('I', hit.Code[0]));
        Assert.All(Search(new() { Within = "J40-J47", Systems = SearchSystems.Icd10 }, "kronisk"), hit => Assert.StartsWith("J4", hit.Code, StringComparison.Ordinal));
        Assert.All(Search(new() { SelectableOnly = true }), hit => Assert.True(hit.IsSelectable));
        Assert.All(Search(new() { Favourites = new HashSet<string> { "I50.9", "I21.9" } }), hit => Assert.Contains(hit.Code, (string[])["I50.9", "I21.9"]));
        Assert.Empty(Search(new() { Within = "no such place" }));

        static IReadOnlyList<SearchHit> Search(SearchOptions options, string query = "hjerte") => BuiltIn.Engine.Search(query, options).Hits;
    }

    [Fact]
    public void Search_Sex_LeavesOutWhatTheOtherOnlyHas()
    {
        Assert.DoesNotContain(BuiltIn.Engine.Search("prostata", new() { Sex = Sex.Female, Limit = 50 }).Hits, hit => hit.Code is "N40" or "C61" or "2C82.Z");
        Assert.Contains(BuiltIn.Engine.Search("prostata", new() { Sex = Sex.Male, Limit = 50 }).Hits, hit => hit.Code == "C61");
    }

    [Fact]
    public void Search_Facets_CountTheHitsByChapter()
    {
        var result = BuiltIn.Engine.Search("hjerte", new() { Facets = true, Systems = SearchSystems.Icd10 });

        Assert.Equal(result.Total, result.Facets.Sum(facet => facet.Count));
        Assert.Contains(result.Facets, facet => facet.Chapter == "IX");
    }

    [Fact]
    public void Search_Groups_HaveOneHitForEachCategory()
    {
        var hits = BuiltIn.Engine.Search("diabetes", new() { GroupCategories = true, Systems = SearchSystems.Icd10, Limit = 10 }).Hits;

        Assert.Equal(hits.Count, hits.Select(hit => hit.Code[..3]).Distinct().Count());
        Assert.Contains(hits, hit => hit.Grouped.Count > 2 && hit.Grouped.All(other => other.Code[..3] == hit.Code[..3]));
    }

    [Fact]
    public void Search_Subtrees_AreTheOnlyOnesSearched()
    {
        var starter = BuiltIn.Catalog.Starter!;
        Assert.True(starter.TryFind("11", out var circulatory));
        Assert.True(starter.TryFind("BA41", out var infarction));
        Assert.True(starter.TryFind("X", out var extensions));
        var all = BuiltIn.Engine.Search("akutt ", new() { Systems = SearchSystems.Icd11, Limit = 200 }).Hits;
        var some = BuiltIn.Engine.Search("akutt ", new() { Systems = SearchSystems.Icd11, Limit = 200, Subtrees = [infarction, circulatory, extensions] }).Hits;
        Assert.All(some, hit => Assert.True(circulatory.Contains(hit.Entity) || extensions.Contains(hit.Entity)));
        Assert.Contains(some, hit => infarction.Contains(hit.Entity));
        Assert.Contains(all, hit => !hit.Entity.IsNone && !circulatory.Contains(hit.Entity));
        Assert.Empty(BuiltIn.Engine.Search("akutt ", new() { Systems = SearchSystems.Icd11, Subtrees = [] }).Hits);
    }

    [Fact]
    public void Search_Headings_AreFoundWhereAskedFor()
    {
        Assert.DoesNotContain(BuiltIn.Search("diabetes mellitus", SearchSystems.Icd11, 100), hit => hit.Code.Length == 0);
        Assert.Contains(BuiltIn.Engine.Search("diabetes mellitus", new() { Systems = SearchSystems.Icd11, IncludeHeadings = true, Limit = 100 }).Hits, hit => hit.Entity is { IsNone: false, Id: 465177735 });
    }

    [Theory]
    [InlineData("hjerteinfarkt ", "BA41", true)]
    [InlineData("hjerteinfrakt", "BA41", true)]
    [InlineData("hjerteinfarkt xyzzyq ", "BA41", false)]
    public void Hit_AnswersWholeQuery_SaysWhetherAWordIsLeftOpen(string query, string code, bool isWhole) =>
        Assert.Equal(isWhole, BuiltIn.Index.Search(query, new() { Systems = SearchSystems.Icd11 }).Hits.First(hit => hit.Code == code).AnswersWholeQuery);

    /// <summary>Without their endings these would be one word.</summary>
    [Theory]
    [InlineData("kolera ", "A00")]
    [InlineData("cholera ", "A00")]
    [InlineData("KOLS ", "J44")]
    public void Search_WordsThatWouldShareAStem_AreKeptApart(string query, string code) =>
        Assert.StartsWith(code, BuiltIn.Codes(query, SearchSystems.Icd10)[0], StringComparison.Ordinal);

    [Fact]
    public void Search_Extensions_StandBehindStems()
    {
        Assert.False(BuiltIn.Search("venstre", SearchSystems.Icd11) is [] or null);
        Assert.Equal("XK8G", BuiltIn.Search("XK8G", SearchSystems.Icd11)[0].Code);
    }

    [Fact]
    public void Search_ManyThreads_GetTheSame()
    {
        string[] queries = ["lungebet", "kols", "brudd håndledd", "sukersyke", "e11", "kreft i bryst"];
        var alone = queries.Select(query => string.Join(' ', BuiltIn.Codes(query))).ToArray();

        Parallel.For(0, 600, i => Assert.Equal(alone[i % queries.Length], string.Join(' ', BuiltIn.Codes(queries[i % queries.Length]))));
    }
}
