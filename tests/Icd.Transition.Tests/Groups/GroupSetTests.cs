using Icd.Core.Codes;
using Icd.Tests;
using Icd.Transition.Tests.Support;

namespace Icd.Transition.Tests.Groups;

public class GroupSetTests
{
    [WhoDataTheory]
    [InlineData("I20-I25", "I20 I20.0 I21.4 I25.9 I25.99", "I19.9 I26 I26.0 H25")]
    [InlineData("E11", "E11 E11.9 E119", "E10.9 E12")]
    [InlineData("=E11", "E11", "E11.9")]
    [InlineData("E11.9", "E11.9", "E11 E11.8")]
    [InlineData("E1[0-4].2", "E10.2 E14.2 E11.21", "E15.2 E11.3 E11")]
    [InlineData("M05.?1", "M05.81 M05.01", "M05.80 M05.8")]
    [InlineData("ch:IX", "I00 I99 I25.2", "H95 J00")]
    // The national keys stand for all categories of a block, so a range has them only if it has all of these.
    [InlineData("V01-V09", "V0n V0n1a V01.0", "V1n W0n")]
    [InlineData("V01-V05", "V01.0 V05", "V0n1a V06")]
    [InlineData("W00-W19", "W0n W0n0a", "V0n X0n")]
    [InlineData("ch:XX", "V0n1a W0n0a Y98 X58", "T98 Z00")]
    public void Icd10_Terms_SelectCodes(string term, string inside, string outside)
    {
        var set = TestReleases.Compile($"group g\n icd10 {term}");

        Assert.All(inside.Split(' '), code => Assert.True(set.Has10(code), $"{term} has {code}"));
        Assert.All(outside.Split(' '), code => Assert.False(set.Has10(code), $"{term} has not {code}"));
    }

    [WhoDataFact]
    public void Icd10_Exclusions_WinWhereverTheyStand()
    {
        var set = TestReleases.Compile("group g\n icd10 not I25.2\n icd10 I20-I25");

        Assert.True(set.Has10("I25.1"));
        Assert.False(set.Has10("I25.2"));
        Assert.True(set.Has10("I25"));
    }

    [WhoDataFact]
    public void Icd10_DaggerAndAsterisk_DoNotMatter()
    {
        var set = TestReleases.Compile("group g\n icd10 =A17.0");

        Assert.True(set.Has10("A17.0†"));
        Assert.True(set.Has10("A17.0+"));
    }

    [WhoDataTheory]
    [InlineData("BA41", "BA41 BA41.0 BA41.Z BA41.0&XA7RE3", "BA42 BA40.0")]
    [InlineData("=BA41", "BA41", "BA41.0 BA41.Z")]
    [InlineData("BlockL1-BA4", "BA40.0 BA41.0 BA5Z BA6Z", "BA80 BA00")]
    [InlineData("ch:11", "BA00 BE2Z", "CA00 5A11")]
    [InlineData("BA41-BA43", "BA41.0 BA42.Z BA43", "BA40.0 BA50")]
    [InlineData("http://id.who.int/icd/entity/119724091", "5A11", "5A10")]
    [InlineData("NC72 & XK8G", "NC72.2&XK8G NC72.Z&XJ44E&XK8G", "NC72.2 NC72.2&XK9K NC32.Z&XK8G NC72.2/NC32.Z&XK8G")]
    [InlineData("NC72 & not XK8G", "NC72.2 NC72.2&XK9K", "NC72.2&XK8G")]
    [InlineData("NC72 & *", "NC72.2&XK8G", "NC72.2 NC72.2/PA60")]
    [InlineData("NC72 & not *", "NC72.2 NC72.2/PA60", "NC72.2&XK8G")]
    [InlineData("NC72 & laterality=*", "NC72.2&XK8G", "NC72.2 NC72.2&XJ44E")]
    [InlineData("NC72 & fractureOpenOrClosed=XJ44E", "NC72.2&XJ44E", "NC72.2&XK8G NC72.2")]
    [InlineData("5A10-5A14 / GB61", "5A11/GB61.Z GB61.0/5A11", "5A11 GB61.Z 5A11/GB60.Z")]
    [InlineData("5A11 / not *", "5A11", "5A11/GB61.Z")]
    public void Icd11_Terms_SelectExpressions(string term, string inside, string outside)
    {
        var set = TestReleases.Compile($"group g\n icd11 {term}");

        Assert.Empty(set.Problems);
        Assert.All(inside.Split(' '), expression => Assert.True(set.Has11(expression), $"{term} has {expression}"));
        Assert.All(outside.Split(' '), expression => Assert.False(set.Has11(expression), $"{term} has not {expression}"));
    }

    [WhoDataFact]
    public void Icd11_Exclusion_HoldsForItsStemOnly()
    {
        var set = TestReleases.Compile("group g\n icd11 8B0, 8B11\n icd11 not 8B01\n".Replace("8B0,", "8B00-8B03,", StringComparison.Ordinal));

        Assert.False(set.Has11("8B01"));
        Assert.True(set.Has11("8B01/8B11"));
    }

