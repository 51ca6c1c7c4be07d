using System.Text;
using Icd.Mapping.Conversion;
using Icd.Mapping.Tests.Support;
using Icd.Tests;

namespace Icd.Mapping.Tests.Conversion;

/// <summary>Rows that are not as they should be: kept, with a reason, and the rows after them unharmed.</summary>
public sealed class ConvertDirtTests : IDisposable
{
    private readonly Converting _files = new();

    public void Dispose() => _files.Dispose();

    private static string Target(string code) => RealCrosswalk.Map(code).Expression.ToString();

    [WhoDataFact]
    public void Convert_QuoteNeverClosed_CostsOneRow()
    {
        var text = _files.Convert("id,text,dx\n1,\"Hansen,I10\n2,Olsen,I10\n3,\"Lie, Per\",I10\n");
        Assert.Equal([(1, "", "broken-quoting")], _files.Rejects());
        Assert.Equal(2, text.Split(Target("I10")).Length - 1);
    }

    [WhoDataFact]
    public void Convert_QuoteNeverClosedAtTheEndOfALargeFile_CostsOneRow()
    {
        var rows = new StringBuilder("id,dx\n0,\"I10\n");
        for (var i = 1; i < 300_000; i++) rows.Append(i).Append(",I10\n");
        _files.Convert(rows.ToString());
        Assert.Equal([(1, "", "broken-quoting")], _files.Rejects());
    }

    [WhoDataFact]
    public void Convert_QuotesAsTheyShouldBe_AreNoRejects()
    {
        var text = _files.Convert("id,text,dx\n1,\"Hansen, \"\"Kalle\"\"\nOslo\",I10\n2,\"\",\"I10\"\n3,5\" nail,I10\n");
        Assert.Empty(_files.Rejects());
        Assert.Equal(3, text.Split(Target("I10")).Length - 1);
    }

    [WhoDataTheory]
    [InlineData("1,I10", "column-count")]
    [InlineData("1,a,I10,x", "column-count")]
    [InlineData("", "blank-row")]
    public void Convert_WrongNumberOfColumns_IsNotConverted(string row, string reason)
    {
        var lines = _files.Convert($"id,text,dx\n0,a,I10\n{row}\n2,a,I10\n").Split('\n');
        Assert.Equal($"{row},,,,,{reason}", lines[2]);
        Assert.Contains(Target("I10"), lines[3], StringComparison.Ordinal);
        Assert.Equal([(2, "", reason)], _files.Rejects());
    }

    [WhoDataFact]
    public void Convert_NulAndUndecodableBytes_AreReportedAndTheCodesConverted()
    {
        byte[] input = [.. "id,navn,dx\n1,Bj\u00F8rn,I10\n2,Bj"u8, 0xF8, .. "rn,I10\n3,\0,I10\n4,\u00C5se,I10\n"u8];
        var output = _files.Convert(input);
        Assert.Equal([(2, "", "undecodable-bytes"), (3, "", "nul-byte")], _files.Rejects());
        Assert.Equal(4, Encoding.Latin1.GetString(output).Split(Target("I10")).Length - 1);
        Assert.Contains("Bj\\xF8rn", _files.Text("out.csv.rejects.csv"), StringComparison.Ordinal);
    }

    [WhoDataFact]
    public void Convert_RowLongerThanTheLimit_GoesThroughInPieces()
    {
        var row = new byte[(3 * BlockReader.MaxRow) + 17];
        Array.Fill(row, (byte)'x');
        byte[] input = [.. "id,dx\r\n1,I10\r\n"u8, .. row, .. "\r\n3,I10\r\n"u8];
        var output = _files.Convert(input);
        Added.IsAllThatWasAdded(input, output, new((byte)',', (byte)'"', (byte)'\n', FileEncoding.Utf8), 5);
        Assert.Equal([(2, "", "row-too-long")], _files.Rejects());
        Assert.Contains($"3,I10,{Target("I10")}", Encoding.UTF8.GetString(output.AsSpan(output.Length - 500)), StringComparison.Ordinal);
    }

