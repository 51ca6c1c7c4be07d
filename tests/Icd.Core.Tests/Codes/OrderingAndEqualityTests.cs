using FsCheck.Fluent;
using Icd.Core.Codes;
using Icd.Core.Tests.Support;

namespace Icd.Core.Tests.Codes;

public class OrderingAndEqualityTests
{
    [Fact]
    public void Icd11Code_Order_IsTheTextsOrdinalOrder()
    {
        var pairs = from left in Some.Icd11Text from right in Some.Icd11Text select (left, right);
        Always.Holds(pairs, pair =>
        {
            var (left, right) = (Icd11Code.Parse(pair.left), Icd11Code.Parse(pair.right));
            var expected = Math.Sign(string.CompareOrdinal(pair.left, pair.right));
            Assert.Equal(expected, Math.Sign(left.CompareTo(right)));
            Assert.Equal(expected, Math.Sign(left.CompareTo((object)right)));
            Assert.Equal([expected < 0, expected > 0, expected <= 0, expected >= 0], (bool[])[left < right, left > right, left <= right, left >= right]);
            Assert.Equal((expected == 0, expected != 0), (left == right, left != right));
        });
    }

    [Fact]
    public void Icd10Code_Order_IsThatOfTheTextWithoutPointThenOfTheMark()
    {
        var pairs = from left in Some.Icd10Text from right in Some.Icd10Text select (left, right);
        Always.Holds(pairs, pair =>
        {
            var (left, right) = (Icd10Code.Parse(pair.left), Icd10Code.Parse(pair.right));
            var byText = string.CompareOrdinal(left.ToString("N", null), right.ToString("N", null));
            var expected = Math.Sign(byText != 0 ? byText : left.Mark.CompareTo(right.Mark));
            Assert.Equal(expected, Math.Sign(left.CompareTo(right)));
            Assert.Equal(expected, Math.Sign(left.CompareTo((object)right)));
            Assert.Equal([expected < 0, expected > 0, expected <= 0, expected >= 0], (bool[])[left < right, left > right, left <= right, left >= right]);
            Assert.Equal((expected == 0, expected != 0), (left == right, left != right));
        });
    }

    public static TheoryData<string[], string> Sorted => new()
    {
        { ["01", "1A00", "1A00.0", "1A00.00", "1A01", "8A68", "BA41", "V", "VD00", "X", "XA00", "XA000"], "a code comes before the codes it begins" },
    };

    [Theory, MemberData(nameof(Sorted))]
    public void Icd11Code_Sort_PutsShorterCodesFirst(string[] codes, string why)
    {
        var sorted = codes.Reverse().Select(code => Icd11Code.Parse(code)).Order().Select(code => code.ToString());
        Assert.True(codes.SequenceEqual(sorted), why);
    }

    [Fact]
    public void Icd10Code_Sort_PutsUnmarkedThenDaggerThenAsterisk()
    {
        string[] codes = ["A17", "A17†", "A17*", "A17.0", "A17.0†", "A17.00", "A18", "V0n", "V0n.0a"];
        Assert.Equal(codes, codes.Reverse().Select(code => Icd10Code.Parse(code)).Order().Select(code => code.ToString()));
    }

    [Fact]
    public void CompareTo_SomethingElse_Throws()
    {
        Assert.Equal(1, Icd11Code.Parse("BA41").CompareTo(null));
        Assert.Equal(1, Icd10Code.Parse("E11").CompareTo(null));
        Assert.Throws<ArgumentException>(() => Icd11Code.Parse("BA41").CompareTo("BA41"));
        Assert.Throws<ArgumentException>(() => Icd10Code.Parse("E11").CompareTo("E11"));
    }

    public static TheoryData<object, object, bool, string> Pairs => new()
    {
        { Icd11Code.Parse("ba41.0"), Icd11Code.Parse("BA41.0"), true, "case" },
        { Icd11Code.Parse("BA41"), Icd11Code.Parse("BA41.0"), false, "a prefix" },
        { Icd11Code.Parse("BA41"), "BA41", false, "a text" },
        { Icd10Code.Parse("e119"), Icd10Code.Parse("E11.9"), true, "case and point" },
        { Icd10Code.Parse("A170+"), Icd10Code.Parse("A17.0†"), true, "spelling of the dagger" },
        { Icd10Code.Parse("A17.0"), Icd10Code.Parse("A17.0†"), false, "mark" },
        { Icd10Code.Parse("A17.0*"), Icd10Code.Parse("A17.0†"), false, "other mark" },
        { EntityUri.Parse("https://id.who.int/icd/entity/1"), EntityUri.Parse("http://id.who.int/icd/entity/1"), true, "scheme" },
        { EntityUri.Create(Linearization.Mms, 1), EntityUri.Create(Linearization.Foundation, 1), false, "linearization" },
        { EntityUri.Create(Linearization.Mms, 1), EntityUri.Create(Linearization.Mms, 1, Residual.Other), false, "residual" },
        { EntityUri.Create(Linearization.Mms, 1), EntityUri.Create(Linearization.Mms, 1, release: ReleaseId.Create(2024, 1)), false, "release" },
    };

    [Theory, MemberData(nameof(Pairs))]
    public void Equals_Pair_MeansTheSameCode(object left, object right, bool equal, string why)
    {
        Assert.True(equal == left.Equals(right), why);
        if (equal) Assert.Equal(left.GetHashCode(), right.GetHashCode());
    }

    [Fact]
    public void GetHashCode_OfManyCodes_Spreads()
    {
        var codes = Some.StemCode.Sample(2000).Distinct().Select(code => Icd11Code.Parse(code)).ToList();
        Assert.True(codes.Select(code => code.GetHashCode()).Distinct().Count() > codes.Count * 99 / 100);
    }
}
