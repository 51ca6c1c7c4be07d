using System.Text;
using Icd.Mapping.Conversion;
using Icd.Mapping.Tests.Support;
using Icd.Tests;

namespace Icd.Mapping.Tests.Conversion;

/// <summary>The review workbench: what needs a human goes out, decisions come back and win.</summary>
public sealed class ReviewTests : IDisposable
{
    private const string Input = "id,dx\n1,XYZ\n2,I10\n3,XYZ\n4,QQQ\n5,A17.0+ G01*\n6,e11.9\n";

    private readonly Converting _files = new();

    public void Dispose() => _files.Dispose();

    [WhoDataFact]
    public void Review_CodesThatNeedAHuman_AreListedByFrequency()
    {
        _files.Convert(Input, options => options with { Review = _files.File("review.csv") });
        var lines = _files.Text("review.csv").Split("\r\n");
        Assert.Equal(0xEF, _files.Bytes("review.csv")[0]);
        Assert.Equal("code;count;title;reason;question;proposal;proposal_title;relation;provenance;lost;alternatives;decision;author;date;comment", lines[0].TrimStart('\uFEFF'));
        Assert.StartsWith("XYZ;2;;not-a-code;", lines[1], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.StartsWith("QQQ;1;", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.StartsWith("I10;", StringComparison.Ordinal));
    }

    [WhoDataFact]
    public void Decisions_WinOverEverything_WithAuthorAndDate()
    {
        // As Excel saves it in Norway: Windows-1252, its own date format, columns of its own.
        var decisions = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes("code;decision;author;date;comment\r\nxyz;;;;\r\nXYZ;=\"1E50\";K\u00E5re N\u00E6ss;22.11.2026;ring\r\nE119;5A10;Kari;2026-11-20;\r\nQQQ;ingen;Kari;2026-11-20;\r\nA17.0 G01;1B11;Kari;2026-11-20;\r\n");
        _files.Write("decisions.csv", decisions);
        var rows = _files.Convert(Input.Replace(',', '\t'), options => options with { Decisions = _files.File("decisions.csv") }).Split('\n').Select(line => line.Split('\t')).ToArray();
        Assert.Equal(("1E50", "decision: K\u00E5re N\u00E6ss 2026-11-22 (decisions.csv:3)", "0", ""), (rows[1][2], rows[1][4], rows[1][5], rows[1][6]));
        Assert.Equal(RealCrosswalk.Map("I10").Expression.ToString(), rows[2][2]);
        Assert.Equal(("", "not-related-to", ""), (rows[4][2], rows[4][3], rows[4][6]));
        Assert.Equal("1B11", rows[5][2]);
        Assert.Equal("5A10", rows[6][2]);
        Assert.Empty(_files.Rejects());
        Assert.Equal(5, BatchConversion.ReadManifest(_files.File("out.csv.manifest.json")).Summary.Decided);
    }

    [WhoDataTheory]
    [InlineData("XYZ;5A1O;Kari;2026-11-20", "Line 2 (XYZ):")]
    [InlineData("XYZ;BA52&XK8G;Kari;2026-11-20", "Line 2 (XYZ): BA52&XK8G is not valid")]
    [InlineData("XYZ;5A11;;2026-11-20", "the author is missing")]
    [InlineData("XYZ;5A11;Kari;igår", "is no date")]
    [InlineData("XYZ;1,00E+50;Kari;2026-11-20", "a spreadsheet program made of a code")]
    [InlineData("XYZ;5A11;Kari;2026-11-20\nXYZ;5A10;Per;2026-11-20", "line 2 decides otherwise")]
    public void Decisions_Invalid_StopTheRunWithTheLine(string row, string message)
    {
        _files.Write("in.csv", Input);
        _files.Write("decisions.csv", "code;decision;author;date\n" + row + "\n");
        var refused = Converting.Refused(_files.Options("dx") with { Decisions = _files.File("decisions.csv") });
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_files.File("out.csv.partial")));
    }

    [Theory]
    [InlineData("1E50", "=\"1E50\"")]
    [InlineData("5A11", "5A11")]
    [InlineData("=cmd|' /C calc'!A0", "=\"=cmd|' /C calc'!A0\"")]
    [InlineData("a\"b", "a\"b")]
    public void SpreadsheetText_WhatIsWritten_IsReadBack(string text, string written)
    {
        Assert.Equal(written, SpreadsheetText.Written(text));
        Assert.Equal(text, SpreadsheetText.Read(written));
    }
}
