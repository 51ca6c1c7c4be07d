using System.Text;
using Icd.Core.Codes;
using Icd.Mapping.Tests.Support;
using Icd.SyntheticRegistry;
using Icd.Tests;

namespace Icd.Mapping.Tests.Conversion;

/// <summary>Dirty registries converted, and compared row by row with what the crosswalk says of each code when it is asked by itself.</summary>
public sealed class ConvertAgainstSlowTests : IDisposable
{
    private readonly Converting _files = new();

    public void Dispose() => _files.Dispose();

    [WhoDataTheory]
    [InlineData(nameof(RegistryLayout.Three), nameof(RegistryEncoding.Utf8), ',', null, false)]
    [InlineData(nameof(RegistryLayout.Cell), nameof(RegistryEncoding.Utf8Bom), ';', "|", true)]
    [InlineData(nameof(RegistryLayout.Cell), nameof(RegistryEncoding.Latin1), '\t', " ", false)]
    [InlineData(nameof(RegistryLayout.Cell), nameof(RegistryEncoding.Windows1252), ',', ",", true)]
    [InlineData(nameof(RegistryLayout.Columns), nameof(RegistryEncoding.Windows1252), ';', null, false)]
    [InlineData(nameof(RegistryLayout.Pairs), nameof(RegistryEncoding.Utf8), '|', null, true)]
    public void Convert_DirtyRegistry_IsWhatTheCrosswalkSaysOfEachCode(string layout, string encoding, char delimiter, string? separator, bool crlf)
    {
        var registry = new RegistryOptions
        {
            Rows = 8000,
            Seed = 7,
            Dirt = 15,
            Layout = Enum.Parse<RegistryLayout>(layout),
            Encoding = Enum.Parse<RegistryEncoding>(encoding),
            Delimiter = delimiter,
            CellSeparator = separator ?? "|",
            WritesCrLf = crlf,
        };
        using var stream = new MemoryStream();
        var truth = new RegistryWriter(RealCrosswalk.Instance.Edition, registry).Write(stream);
        // After a quote that is not closed it is a matter of opinion where rows end.
        Assert.Equal(0, truth.Dirt["unclosed-quote"]);
        _files.Write("in.csv", stream.ToArray());
        var header = RegistryWriter.Header(registry.Layout);
        string[] columns = [.. header.Where(name => name.StartsWith("dx", StringComparison.Ordinal) || name.Contains("diagnose", StringComparison.Ordinal) || name.EndsWith("kode1", StringComparison.Ordinal))];
        var asterisks = columns.Where(name => name.EndsWith("kode1", StringComparison.Ordinal)).ToDictionary(name => name, name => name.Replace("kode1", "kode2", StringComparison.Ordinal));
        var editionColumn = registry.Layout == RegistryLayout.Three ? "dato" : "aar";
        Converting.Run(_files.Options(columns) with { AsteriskColumns = asterisks, Separator = separator, EditionColumn = editionColumn });

        // Read as Latin-1, any bytes are a text.
        var (input, output) = (Rows(stream.ToArray(), delimiter), Rows(_files.Bytes("out.csv"), delimiter));
        Assert.Equal(input.Count, output.Count);
        for (var row = 1; row < input.Count; row++)
        {
            var added = output[row][input[row].Length..];
            Assert.Equal((columns.Length * 4) + 1, added.Length);
            Assert.Equal(input[row], output[row][..input[row].Length]);
            if (input[row].Length != header.Count)
            {
                Assert.All(added.SkipLast(1), cell => Assert.Equal("", cell));
                Assert.NotEqual("", added[^1]);
                continue;
            }

            for (var i = 0; i < columns.Length; i++)
            {
                var cell = Decode(input[row][IndexOf(columns[i])]);
                var asterisk = asterisks.TryGetValue(columns[i], out var name) ? Decode(input[row][IndexOf(name)]) : "";
                var expected = asterisk.Length > 0 ? Pair(cell, asterisk) : Cell(cell, separator);
                var actual = added[(i * 4)..((i * 4) + 4)].Select(Text).ToArray();
                Assert.True(expected.SequenceEqual(actual, ProvenanceComparer.Instance), $"Row {row}, {columns[i]} '{cell}' '{asterisk}': expected {string.Join(" ; ", expected)}, but was {string.Join(" ; ", actual)}");
            }
        }

        int IndexOf(string name) => header.Index().First(column => column.Item == name).Index;
        string Text(string latin) => registry.TextEncoding.GetString(Encoding.Latin1.GetBytes(latin));
        string Decode(string latin) => Text(latin).Trim();
    }

    private static List<string[]> Rows(byte[] bytes, char delimiter) => SlowCsv.Read(Encoding.Latin1.GetString(bytes.AsSpan(bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0)), delimiter);

    /// <summary>Target, relation, provenance and review of a cell, each joined by its separator.</summary>
    private static string[] Cell(string cell, string? separator)
    {
        if (cell.Length == 0) return ["", "", "", ""];
        var parts = separator is null ? [Code(cell)] : cell.Split(separator).Select(part => part.Trim().Length == 0 ? ["", "", "", ""] : Code(part.Trim())).ToList();
        return parts.Count == 1 ? parts[0] : [.. Enumerable.Range(0, 4).Select(column => string.Join(separator, parts.Select(part => part[column].Replace(separator!, "_", StringComparison.Ordinal))))];
    }

    private static string[] Code(string text)
    {
        var crosswalk = RealCrosswalk.Instance;
        if (Icd10Code.TryParse(text, out var code)) return Answer(crosswalk.Map(code), IsListed(code));
        return DaggerPair.TryParse(text, out var dagger, out var asterisk) ? Answer(crosswalk.MapPair(dagger, asterisk)!, IsListed(dagger) && IsListed(asterisk)) : ["", "", "", "1"];
    }

    private static string[] Pair(string text, string asterisk) =>
        Icd10Code.TryParse(text, out var one) && Icd10Code.TryParse(asterisk, out var other) && RealCrosswalk.Instance.MapPair(one, other) is { } answer
            ? Answer(answer, IsListed(one) && IsListed(other))
            : ["", "", "", "1"];

    private static string[] Answer(MapAnswer answer, bool isListed) =>
        !isListed && !answer.HasTarget
            ? ["", "", "", "1"]
            : [answer.HasTarget ? answer.Expression.ToString() : "", answer.Relation.Code(), answer.Provenance.ToString(), answer.NeedsReview || !isListed ? "1" : "0"];

    private static bool IsListed(Icd10Code code) => RealCrosswalk.Instance.Edition.TryFind(code, out var entity) && entity.IsSelectable;

    /// <summary>A provenance may go on with what the converter adds about editions.</summary>
    private sealed class ProvenanceComparer : IEqualityComparer<string>
    {
        public static ProvenanceComparer Instance { get; } = new();

        public bool Equals(string? expected, string? actual) => expected == actual || (actual!.Contains("icd10-2026", StringComparison.Ordinal) && Without(actual) == expected);

        public int GetHashCode(string text) => 0;

        private static string Without(string text) => System.Text.RegularExpressions.Regex.Replace(text, "(^|;[ _])?not[ _]a[ _]code[ _]of[ _]icd10-2026([,_][ _]and[ _]the[ _]list[ _]of[ _][0-9]{4}[ _]is[ _]not[ _]loaded)?", "");
    }
}
