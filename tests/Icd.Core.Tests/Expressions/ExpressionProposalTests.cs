using FsCheck.Fluent;
using Icd.Core.Expressions;
using Icd.Core.Tests.Support;

namespace Icd.Core.Tests.Expressions;

public class ExpressionProposalTests
{
    public static TheoryData<string, string?, string> Proposals => new()
    {
        { "5A11&XK8G", null, "well-formed: nothing to mend" },
        { " 5a11 & xk8g ", null, "well-formed in another case and spacing" },
        { "5A1O", "5A10", "O for zero" },
        { "5aii", "5A11", "i for one, twice" },
        { "BA410", "BA41.0", "point forgotten" },
        { "BA4.10", "BA41.0", "point as in ICD-10" },
        { "&5A11", "5A11", "leading separator" },
        { "5A11/", "5A11", "trailing separator" },
        { "5A11&&XK8G", "5A11&XK8G", "repeated separator" },
        { "5A11/&XK8G", "5A11&XK8G", "which of the two was meant follows from the code" },
        { "5A11 XK8G", "5A11&XK8G", "separator missing before an extension code" },
        { "5A11 2A00", "5A11/2A00", "separator missing before a stem code" },
        { "5A11, XK8G; 2A00", "5A11&XK8G/2A00", "list separators" },
        { "5A11+XK8G", "5A11&XK8G", "plus" },
        { "5A11/XK8G", "5A11&XK8G", "extension after /" },
        { "5A11&2A00", "5A11/2A00", "stem after &" },
        { "5A11%26XK8G", "5A11&XK8G", "web address" },
        { "5A11&amp;XK8G", "5A11&XK8G", "HTML" },
        { "2A00/5A11&amp;XK8G&AMP;XN109", "2A00/5A11&XK8G&XN109", "HTML, twice and in any case" },
        { "5A11\u00A0&\u00A0XK8G", "5A11&XK8G", "no-break spaces" },
        { "5A\u00AD11", "5A11", "soft hyphen inside a code" },
        { "\uFEFF5A11", "5A11", "byte order mark" },
        { "5A11&XN109 XK8G", "5A11&XN109&XK8G", "members stay in the order written" },
        { "XK8G", null, "which stem is meant, nobody knows" },
        { "E11.9", null, "another classification: that is a mapping, no mend" },
        { "05", null, "which code of the chapter, nobody knows" },
        { "5A1", null, "which character is missing, nobody knows" },
        { "8A68.Z00", null, "which character is too many, nobody knows" },
        { "5A?1", null, "any character" },
        { "http://example.org/5A11", null, "someone else's URI" },
        { "5A11&amplitude", null, "a word" },
        { "", null, "nothing" },
        { "diabetes mellitus", null, "words" },
        { "5AOO/5AOO/5AOO/5AOO/5AOO", null, "ten slips in one text are no slips" },
    };

    [Theory, MemberData(nameof(Proposals))]
    public void For_Text_MendsOnlyTheLikely(string text, string? expected, string why) =>
        Assert.True(expected == ExpressionProposal.For(text), $"{why}: {ExpressionProposal.For(text)}");

    [Fact]
    public void For_WellFormed_ProposesNothing() =>
        Always.Holds(Some.Groups.Select(Some.Joined), text => Assert.Null(ExpressionProposal.For(text)));

    [Fact]
    public void For_AnyText_ProposesAnExpressionOrNothing() =>
        Always.Holds(Gen.OneOf(Some.NearMiss(Some.Groups.Select(Some.Joined)), Some.NastyText, Some.AnyText), text =>
        {
            var proposal = ExpressionProposal.For(text);
            if (proposal is null) return;
            Assert.False(ClusterExpression.TryParse(text, out _));
            Assert.Equal(proposal, ClusterExpression.Parse(proposal).ToString("W", null));
        }, cases: 10_000);
}
