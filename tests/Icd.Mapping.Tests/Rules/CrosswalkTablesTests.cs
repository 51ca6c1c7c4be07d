using Icd.Mapping.Rules;
using Icd.Mapping.Tests.Support;
using Icd.Tests;

namespace Icd.Mapping.Tests.Rules;

/// <summary>Whoever edits a table is told the row and the reason.</summary>
public class CrosswalkTablesTests
{
    private const string Header = "code\ttarget\trelation\tlost\tadded\talternatives\treview\treason\n";
    private const string SchemeHeader = "scheme\tvalue\tpart\tfit\tnb\ten\tadded\talternatives\tcomment\n";

    private const string BackHeader = "expression\tcode\trelation\tlost\talternatives\treview\treason\n";

    [Theory]
    [InlineData(BackHeader + "5A1\tE11.9\n", "'5A1' is not an ICD-11 expression")]
    [InlineData(BackHeader + "5A11\tE1\n", "'E1' is not an ICD-10 code")]
    [InlineData(BackHeader + "5A11\tE11.9\n5A11\tE11.8\n", "5A11 has a rule already, in a.tsv:2")]
    [InlineData(BackHeader + "6A80.0\tnone\n", "a rule without a code needs a reason")]
    [InlineData(BackHeader + "6A80.0\tnone\tequivalent\t\t\t\twhy\n", "code none and relation not-related belong together")]
    [InlineData(BackHeader + "5A11\tE11.9\tequivalent\ten // a\n", "what is equivalent loses nothing")]
    [InlineData(BackHeader + "5A11\tE11.9\t\t\tE10.9 type 1\n", "'E10.9 type 1' is not an alternative")]
    [InlineData("code\ttarget\n", "the columns must be code, target")]
    [InlineData(Header + "E11.9\n", "the target is empty")]
    [InlineData(Header + "\t5A11\n", "no code is given")]
    [InlineData(Header + "E1x9.9\t5A11\n", "'E1x9.9' is not a code pattern")]
    [InlineData(Header + "E11.9\t5A11\twider\n", "'wider' is none of equivalent")]
    [InlineData(Header + "E11.9\t5A11\tequivalent\ten // a\n", "what is equivalent neither loses nor adds anything")]
    [InlineData(Header + "U49.9\tnone\n", "a rule without a target needs a reason")]
    [InlineData(Header + "U49.9\tnone\tequivalent\t\t\t\t\tspare\n", "target none and relation not-related belong together")]
    [InlineData(Header + "E11.9\t5A11\tnot-related\n", "target none and relation not-related belong together")]
    [InlineData(Header + "E11.9\t5A11\t\t\t\t\tmaybe\n", "review is yes or empty, not 'maybe'")]
    [InlineData(Header + "E11.9\t5A11\t\t\t\t5A10 if\n", "'5A10 if' is not an alternative")]
    [InlineData(Header + "E11.9\t5A11{\n", "a { in '5A11{' is not closed")]
    [InlineData(Header + "E11.9\t5A11{a@7}\n", "are not places 1 to 5")]
    [InlineData(Header + "E11.9\t5A11{what}\n", "{what} is none of")]
    [InlineData(Header + "E11.9\t5A11 \n", "a cell begins or ends with a space")]
    [InlineData(Header + "E11.9\t5A11\t\t\t\t\t\t\tmore\n", "there are 9 columns, not 8")]
    [InlineData(Header + "A1.0+B2+C3\t5A11\n", "joins more than two codes")]
    [InlineData(SchemeHeader + "joint\t\t&XA1\n", "scheme and value must be given")]
    [InlineData(SchemeHeader + "joint\t1\t&XA05J7\n", "nb and en must say what the value means")]
    [InlineData(SchemeHeader + "joint\t1\t&XA05J7\t\tskulder\n", "a meaning is given in both languages or in none")]
    [InlineData(SchemeHeader + "joint\t1\t\tsource-is-broader\tskulder\tshoulder\n", "a value without a part either loses nothing")]
    [InlineData(SchemeHeader + "joint\t1\t&XA05J7 &XA2ND5\t\tskulder\tshoulder\n", "is not a part; several are separated by ' | '")]
    [InlineData(SchemeHeader + "joint\t2\t&XA69H4\tsource-is-broader\toverarm\tarm\n", "added must say what the part says beyond the value")]
    [InlineData(SchemeHeader + "joint\t2\t&XA69H4\t\toverarm\tarm\talbue // elbow\n", "added must say what the part says beyond the value")]
    [InlineData(SchemeHeader + "joint\t1\t\njoint\t1\t\n", "the scheme has this value already")]
    public void Parse_Malformed_NamesRowAndReason(string table, string reason)
    {
        var exception = Assert.Throws<FormatException>(() => CrosswalkRules.Parse(("a.tsv", new StringReader(table))));

        Assert.StartsWith("a.tsv, row ", exception.Message, StringComparison.Ordinal);
        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_UnknownScheme_IsRefused() =>
        Assert.Equal("a.tsv:2: there is no scheme 'joint'.", Assert.Throws<FormatException>(() => CrosswalkRules.Parse(("a.tsv", new StringReader(Header + "M05.8?\tFA20.0{joint@5}\n")))).Message);

    [Fact]
    public void Parse_CommentsAndMissingCellsAtTheEnd_AreAllowed()
    {
        var rules = CrosswalkRules.Parse(("a.tsv", new StringReader("# first\n" + Header + "\n# more\nE11.9 E11.8\t5A11\n")));

        Assert.Equal(["E11.9", "E11.8"], rules.Rules.Select(rule => rule.Pattern.Text));
        Assert.All(rules.Rules, rule => Assert.Equal("a.tsv:5", rule.Origin));
    }

    [Fact]
    public void Parse_TableOfTheWayBack_GivesItsRules()
    {
        var rules = CrosswalkRules.Parse(("back.tsv", new StringReader(BackHeader + "6D80.1\tG30.1+F00.1\tequivalent\n5A20.1 5A20.Z\tE14.0\tsource-is-narrower\t\tE10.0: type 1 // type 1\tyes\tno type\n")));

        Assert.Equal(["G30.1 F00.1", "E14.0", "E14.0"], rules.BackRules.Select(rule => string.Join(' ', rule.Codes)));
        Assert.Equal([false, true, true], rules.BackRules.Select(rule => rule.NeedsReview));
        Assert.Equal("E10.0", Assert.Single(rules.BackRules[1].Alternatives).Target);
    }

    [WhoDataFact]
    public void Problems_OfTheWayBack_NameWhatTheReleasesLack()
    {
        var problems = RealCrosswalk.With(("back.tsv", BackHeader + "ZZ99\tE11.9\n5A11\tE99.9\n6D80.1\tF00.1\n")).Problems().ToList();

        Assert.Contains("back.tsv:2: ZZ99 is not valid in mms-2024-01.", problems);
        Assert.Contains(problems, problem => problem.StartsWith("back.tsv:3: E99.9 is not a code of icd10", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.StartsWith("back.tsv:4: F00.1 is an asterisk code", StringComparison.Ordinal));
    }
}