    [WhoDataFact]
    public void Convert_OneQuotedLineWithoutEnd_IsKept()
    {
        byte[] input = [.. "id,dx\n1,\""u8, .. Enumerable.Repeat((byte)'y', BlockReader.MaxRow * 2)];
        var output = _files.Convert(input);
        Assert.True(output.AsSpan("id,dx,dx_icd11,dx_relation,dx_provenance,dx_review,icd_reason\n".Length).StartsWith(input.AsSpan("id,dx\n".Length)));
        Assert.Equal([(1, "", "row-too-long")], _files.Rejects());
    }

    [WhoDataFact]
    public void Convert_TenThousandColumns_FindsTheLast()
    {
        var header = string.Join(';', Enumerable.Range(1, 9_999).Select(i => $"c{i}")) + ";dx\n";
        var row = string.Join(';', Enumerable.Range(1, 9_999).Select(i => i.ToString(System.Globalization.CultureInfo.InvariantCulture))) + ";I10\n";
        var lines = _files.Convert(header + row + row).Split('\n');
        Assert.Equal(10_005, lines[0].Split(';').Length);
        Assert.Equal(Target("I10"), lines[2].Split(';')[10_000]);
        Assert.Empty(_files.Rejects());
    }

    [WhoDataFact]
    public void Convert_ManyDiagnosisColumns_AllAreAnswered()
    {
        var names = Enumerable.Range(1, 500).Select(i => $"d{i}").ToArray();
        _files.Write("in.csv", string.Join('\t', names) + "\n" + string.Join('\t', names.Select(_ => "I10")) + "\n");
        Converting.Run(_files.Options(names));
        Assert.Equal(500, _files.Text("out.csv").Split('\n')[1].Split('\t').Count(cell => cell == Target("I10")));
    }

    [WhoDataFact]
    public void Convert_HeaderWithoutTheDelimiterThatRowsEndWith_IsFilledUp()
    {
        var lines = _files.Convert("id;dx\n1;I10;\n2;I10;\n").Split('\n');
        Assert.Equal("id;dx;;dx_icd11;dx_relation;dx_provenance;dx_review;icd_reason", lines[0]);
        Assert.StartsWith($"1;I10;;{Target("I10")};", lines[1], StringComparison.Ordinal);
    }

    [WhoDataTheory]
    [InlineData("\uFEFFid,dx\r\n1,I10\r\n")]
    [InlineData("id,dx\n1,I10")]
    [InlineData("id|dx\n1|I10\n2|I10\r\n")]
    [InlineData("id\tdx\r1\tI10\r")]
    [InlineData("dx\nI10\n")]
    public void Convert_HoweverTheFileIsWritten_TheCodeIsFound(string text)
    {
        var output = _files.Convert(text);
        Assert.Contains("I10", output, StringComparison.Ordinal);
        Assert.Contains(Target("I10"), output, StringComparison.Ordinal);
        Assert.Equal(text.EndsWith('\n'), output.EndsWith('\n'));
        Assert.Equal(text.StartsWith('\uFEFF'), _files.Bytes("out.csv")[0] == 0xEF);
        Assert.Empty(_files.Rejects());
    }

    [WhoDataFact]
    public void Convert_NoHeader_PositionsName()
    {
        _files.Write("in.csv", "\uFEFF1;I10\n2;I10\n");
        var manifest = Converting.Run(_files.Options("2") with { HasHeader = false });
        Assert.Equal(2, manifest.Summary.Rows);
        Assert.Equal(["column2_icd11", "column2_relation", "column2_provenance", "column2_review", "icd_reason"], manifest.Added);
        Assert.StartsWith($"\uFEFF1;I10;{Target("I10")};", Encoding.UTF8.GetString(_files.Bytes("out.csv")), StringComparison.Ordinal);
    }

    [WhoDataFact]
    public void Convert_JunkInTheColumn_TakesBoundedMemoryAndLosesNothing()
    {
        var text = new StringBuilder("id,dx\n");
        for (var i = 0; i < 250_000; i++) text.Append("1,junk").Append(i).Append('\n');
        var input = Encoding.ASCII.GetBytes(text.ToString());
        var output = _files.Convert(input);
        Added.IsAllThatWasAdded(input, output, new((byte)',', (byte)'"', (byte)'\n', FileEncoding.Utf8), 5);
        var summary = BatchConversion.ReadManifest(_files.File("out.csv.manifest.json")).Summary;
        Assert.Equal((250_000, 250_000, ConversionSummary.CodeLimit), (summary.Codes, summary.Reasons["not-a-code"], summary.DistinctCodes));
    }
}
