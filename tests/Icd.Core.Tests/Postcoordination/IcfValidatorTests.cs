using Icd.Core.Codes;
using Icd.Core.Postcoordination;
using Icd.Core.Releases;
using Icd.Core.Tests.Releases;

namespace Icd.Core.Tests.Postcoordination;

public class IcfValidatorTests
{
    private static readonly IcfValidator Validator = new(Icf(2022).Load());

    private static ReleaseDraft Icf(int year)
    {
        var draft = Sample.Empty(new(Classification.Icf, ReleaseId.Create(year, 2)), "en");
        var root = draft.Add(null, "", 1, "ICF category", EntityKind.Chapter);
        foreach (var (code, id) in new[] { ("b280", 2u), ("s730", 3u), ("d450", 4u), ("e310", 5u), ("b28016", 6u) }) draft.Add(root, code, id, code);
        draft.Add(root, "d4", 7, "Mobility", EntityKind.Block);
        return draft;
    }

    public static TheoryData<string, string, string> Verdicts => new()
    {
        { "b280.2", "valid", "extent of an impairment" },
        { " B280.9 ", "valid", "space, capital" },
        { "b28016.0", "valid", "a deeper level" },
        { "s730.301", "valid", "extent, change, location" },
        { "s730.3", "valid", "extent only" },
        { "s730.877", "valid", "change and location go to 7" },
        { "d450.23", "valid", "performance and capacity" },
        { "d450._3", "valid", "capacity only" },
        { "d450.23123", "valid", "all five" },
        { "e310.2", "valid", "barrier" },
        { "e310+2", "valid", "facilitator" },
        { "b280", "QualifierMissing b280", "no qualifier" },
        { "b280.", "QualifierMissing b280.", "a point without one" },
        { "d450.__", "QualifierMissing d450", "nothing but open places" },
        { "b280.5", "QualifierOutOfRange 5", "five is no extent" },
        { "b280.x", "QualifierOutOfRange x", "no digit" },
        { "b280._", "QualifierOutOfRange _", "nothing to leave open" },
        { "b280.22", "TooManyQualifiers 2", "one too many" },
        { "s730.3012", "TooManyQualifiers 2", "one too many" },
        { "d450.231234", "TooManyQualifiers 4", "one too many" },
        { "e310.23", "TooManyQualifiers 3", "one too many" },
        { "b280+2", "FacilitatorOutsideEnvironment +", "plus" },
        { "s730.691", "QualifierOutOfRange 6", "the first place" },
        { "b999.2", "UnknownCategory b999", "no such category" },
        { "d4.2", "NotSelectable d4", "a block" },
        { "x280.2", "NotIcf x280.2", "no component" },
        { "b280&XK8G", "NotIcf b280&XK8G", "ICF has its own syntax" },
        { "b280/b280", "NotIcf b280/b280", "no clusters" },
        { "", "NotIcf ", "nothing" },
    };

    [Theory, MemberData(nameof(Verdicts))]
    public void Validate_Code_SaysWhy(string text, string expected, string why)
    {
        var verdict = Validator.Validate(text);
        Assert.Equal($"{why}: {expected}", $"{why}: {(verdict.Kind == VerdictKind.Valid ? "valid" : $"{verdict.Diagnostics[0].Kind} {verdict.Diagnostics[0].Token}")}");
        foreach (var diagnostic in verdict.Diagnostics)
        {
            Assert.Equal(diagnostic.Token, text.Substring(diagnostic.Position, diagnostic.Token.Length), ignoreCase: true);
            Assert.NotEqual(diagnostic.Describe(), diagnostic.Describe(MessageLanguage.Bokmal));
            Assert.NotEmpty(diagnostic.Provenance);
        }
    }

    [Fact]
    public void Validate_Kinds()
    {
        Assert.Equal(VerdictKind.Incomplete, Validator.Validate("b280").Kind);
        Assert.Equal(VerdictKind.Invalid, Validator.Validate("b280.5").Kind);
        Assert.Equal(VerdictKind.NotEvaluated, new IcfValidator(Icf(2026).Load()).Validate("b280.2").Kind);
        Assert.Equal("b280.2", Validator.Validate(" B280.2").Canonical);
    }

    [Fact]
    public void Describe_WordByWord()
    {
        Assert.Equal("'5' is no qualifier in this place; allowed are 0-4, 8, 9.", Validator.Validate("b280.5").Diagnostics[0].Describe());
        Assert.Equal("b280 trenger en kvalifikator (0-4, 8, 9); uten den sier koden ingenting om en person.", Validator.Validate("b280").Diagnostics[0].Describe(MessageLanguage.Bokmal));
    }

    [Theory]
    [InlineData("b280.2", true)]
    [InlineData("e310+2", true)]
    [InlineData("b28016", true)]
    [InlineData("d4", true)]
    [InlineData("E11.9", false)]
    [InlineData("e11.9", false)]
    [InlineData("B280.2", false)]
    [InlineData("bA00", false)]
    [InlineData("b280&XK8G", false)]
    [InlineData("b", false)]
    [InlineData("", false)]
    public void HasIcfForm_TellsFromOtherClassifications(string text, bool expected) => Assert.Equal(expected, IcfValidator.HasIcfForm(text));

    [Fact]
    public void Validator_OfAnotherClassification_Throws() => Assert.Throws<ArgumentException>(() => new IcfValidator(SmallMms.Draft().Load()));
}
