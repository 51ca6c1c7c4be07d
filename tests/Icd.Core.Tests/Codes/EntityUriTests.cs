using System.Text;
using Icd.Core.Codes;
using Icd.Core.Tests.Support;

namespace Icd.Core.Tests.Codes;

public class EntityUriTests
{
    private const string Root = "http://id.who.int/icd/";

    public static TheoryData<string, string?, Linearization, uint, Residual, string, string> WellFormed => new()
    {
        { Root + "entity/257068234", null, Linearization.Foundation, 257068234, Residual.None, "", "Foundation" },
        { Root + "release/11/mms/257068234", null, Linearization.Mms, 257068234, Residual.None, "", "unversioned" },
        { Root + "release/11/mms/1310075986/unspecified", null, Linearization.Mms, 1310075986, Residual.Unspecified, "", "residual Z" },
        { Root + "release/11/mms/1310075986/other", null, Linearization.Mms, 1310075986, Residual.Other, "", "residual Y" },
        { Root + "release/11/2024-01/mms/1", null, Linearization.Mms, 1, Residual.None, "2024-01", "versioned" },
        { Root + "release/11/2018/mms/1", null, Linearization.Mms, 1, Residual.None, "2018", "the first release is a bare year" },
        { Root + "release/11/2024-01/icf/4294967295/other", null, Linearization.Icf, uint.MaxValue, Residual.Other, "2024-01", "ICF, largest id" },
        { "https://id.who.int/icd/entity/1", Root + "entity/1", Linearization.Foundation, 1, Residual.None, "", "https is the same entity" },
    };

    [Theory, MemberData(nameof(WellFormed))]
    public void TryParse_WellFormedUri_GivesItsParts(
        string text, string? canonical, Linearization linearization, uint id, Residual residual, string release, string why)
    {
        Assert.True(EntityUri.TryParse(text, out var uri, out var error), why);
        Assert.True(error.IsNone);
        Assert.Equal(canonical ?? text, uri.ToString());
        Assert.Equal((linearization, id, residual, release), (uri.Linearization, uri.Id, uri.Residual, uri.Release.ToString()));
        Assert.Equal(uri, EntityUri.Create(linearization, id, residual, uri.Release));
        Assert.True(EntityUri.TryParse(Encoding.UTF8.GetBytes(text), out var fromUtf8, out _));
        Assert.Equal(uri, fromUtf8);
    }

    public static TheoryData<string, int, string> Malformed => new()
    {
        { "5A11", 0, "a code" },
        { "HTTP://id.who.int/icd/entity/1", 0, "upper-case scheme: WHO writes lower case, and one entity is one text" },
        { "ftp://id.who.int/icd/entity/1", 0, "another scheme" },
        { "http://id.who.int/icd11/entity/1", 4, "another path" },
        { "https://id.who.org/icd/entity/1", 5, "another host" },
        { Root + "release/10/mms/1", 22, "ICD-10's URIs are others" },
        { Root + "release/11/abc/1", 33, "unknown linearization" },
        { Root + "release/11/2024-13/mms/1", 33, "month 13" },
        { Root + "release/11/2000-01/mms/1", 33, "the year 2000 cannot be kept and had no release" },
        { Root + "release/11/2024-1/mms/1", 33, "month of one digit" },
        { Root + "release/11/２０２４/mms/1", 33, "full-width digits" },
        { Root + "entity/", 29, "id missing" },
        { Root + "entity/0", 30, "ids begin at 1" },
        { Root + "entity/01", 31, "a second spelling of id 1" },
        { Root + "entity/4294967296", 39, "id beyond 32 bits" },
        { Root + "entity/99999999999999999999999", 39, "id that would overflow 64 bits, were it read on" },
        { Root + "entity/1/other", 30, "the Foundation has no residuals" },
        { Root + "release/11/mms/1/otherwise", 38, "not a residual" },
        { Root + "release/11/mms/1/OTHER", 38, "residuals are lower case" },
        { Root + "release/11/mms/1 ", 38, "trailing space" },
        { Root + "release/11/mms/1/other/", 44, "trailing slash" },
        { " " + Root + "entity/1", 0, "leading space" },
        { Root + "entity/1é", 30, "something after the id" },
    };

    [Theory, MemberData(nameof(Malformed))]
    public void TryParse_MalformedUri_PointsWhereItStopsBeingOne(string text, int position, string why)
    {
        Assert.False(EntityUri.TryParse(text, out var uri, out var error), why);
        Assert.Equal(new SyntaxError(SyntaxErrorKind.UnknownUri, position, text.Length - position), error);
        Assert.Equal(default, uri);
        Assert.False(EntityUri.TryParse(text, out _));
        Assert.Equal(error, Assert.Throws<CodeFormatException>(() => EntityUri.Parse(text)).Error);
        Agreement.Holds<EntityUri>(text, EntityUri.TryParse, EntityUri.TryParse);
    }

    [Fact]
    public void TryParse_Empty_SaysSo()
    {
        Assert.False(EntityUri.TryParse("", out _, out var error));
        Assert.Equal(new SyntaxError(SyntaxErrorKind.Empty, 0), error);
    }

    [Theory]
    [InlineData(Linearization.Mms)]
    [InlineData(Linearization.Icf)]
    public void MaxLength_OfTheLongestUri_IsExact(Linearization linearization)
    {
        var longest = EntityUri.Create(linearization, uint.MaxValue, Residual.Unspecified, ReleaseId.Create(2024, 12));
        Assert.Equal(EntityUri.MaxLength, longest.ToString().Length);
        Assert.Equal(longest, EntityUri.Parse(longest.ToString()));
    }

    [Fact]
    public void Unversioned_DropsTheReleaseOnly()
    {
        var uri = EntityUri.Parse(Root + "release/11/2024-01/mms/12/other");
        Assert.Equal(Root + "release/11/mms/12/other", uri.Unversioned.ToString());
        Assert.NotEqual(uri, uri.Unversioned);
        Assert.Equal(uri.Unversioned, uri.Unversioned.Unversioned);
        Assert.Equal(default, default(EntityUri).Unversioned);
    }

    [Fact]
    public void Create_ImpossibleParts_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => EntityUri.Create(Linearization.Mms, 0));
        Assert.Throws<ArgumentException>(() => EntityUri.Create(Linearization.Foundation, 1, Residual.Other));
        Assert.Throws<ArgumentException>(() => EntityUri.Create(Linearization.Foundation, 1, release: ReleaseId.Create(2024, 1)));
    }

    [Fact]
    public void Default_IsNoUri()
    {
        Assert.Equal("", default(EntityUri).ToString());
        Assert.Equal(0u, default(EntityUri).Id);
        Assert.True(default(EntityUri).Release.IsNone);
    }
}
