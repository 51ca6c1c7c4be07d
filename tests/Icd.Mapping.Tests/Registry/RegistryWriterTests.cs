using System.Text;
using Icd.Core.Codes;
using Icd.Core.Releases;
using Icd.Embedded;
using Icd.Mapping.Tests.Support;
using Icd.SyntheticRegistry;

namespace Icd.Mapping.Tests.Registry;

/// <summary>The synthetic registry: the same bytes from the same seed, and what the tables promise.</summary>
public class RegistryWriterTests
{
    private static readonly Release Icd10 = EmbeddedReleases.All.First(release => release.Key.Classification == Classification.Icd10).Open();

    [Theory, InlineData(nameof(RegistryLayout.Three)), InlineData(nameof(RegistryLayout.Cell)), InlineData(nameof(RegistryLayout.Columns)), InlineData(nameof(RegistryLayout.Pairs))]
    public void Write_SameSeed_SameBytes(string layout)
    {
        var options = new RegistryOptions { Layout = Enum.Parse<RegistryLayout>(layout), Rows = 5000, Dirt = 20 };
        var (first, second, other) = (Write(options).Bytes, Write(options).Bytes, Write(options with { Seed = 2 }).Bytes);
        Assert.Equal(first, second);
        Assert.NotEqual(first, other);
    }

    [Theory, InlineData(nameof(RegistryLayout.Three)), InlineData(nameof(RegistryLayout.Cell)), InlineData(nameof(RegistryLayout.Columns)), InlineData(nameof(RegistryLayout.Pairs))]
    public void Write_WithoutDirt_HasOnlyCodesOfTheEditionAndRowsOfOneWidth(string layout)
    {
        var options = new RegistryOptions { Layout = Enum.Parse<RegistryLayout>(layout), Rows = 5000, Dirt = 0 };
        var (bytes, truth) = Write(options);
        var rows = SlowCsv.Read(Encoding.UTF8.GetString(bytes), ';');
        Assert.Equal(5001, rows.Count);
        Assert.All(rows, row => Assert.Equal(rows[0].Length, row.Length));
        Assert.Equal(RegistryWriter.Header(options.Layout), rows[0]);
        var codes = rows.Skip(1).SelectMany(row => Codes(row, options.Layout)).ToList();
        Assert.Equal(truth.Codes, codes.Count);
        Assert.All(codes, code => Assert.True(Icd10Code.TryParse(code, out var parsed) && Icd10.TryFind(parsed, out var entity) && entity.IsSelectable, code));
        Assert.All(truth.Dirt, kind => Assert.Equal(0, kind.Value));
    }

    [Fact]
    public void Write_Dirt_IsThereInTheProportionsOfTheTable()
    {
        const double Factor = 10;
        var options = new RegistryOptions { Rows = 200_000, Dirt = Factor };
        var truth = Write(options).Truth;
        foreach (var line in Table.Read("dirt.tsv").Where(line => line[1] != "old"))
        {
            // Some codes cannot have some kinds (no zero to mistake for an O); nothing may be more frequent than the table says but by chance.
            var expected = Table.Number(line[2]) * Factor / 1e6 * (line[1] == "code" ? truth.Codes : truth.Rows);
            var chance = 5 * Math.Sqrt(expected);
            Assert.InRange(truth.Dirt[line[0]], (line[1] == "code" ? 0.4 : 1) * expected - chance, expected + chance);
        }

        Assert.InRange(truth.Dirt["retired-late"], 1, truth.Codes / 100);
    }

    [Fact]
    public void Write_FirstDiagnoses_FollowTheWeights()
    {
        var rows = SlowCsv.Read(Encoding.UTF8.GetString(Write(new() { Rows = 200_000, Dirt = 0 }).Bytes), ';').Skip(1).Where(row => row[3] == "1").ToList();
        foreach (var line in Table.Read("weights.tsv").Where(line => line[0].Length == 3 && char.IsDigit(line[0][1]) && Table.Number(line[1]) >= 5))
        {
            // A pair's dagger code may stand first too, and figures of chapters do not add up to exactly a thousand.
            var share = rows.Count(row => row[9].StartsWith(line[0], StringComparison.Ordinal)) * 1000.0 / rows.Count;
            Assert.InRange(share, Table.Number(line[1]) * 0.8 - 0.5, Table.Number(line[1]) * 1.2 + 4);
        }

        Assert.Equal(20, rows.Max(row => Codes(row, RegistryLayout.Cell).Count()));
        Assert.InRange(rows.Average(row => Codes(row, RegistryLayout.Cell).Count()), 3.2, 3.8);
    }

