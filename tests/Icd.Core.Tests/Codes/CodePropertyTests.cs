using FsCheck;
using FsCheck.Fluent;
using Icd.Core.Codes;
using Icd.Core.Tests.Support;

namespace Icd.Core.Tests.Codes;

public class CodePropertyTests
{
    [Fact]
    public void Icd11Code_ParseOfFormat_GivesTheCodeBack() => Always.Holds(Some.Icd11Text, text =>
    {
        var code = Icd11Code.Parse(text);
        Assert.Equal(text, code.ToString());
        Assert.Equal(code, Icd11Code.Parse(text.ToLowerInvariant()));
    });

    [Fact]
    public void Icd10Code_ParseOfFormat_GivesTheCodeBack() => Always.Holds(Some.Icd10Text, text =>
    {
        var code = Icd10Code.Parse(text);
        Assert.Equal(text, code.ToString());
        Assert.Equal(code, Icd10Code.Parse(text.ToLowerInvariant()));
        Assert.Equal(code, Icd10Code.Parse(text.ToUpperInvariant().Replace(".", "")));
        Assert.Equal(code.WithoutMark, Icd10Code.Parse(code.ToString("N", null)));
        Assert.Equal(code.WithoutMark, Icd10Code.Parse(code.ToString("D", null)));
    });

    [Fact]
    public void EntityUri_ParseOfFormat_GivesTheUriBack() => Always.Holds(Some.Uri, uri =>
    {
        Assert.Equal(uri, EntityUri.Parse(uri.ToString()));
        Assert.Equal(uri, EntityUri.Create(uri.Linearization, uri.Id, uri.Residual, uri.Release));
    });

    [Fact]
    public void NoText_IsBothAnIcd10AndAnIcd11Code() => Always.Holds(Gen.OneOf(Some.Icd11Text, Some.Icd10Text), text =>
        Assert.NotEqual(Icd10Code.TryParse(text, out _), Icd11Code.TryParse(text, out _)));

    public static TheoryData<Gen<string>> Hostile =>
    [
        Some.NastyText,
        Some.AnyText,
        Some.NearMiss(Some.Icd11Text),
        Some.NearMiss(Some.Icd10Text),
        Some.NearMiss(Some.Uri.Select(uri => uri.ToString())),
    ];

    [Theory, MemberData(nameof(Hostile))]
    public void TryParse_HostileText_NeverThrowsAndPointsIntoTheText(Gen<string> texts) => Always.Holds(texts, text =>
    {
        Agreement.Holds<Icd11Code>(text, Icd11Code.TryParse, Icd11Code.TryParse);
        Agreement.Holds<Icd10Code>(text, Icd10Code.TryParse, Icd10Code.TryParse);
        Agreement.Holds<EntityUri>(text, EntityUri.TryParse, EntityUri.TryParse);
    }, cases: 10_000);

    [Fact]
    public void TryParse_AnyBytes_NeverThrows()
    {
        var bytes = Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf();
        Always.Holds(bytes, utf8 =>
        {
            Inside(Icd11Code.TryParse(utf8, out _, out var icd11), icd11, utf8.Length);
            Inside(Icd10Code.TryParse(utf8, out _, out var icd10), icd10, utf8.Length);
            Inside(EntityUri.TryParse(utf8, out _, out var uri), uri, utf8.Length);
        }, cases: 10_000);
    }

    private static void Inside(bool parsed, SyntaxError error, int length)
    {
        Assert.Equal(parsed, error.IsNone);
        Assert.InRange(error.Position, 0, length);
        Assert.InRange(error.Length, 0, length - error.Position);
    }
}
