using Icd.Core.Codes;

namespace Icd.Core.Tests.Codes;

public class Icd10CodeMarkAndFormatTests
{
    public static TheoryData<string, string?, string, string> Formats => new()
    {
        { "A170+", null, "A17.0†", "general is the default" },
        { "A170+", "", "A17.0†", "an empty format is the default" },
        { "A170+", "G", "A17.0†", "with point and mark" },
        { "A170+", "D", "A17.0", "with point only" },
        { "A170+", "N", "A170", "as Norwegian code lists write it" },
        { "G01*", "G", "G01*", "no point to write" },
        { "G01*", "N", "G01", "no point, no mark" },
        { "v0N0A", "G", "V0n.0a", "national code" },
        { "v0N0A", "N", "V0n0a", "national code as the list writes it" },
    };

    [Theory, MemberData(nameof(Formats))]
    public void ToString_Format_SelectsPointAndMark(string text, string? format, string expected, string why) =>
        Assert.True(expected == Icd10Code.Parse(text).ToString(format, null), why);

    [Theory]
    [InlineData("g")]
    [InlineData("X")]
    [InlineData("GG")]
    [InlineData(" ")]
    public void Format_Unknown_ThrowsAndNamesTheFormats(string format)
    {
        var code = Icd10Code.Parse("E11.9");
        var error = Assert.Throws<FormatException>(() => code.ToString(format, null));
        Assert.Equal($"'{format}' is not a format of Icd10Code; use G, D or N.", error.Message);
        Assert.Throws<FormatException>(() => code.TryFormat(new char[9], out _, format, null));
        Assert.Throws<FormatException>(() => code.TryFormat(new byte[9], out _, format, null));
    }

    [Fact]
    public void MaxLength_OfTheLongestCode_IsExact() =>
        Assert.Equal(Icd10Code.MaxLength, Icd10Code.Parse("C50.11†").ToString().Length);

    [Fact]
    public void WithMark_ReplacesTheMark()
    {
        var code = Icd10Code.Parse("A17.0†");
        Assert.Equal("A17.0*", code.WithMark(Icd10Mark.Asterisk).ToString());
        Assert.Equal(code, code.WithMark(Icd10Mark.Dagger));
        Assert.Equal(code.WithoutMark, code.WithMark(Icd10Mark.None));
        Assert.NotEqual(code, code.WithoutMark);
        Assert.Throws<ArgumentOutOfRangeException>(() => code.WithMark((Icd10Mark)3));
    }

    [Fact]
    public void Category_OfAMarkedCode_HasNoMark() =>
        Assert.Equal(Icd10Code.Parse("A17"), Icd10Code.Parse("A17.0†").Category);

    [Fact]
    public void Default_IsNoCode()
    {
        Icd10Code none = default;
        Assert.Equal("", none.ToString());
        Assert.Equal(0, none.Length);
        Assert.Equal(Icd10Mark.None, none.Mark);
        Assert.Equal(none, none.Category);
        Assert.Throws<InvalidOperationException>(() => none.WithMark(Icd10Mark.Dagger));
    }
}
