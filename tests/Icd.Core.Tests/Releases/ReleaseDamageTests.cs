using System.Text;
using Icd.Core.Codes;
using Icd.Core.Releases;

namespace Icd.Core.Tests.Releases;

public class ReleaseDamageTests
{
    private static readonly byte[] Compiled = Sample.Draft().Compile();

    [Fact]
    public void Load_EveryTruncation_IsRefused()
    {
        for (var length = 0; length < Compiled.Length; length++)
            Refused(Compiled.AsSpan(0, length), length < ReleaseFormat.HeaderLength ? ReleaseFormatProblem.NotARelease : ReleaseFormatProblem.WrongLength, $"cut at {length}");
    }

    [Fact]
    public void Load_BytesAdded_IsRefused() =>
        Refused([.. Compiled, 0], ReleaseFormatProblem.WrongLength, "one byte more");

    [Fact]
    public void Load_EveryChangedByte_IsRefused()
    {
        for (var at = 0; at < Compiled.Length; at++) RefusedWith(at, 0xFF);
    }

    [Fact]
    public void Load_EveryFlippedBit_IsRefused()
    {
        for (var bit = 0; bit < Compiled.Length * 8; bit++) RefusedWith(bit / 8, (byte)(1 << (bit % 8)));
    }

    private static void RefusedWith(int at, byte flipped)
    {
        var damaged = Compiled.ToArray();
        damaged[at] ^= flipped;
        var expected = at < ReleaseFormat.Magic.Length ? ReleaseFormatProblem.NotARelease
            : at is not (8 or 9) ? ReleaseFormatProblem.Corrupt
            // The major version is looked at first, because a newer format may have other checksums.
            : damaged[8] == 0 && damaged[9] == 0 ? ReleaseFormatProblem.OlderFormat
            : ReleaseFormatProblem.NewerFormat;
        Refused(damaged, expected, $"byte {at} with {flipped:X2} flipped");
    }

    [Fact]
    public void Load_TransferredAsText_IsRefused()
    {
        var text = Encoding.Latin1.GetString(Compiled);
        Refused(Encoding.Latin1.GetBytes(text.ReplaceLineEndings("\n")), ReleaseFormatProblem.NotARelease, "CR LF became LF");
        Refused(Encoding.UTF8.GetBytes(text), ReleaseFormatProblem.NotARelease, "read as Latin-1, written as UTF-8");
    }

    public static TheoryData<byte[], string> Foreign => new()
    {
        { [], "empty" },
        { Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("code\ttitle\n5A11\tType 2\n", 10))), "text" },
        { [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, .. new byte[100]], "PNG, whose first bytes ours are modelled on" },
        { [(byte)'P', (byte)'K', 3, 4, .. new byte[100]], "zip" },
        { new byte[1000], "zeros, as a crashed file system leaves" },
        { ReleaseFormat.Magic.ToArray(), "the first bytes alone" },
    };

    [Theory, MemberData(nameof(Foreign))]
    public void Load_ForeignFile_IsNotARelease(byte[] bytes, string why)
    {
        Refused(bytes, ReleaseFormatProblem.NotARelease, why);
        using var folder = new TemporaryFolder();
        var path = folder.Write("foreign.icdrel", bytes);
        var error = Assert.Throws<ReleaseFormatException>(() => Release.Open(path));
        Assert.Equal((ReleaseFormatProblem.NotARelease, path), (error.Problem, error.Path));
    }

    [Fact]
    public void Load_Damaged_SaysWhichFileAndWhatToDo()
    {
        var error = Assert.Throws<ReleaseFormatException>(() => Release.Load(Compiled.AsSpan(0, 100), "mms.icdrel"));
        Assert.Equal($"mms.icdrel has 100 bytes, its header says {Compiled.Length}; the file was cut off or added to. Import the release again.", error.Message);
        var damaged = Compiled.ToArray();
        damaged[^1] ^= 1;
        error = Assert.Throws<ReleaseFormatException>(() => Release.Load(damaged, "mms.icdrel"));
        Assert.Equal("mms.icdrel is damaged: the checksum of its contents does not match. Import the release again.", error.Message);
        Assert.Equal("mms.icdrel er skadet: sjekksummen for innholdet stemmer ikke. Les utgaven inn på nytt.", error.Describe(MessageLanguage.Bokmal));
    }

    private static void Refused(ReadOnlySpan<byte> bytes, ReleaseFormatProblem problem, string why)
    {
        try
        {
            Release.Load(bytes);
        }
        catch (ReleaseFormatException error)
        {
            Assert.True(problem == error.Problem, $"{why}: {error.Problem}");
            Assert.NotEqual(error.Message, error.Describe(MessageLanguage.Bokmal));
            return;
        }

        Assert.Fail($"{why}: was read");
    }
}
