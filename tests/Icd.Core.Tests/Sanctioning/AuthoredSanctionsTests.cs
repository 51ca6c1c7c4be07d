using Icd.Core.Sanctioning;
using Icd.Core.Tests.Postcoordination;

namespace Icd.Core.Tests.Sanctioning;

public class AuthoredSanctionsTests
{
    private const string Header = "stem\tvalue\ttarget\tconfidence\tcomment\n", Profile = "NA10|specificAnatomy|no|always|#320";

    private static AuthoredSanctions Tables(string rules, string words = "") =>
        new(("r.tsv", new StringReader(rules)), ("w.tsv", new StringReader("word\tmeans\tcomment\n" + words)));

    private static string Rules(string rules, string words = "") =>
        string.Join("; ", SanctioningRules.Of(SmallMms.Axes(Profile), Tables(Header + rules, words)).All.Select(rule => $"{rule.Stem.Code}{(rule.IsJoined ? '/' : '&')}{rule.Value.Code}={rule.Target.Code} {rule.Confidence} {rule.Provenance.Split(':')[0]}"));

    [Theory]
    [InlineData("", "", "NA10&XA10=NA10.0 Certain derived; NA10.0&XA11=NA10.00 Certain derived; NA10&XA11=NA10.00 Certain derived")]
    [InlineData("NA10\tXA10\tNA10.0\tnever\tno\n", "", "NA10.0&XA11=NA10.00 Certain derived; NA10&XA11=NA10.00 Certain derived")]
    [InlineData("NA10\tXA10\tNA10.0\tsuggested\tperhaps\n", "", "NA10&XA10=NA10.0 Suggested r.tsv; NA10.0&XA11=NA10.00 Certain derived; NA10&XA11=NA10.00 Certain derived")]
    [InlineData("# a comment\nNA20\t1A00\tNA30\tcertain\tjoined\n", "", "NA20/1A00=NA30 Certain r.tsv; NA10&XA10=NA10.0 Certain derived; NA10.0&XA11=NA10.00 Certain derived; NA10&XA11=NA10.00 Certain derived")]
    [InlineData("ZZ99\tXA10\tNA10.0\tcertain\tnot in this release\n", "", "NA10&XA10=NA10.0 Certain derived; NA10.0&XA11=NA10.00 Certain derived; NA10&XA11=NA10.00 Certain derived")]
    [InlineData("", "elbow\tknee\tnonsense\n", "NA10&XA10=NA10.0 Certain derived; NA10.0&XA11=NA10.00 Suggested derived; NA10.0&XA21=NA10.00 Suggested derived; NA10&XA11=NA10.00 Suggested derived; NA10&XA21=NA10.00 Suggested derived")]
    public void Rules_Authored_OverruleDerivedOnes(string rules, string words, string expected) => Assert.Equal(expected, Rules(rules, words));

    [Theory]
    [InlineData("stem\tvalue\n", "", "r.tsv:1: the columns must be stem, value, target, confidence, comment.")]
    [InlineData(Header + "NA10\tXA10\n", "", "r.tsv:2: there are 2 columns, not 5.")]
    [InlineData(Header + "NA10\tXA10\tNA10.0\tsure\t\n", "", "r.tsv:2: 'sure' is none of certain, suggested, never.")]
    [InlineData(Header + "NA10\tarm\tNA10.0\tcertain\t\n", "", "r.tsv:2: 'arm' is not an ICD-11 code.")]
    [InlineData(Header, "a\tb\t\na\tc\t\n", "w.tsv:3: 'a' stands there twice.")]
    public void Tables_Malformed_SayWhere(string rules, string words, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => Tables(rules, words)).Message);
}
