using FsCheck.Fluent;
using Icd.Core.Codes;
using Icd.Core.Tests.Support;

namespace Icd.Core.Tests.Codes;

public class CodeProposalTests
{
    public static TheoryData<string, string?, string> Proposals => new()
    {
        { "E11.9", null, "well-formed: nothing to mend" },
        { "v0n0a", null, "well-formed in another case" },
        { " E11.9 ", "E11.9", "spaces round it" },
        { "E 11.9", "E11.9", "space inside" },
        { "A00 11", null, "a space after a whole category may stand between two codes" },
        { "E11.9\u00A0", "E11.9", "no-break space" },
        { "\uFEFFE119", "E11.9", "byte order mark" },
        { "E1.19", "E11.9", "point in the wrong place" },
        { "E11..9", "E11.9", "two points" },
        { "E11.", "E11", "point with nothing after it" },
        { "E1O", "E10", "O for zero" },
        { "eo9.o", "E09.0", "o for zero, twice" },
        { "EI1.9", "E11.9", "I for one" },
        { "El1.9", "E11.9", "small L for one" },
        { "O8O", "O80", "the first letter stays what it is" },
        { "E11.-", "E11", "placeholder: only the category is certain" },
        { "E11-", "E11", "placeholder without point" },
        { "E11.9-", "E11.9", "placeholder below a subdivision" },
        { " A17.0† ", "A17.0†", "the mark stays" },
        { "E10-E14", null, "a range names several codes" },
        { "BA41.0", null, "another classification" },
        { "E11,9", "E11.9", "a decimal comma: a digit alone is no code" },
        { "E11,E10", null, "a comma between two codes" },
        { "E11,90", null, "a comma may as well separate two values" },
        { "E11.A", null, "no letter resembles a digit here" },
        { "", null, "nothing" },
        { "...", null, "nothing but points" },
        { "diabetes", null, "a word" },
        { "E11.9 E11.9", null, "two codes" },
        { "              E11", null, "longer than a slip of the pen" },
    };

    [Theory, MemberData(nameof(Proposals))]
    public void ForIcd10_Text_MendsOnlyTheLikely(string text, string? expected, string why) =>
        Assert.True(expected == CodeProposal.ForIcd10(text)?.ToString(), $"{why}: {CodeProposal.ForIcd10(text)}");

    [Fact]
    public void ForIcd10_WellFormed_ProposesNothing() =>
        Always.Holds(Some.Icd10Text, text => Assert.Null(CodeProposal.ForIcd10(text)));

    [Fact]
    public void ForIcd10_AnyText_ProposesACodeOrNothing() =>
        Always.Holds(Gen.OneOf(Some.NearMiss(Some.Icd10Text), Some.NastyText, Some.AnyText), text =>
        {
            var proposal = CodeProposal.ForIcd10(text);
            if (proposal is { } code) Assert.Equal(code, Icd10Code.Parse(code.ToString()));
            Assert.True(proposal is null || !Icd10Code.TryParse(text, out _));
        }, cases: 10_000);
}