    [Fact]
    public void Write_OldYears_HaveTheCodesOfTheirTime()
    {
        var rows = SlowCsv.Read(Encoding.UTF8.GetString(Write(new() { Rows = 300_000, Layout = RegistryLayout.Three, Dirt = 0.0001 }).Bytes), ';').Skip(1).ToList();
        int Count(string code, Func<int, bool> when) => rows.Count(row => row.Skip(2).Contains(code) && when(int.Parse(row[1][..4], null)));
        Assert.True(Count("I48", year => year <= 2013) > 100);
        Assert.Equal(0, Count("I489", year => year <= 2013));
        Assert.True(Count("I489", year => year > 2013) > 100);
        Assert.Equal(0, Count("I48", year => year > 2013));
        Assert.Equal(0, Count("U071", year => year < 2020));
        Assert.True(Count("U071", year => year >= 2020) > 10);
        Assert.Equal(rows.Select(row => row[1][..4]), rows.Select(row => row[1][..4]).Order());
    }

    [Fact]
    public void Write_Encodings_HaveTheirOwnBytes()
    {
        var options = new RegistryOptions { Rows = 3000, Dirt = 0 };
        var text = Encoding.UTF8.GetString(Write(options).Bytes);
        var windows = Write(options with { Encoding = RegistryEncoding.Windows1252 }).Bytes;
        Assert.Equal(text, CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(windows));
        Assert.Contains((byte)0x86, windows);
        var latin = Write(options with { Encoding = RegistryEncoding.Latin1 }).Bytes;
        Assert.Equal(text.Replace('†', '+'), Encoding.Latin1.GetString(latin));
        Assert.Equal([0xEF, 0xBB, 0xBF], Write(options with { Encoding = RegistryEncoding.Utf8Bom }).Bytes[..3]);
        Assert.Throws<DecoderFallbackException>(() => new UTF8Encoding(false, true).GetString(Write(options with { Dirt = 100 }).Bytes));
    }

    [Fact]
    public void Tables_NameCodesThatThereAre()
    {
        bool Has(string code) => Icd10.TryFind(Icd10Code.Parse(code), out var entity) && entity.IsSelectable;
        Assert.All(Table.Read("editions.tsv"), line => Assert.True(Has(line[2]), line[2]));
        Assert.All(new OldCodes().All, old => Assert.False(Has(old), old));
        Assert.All(Table.Read("pairs.tsv"), line => Assert.True(Has(line[0]) && Has(line[1]) && DaggerPair.IsAsterisk(Icd10Code.Parse(line[1])), line[0]));
        var known = Icd10.Entities.Where(entity => entity.IsSelectable).SelectMany(entity => new[] { entity.Chapter.Code, entity.Code[..3] }).ToHashSet();
        Assert.All(Table.Read("weights.tsv"), line => Assert.Contains(line[0], known));
        Assert.Equal(Enum.GetValues<Dirt>().Select(DirtShares.NameOf), Table.Read("dirt.tsv").Select(line => line[0]));
    }

    private static IEnumerable<string> Codes(string[] row, RegistryLayout layout) =>
        (layout switch
        {
            RegistryLayout.Three => row[2..],
            RegistryLayout.Cell => [row[9], .. row[10].Split('|')],
            _ => row[9..^1],
        }).Where(cell => cell.Length > 0);

    private static (byte[] Bytes, RegistryTruth Truth) Write(RegistryOptions options)
    {
        using var stream = new MemoryStream();
        var truth = new RegistryWriter(Icd10, options).Write(stream);
        Assert.Equal(stream.Length, truth.Bytes);
        return (stream.ToArray(), truth);
    }
}