    [WhoDataFact]
    public void Icd11_ConditionalExclusion_BeatsAConditionalTerm()
    {
        var set = TestReleases.Compile("group g\n icd11 NC72 & XJ44E\n icd11 not NC72 & XK8G\n icd11 not NC72.3");

        Assert.True(set.Has11("NC72.2&XJ44E"));
        Assert.False(set.Has11("NC72.2&XJ44E&XK8G"));
        Assert.False(set.Has11("NC72.3&XJ44E"));
    }

    [WhoDataFact]
    public void Icd11_MatchMain_CountsTheFirstStemOnly()
    {
        var set = TestReleases.Compile("group any\n icd11 GB61\ngroup main\n match main\n icd11 GB61");

        Assert.True(set.Has11("5A11/GB61.Z"));
        Assert.False(set.Has11("5A11/GB61.Z", group: 1));
        Assert.True(set.Has11("GB61.Z/5A11", group: 1));
    }

    [WhoDataFact]
    public void Icd11_UrisInExpressions_AreCodes()
    {
        var set = TestReleases.Compile("group g\n icd11 5A11");

        Assert.True(set.Has11("http://id.who.int/icd/release/11/mms/119724091"));
    }

    [WhoDataFact]
    public void Compile_MoreGroupsThanAWordHasBits_KeepsThemApart()
    {
        var codes = TestReleases.Crosswalk.Codes.Where((_, i) => i % 150 == 0).Take(130).ToList();
        var set = TestReleases.Compile(string.Concat(codes.Select((code, i) => $"group g{i}\n icd10 ={code}\n icd11 {(i % 2 == 0 ? "BA41" : "5A11")}\n")));

        Assert.Equal(3, set.Words);
        for (var i = 0; i < codes.Count; i++)
        {
            Assert.Equal(i, Enumerable.Range(0, codes.Count).Single(group => set.Contains(group, codes[i])));
            Assert.Equal(i % 2 == 0, set.Has11("BA41.0", i));
        }
    }

    [WhoDataTheory]
    [InlineData("icd11 BA99", "BA99")]
    [InlineData("icd11 BlockL9-XX", "BlockL9-XX")]
    [InlineData("icd11 NC72 & XZ99", "XZ99")]
    [InlineData("icd11 BA41-CA40", "BA41-CA40")]
    [InlineData("icd10 I29", "I29")]
    [InlineData("icd10 ch:XXX", "ch:XXX")]
    public void Compile_UnknownCode_IsAProblem(string line, string named)
    {
        var problem = Assert.Single(TestReleases.Compile($"group g\n icd10 E11\n {line}").Problems);

        Assert.Contains(named, problem.Text.English, StringComparison.Ordinal);
        Assert.True(problem.IsError);
    }

    [WhoDataFact]
    public void Of_EveryCodeOfTheEdition_IsWhatTheTermsSayOneByOne()
    {
        string[] terms = ["A00-B99", "I2", "I20-I25", "=I21", "E1[0-4].2", "ch:XX", "S72.0-S72.2", "V01-V99", "C00–C97"];
        var valid = terms.Where(term => term != "I2").ToArray();
        var set = TestReleases.Compile(string.Concat(valid.Select((term, i) => $"group g{i}\n icd10 {term}\n")));
        foreach (var code in TestReleases.Crosswalk.Codes)
        {
            for (var i = 0; i < valid.Length; i++) Assert.Equal(Selects(valid[i], code), set.Contains(i, code));
        }
    }

    /// <summary>Written without intervals: by text and by the tree of the edition.</summary>
    private static bool Selects(string term, Icd10Code code)
    {
        var (text, entity) = (code.ToString("N", null), TestReleases.Crosswalk.Edition.TryFind(code, out var found) ? found : default);
        var range = term.Replace('–', '-').Split('-');
        return term switch
        {
            "=I21" => text == "I21",
            "E1[0-4].2" => text.StartsWith("E1", StringComparison.Ordinal) && text.Length > 3 && text[2] <= '4' && text[3] == '2',
            "ch:XX" => entity.Chapter.Code == "XX",
            "S72.0-S72.2" => text.StartsWith("S72", StringComparison.Ordinal) && text.Length > 3 && text[3] is >= '0' and <= '2',
            // Blocks of the edition are whole in these ranges, so the block decides for national keys.
            _ when !char.IsAsciiDigit(text[2]) => entity.Ancestors.Any(above => above.BlockId is { Length: 7 } block && string.CompareOrdinal(range[0], block[..3]) <= 0 && string.CompareOrdinal(block[4..], range[1]) <= 0),
            _ => string.CompareOrdinal(range[0], text[..3]) <= 0 && string.CompareOrdinal(text[..3], range[1]) <= 0,
        };
    }
}
