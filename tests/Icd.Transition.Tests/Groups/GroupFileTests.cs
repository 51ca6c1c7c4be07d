using Icd.Transition.Groups;
using Icd.Transition.Tests.Support;

namespace Icd.Transition.Tests.Groups;

public class GroupFileTests
{
    [Fact]
    public void Parse_AllKindsOfLines_AreRead()
    {
        var group = Assert.Single(TestReleases.Parse("""
            # a comment
            group hip-fracture          # and another
              nb     Hoftebrudd
              en     Hip fracture
              note   First part.
              note   Second part.
              match  main
              icd10  S72.0–S72.2, =S71, E1[0-4].2, ch:ix
              icd10  not S72.01
              icd11  NC72.2 & laterality=XK8G & not XJ7YM / not PA60, BA40-BA6Z
              icd11  not http://id.who.int/icd/entity/1697306310
              differs S72.9, NC72.Z : counted elsewhere
            """));

        Assert.Equal("hip-fracture", group.Id);
        Assert.Equal(("Hoftebrudd", "Hip fracture"), (group.Name.Bokmal, group.Name.English));
        Assert.Equal("First part. Second part.", group.Note);
        Assert.True(group.MainOnly);
        Assert.Equal([Icd10TermKind.Range, Icd10TermKind.Exact, Icd10TermKind.Pattern, Icd10TermKind.Chapter, Icd10TermKind.Subtree], group.Icd10.Select(term => term.Kind));
        Assert.Equal([false, false, false, false, true], group.Icd10.Select(term => term.IsExcluded));
        Assert.Equal("test.groups:8:23", group.Icd10[1].Origin);
        Assert.Equal([new("laterality", false, false), new(null, true, false), new(null, true, true)], group.Icd11[0].Conditions.Select(condition => ((string?, bool, bool))(condition.Axis, condition.IsNegated, condition.IsStem)));
        Assert.Equal("BA40-BA6Z", group.Icd11[1].Stems.ToString());
        Assert.Equal("http://id.who.int/icd/entity/1697306310", group.Icd11[2].Stems.First);
        Assert.Equal([("S72.9", "counted elsewhere"), ("NC72.Z", "counted elsewhere")], group.Differences.Select(difference => (difference.Code, difference.Reason)));
    }

    [Theory]
    [InlineData("", "test.groups:1:1: there is no group. Begin one with a line such as 'group ischaemic-heart-disease'.")]
    [InlineData("icd10 I20", "test.groups:1:1: 'icd10' stands before any group. Begin with a line such as 'group hip-fracture'.")]
    [InlineData("group a b\n icd10 I20", "test.groups:1:7: 'a b' is no id. Use letters, digits, - and _, such as 'group hip-fracture'.")]
    [InlineData("group a\n icd9 410\n icd10 I20", "test.groups:2:2: 'icd9' is no keyword. A line begins with group, or inside one with nb, en, note, match, icd10, icd11, differs; comments begin with #.")]
    [InlineData("group a\n icd10 I25-I20", "test.groups:2:8: the range I25-I20 runs backwards. Write I20-I25.")]
    [InlineData("group a\n icd10 I20, E11.-", "test.groups:2:13: 'E11.-': write E11; a code holds for everything below it.")]
    [InlineData("group a\n icd10 BA41", "test.groups:2:8: 'BA41' is an ICD-11 code. Put it on an icd11 line.")]
    [InlineData("group a\n icd10 E1[4-0].2", "test.groups:2:8: 'E1[4-0].2' is no pattern. Three to five places, each a character, ? for any, or a set such as [0-4]: E1[0-4].2.")]
    [InlineData("group a\n icd11 I20", "test.groups:2:8: 'I20' is an ICD-10 code. Put it on an icd10 line.")]
    [InlineData("group a\n icd11 XK8G", "test.groups:2:8: XK8G is an extension code, which only follows a stem. Write for example 'NC72 & XK8G'.")]
    [InlineData("group a\n icd11 NC72 & PA60", "test.groups:2:8: PA60 is a stem code. After & stands an extension code; for a stem of the same cluster write '/ PA60'.")]
    [InlineData("group a\n icd11 NC72 & side=XK8G", "test.groups:2:8: 'side' is no axis with extension codes. Axes are for example laterality, specificAnatomy, hasSeverity; `icd axes CODE` lists a stem's. After / leave the axis out.")]
    [InlineData("group a\n icd11 11", "test.groups:2:8: '11' is a chapter's number. Write ch:11.")]
    [InlineData("group a\n icd11 =BlockL1-BA4", "test.groups:2:8: '=BlockL1-BA4': a block or chapter has no code of its own. Leave the = out.")]
    [InlineData("group a\n match first\n icd10 I20", "test.groups:2:8: 'first' is no way to match. Write 'match any' (any stem of a cluster counts) or 'match main' (the first one only).")]
    [InlineData("group a\n differs I20\n icd10 I20", "test.groups:2:10: a difference needs codes and a reason. Write for example 'differs I25.2 : old infarction is counted elsewhere'.")]
    [InlineData("group a\n icd10 not", "test.groups:2:11: there are no codes. Write for example 'icd10 I20-I25' or 'icd10 not I25.2'.", "test.groups:1:1: the group a selects nothing. Add an icd10 or an icd11 line.")]
    [InlineData("group a\n icd10 not I20", "test.groups:1:1: the group a selects nothing. Add an icd10 or an icd11 line.")]
    [InlineData("group a\n icd10 I20\ngroup a\n icd10 I21", "test.groups:3:7: the id a is taken already. Give the group another id.")]
    public void Parse_Malformed_SaysWhatWhereAndHowToMend(string text, params string[] expected)
    {
        var problems = Assert.Throws<GroupFormatException>(() => TestReleases.Parse(text)).Problems;

        foreach (var line in expected) Assert.Contains(line, problems);
    }

    [Fact]
    public void Parse_SeveralFaults_NamesThemAll() =>
        Assert.Equal(3, Assert.Throws<GroupFormatException>(() => TestReleases.Parse("group a\n icd10 X, I25-I20\n icd11 XK8G")).Problems.Count(problem => !problem.Contains("selects nothing", StringComparison.Ordinal)));
}
