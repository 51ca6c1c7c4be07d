using System.Buffers.Binary;
using Icd.Core.Releases;
using static Icd.Core.Releases.ReleaseFormat;

namespace Icd.Core.Tests.Releases;

/// <summary>Files whose checksums are right: written so by a newer version, a faulty writer or an attacker.</summary>
public class ReleaseForgeryTests
{
    private static readonly byte[] Compiled = Sample.Draft().Compile();

    [Theory]
    [InlineData(Major + 1, ReleaseFormatProblem.NewerFormat, "has format version 2, this program reads 1. Use a newer version of the program, or import the release again with this one.")]
    [InlineData(ushort.MaxValue, ReleaseFormatProblem.NewerFormat, "has format version 65535, this program reads 1. Use a newer version of the program, or import the release again with this one.")]
    [InlineData(Major - 1, ReleaseFormatProblem.OlderFormat, "has format version 0, this program reads 1. Import the release again.")]
    public void Load_OtherMajorVersion_SaysWhichAndWhatToDo(ushort major, ReleaseFormatProblem problem, string detail)
    {
        var forged = Forgery.Of(Compiled, file => BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(VersionOffset), major));
        var error = Assert.Throws<ReleaseFormatException>(() => Release.Load(forged, "mms.icdrel"));
        Assert.Equal((problem, "mms.icdrel " + detail), (error.Problem, error.Message));
    }

    [Fact]
    public void Load_NewerMinorVersionWithAnUnknownSection_IsRead()
    {
        // Scales stand in for a section that only the newer version knows; without scales a release is still one.
        var forged = Forgery.Of(Compiled, file =>
        {
            file[VersionOffset + 2] = 9;
            file.SetId(Section.ScaleRoots, 77);
        });
        Assert.Equal("Type 1", Release.Load(forged).Find("5A10").Title);
    }

    [Fact]
    public void Forgery_OfNothing_IsRead() => Assert.Equal(Compiled, Forgery.Of(Compiled, _ => { }));

    public static TheoryData<Action<byte[]>, string> Contradictions => new()
    {
        { file => BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(SectionCountOffset), 1000), "table longer than the file" },
        { file => BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(SectionCountOffset), uint.MaxValue), "table longer than any file" },
        { file => BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(SectionCountOffset), 0), "no sections" },
        { file => file.SetOffset(Section.Titles, (ulong)file.Length), "section behind the file" },
        { file => file.SetOffset(Section.Titles, ulong.MaxValue), "section that begins far away" },
        { file => file.SetLength(Section.Strings, (ulong)file.Length), "section that ends behind the file" },
        { file => file.SetLength(Section.Strings, ulong.MaxValue), "length that overflows" },
        { file => file.SetId(Section.Info, 77), "no info" },
        { file => file.SetLength(Section.Info, 4), "info cut off" },
        { file => file.SetId(Section.Strings, 77), "no strings" },
        { file => file.SetId(Section.Entities, 77), "titles but no entities" },
        { file => file.SetLength(Section.Entities, file.LengthOf(Section.Entities) - 40), "an entity less than titles" },
        { file => file.SetId(Section.Titles, 77), "entities but no titles" },
        { file => file.SetId(Section.TermIndex, 77), "no index of terms" },
        { file => file.SetLength(Section.ScaleIndex, 4), "index of scales cut off" },
        { file => file.SetId(Section.CodeKeys, 77), "no table of codes" },
        { file => file.SetLength(Section.CodeKeys, file.LengthOf(Section.CodeKeys) - 8), "table of codes that is no power of two" },
        { file => file.SetLength(Section.CodeValues, 4), "fewer values than codes" },
        { file => file.Contents(Section.CodeKeys).Fill(1), "table of codes without an empty slot: a search would never end" },
        { file => file.Contents(Section.Entities)[16..20].Clear(), "subtree that ends before it begins: a walk would never end" },
        { file => file.Contents(Section.Entities)[16..20].Fill(0x7F), "subtree that ends behind the last entity" },
        { file => file.SetId(Section.UriValues, 77), "no values for ids" },
        { file => file.Contents(Section.Languages).Fill(0xFF), "language whose name lies outside the strings" },
        { file => file.Contents(Section.Sources)[4..8].Fill(0x7F), "source whose name lies outside the strings" },
        { file => file.Contents(Section.Strings).Fill(0xFF), "strings of negative length" },
        { file => file.Contents(Section.Info)[4] = 13, "month 13" },
        { file => file.Contents(Section.Info)[0] = 200, "unknown classification" },
    };

    [Theory, MemberData(nameof(Contradictions))]
    public void Load_ContradictorySections_IsCorrupt(Action<byte[]> change, string why)
    {
        var forged = Forgery.Of(Compiled, change);
        var error = Record.Exception(() => Release.Load(forged)) as ReleaseFormatException;
        Assert.True(error?.Problem == ReleaseFormatProblem.Corrupt, why);
    }
}
