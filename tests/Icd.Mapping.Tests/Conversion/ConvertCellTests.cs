using Icd.Mapping.Conversion;
using Icd.Mapping.Tests.Support;
using Icd.Tests;

namespace Icd.Mapping.Tests.Conversion;

/// <summary>What is appended for a cell.</summary>
public sealed class ConvertCellTests : IDisposable
{
    private readonly Converting _files = new();

    public void Dispose() => _files.Dispose();

    [WhoDataFact]
    public void Convert_OneColumn_AppendsTargetRelationProvenanceReviewAndReason()
    {
        var answer = RealCrosswalk.Map("I10");
        var lines = _files.Convert("id,dx\n1,I10\n").Split('\n');
        Assert.Equal("id,dx,dx_icd11,dx_relation,dx_provenance,dx_review,icd_reason", lines[0]);
        Assert.Equal($"1,I10,{answer.Expression},{answer.Relation.Code()},{answer.Provenance},{(answer.NeedsReview ? 1 : 0)},", lines[1]);
        Assert.Equal("", lines[2]);
        Assert.Equal(3, lines.Length);
    }

    [WhoDataTheory]
    [InlineData("E11.9")]
    [InlineData("E119")]
    [InlineData("e119")]
    [InlineData(" E11.9 ")]
    [InlineData("\"E11.9\"")]
    [InlineData("\" e119 \"")]
    public void Convert_CodeHoweverWritten_HasOneAnswer(string cell)
    {
        var expected = RealCrosswalk.Map("E119").Expression.ToString();
        Assert.Equal(expected, Cells(_files.Convert($"id;dx\n1;{cell}\n"))[2]);
        Assert.Empty(_files.Rejects());
    }

    [WhoDataFact]
    public void Convert_EmptyCell_StaysEmptyAndIsNoReject()
    {
        Assert.Equal("id,dx,dx_icd11,dx_relation,dx_provenance,dx_review,icd_reason\n1,,,,,,\n2,  ,,,,,\n", _files.Convert("id,dx\n1,\n2,  \n"));
        Assert.Empty(_files.Rejects());
    }

    [WhoDataTheory]
    [InlineData("ABC", "not-a-code")]
    [InlineData("E1.19", "not-a-code")]
    [InlineData("E99.9", "unknown-code")]
    [InlineData("E11.9 I10", "several-codes")]
    public void Convert_BadCell_IsKeptWithItsReason(string cell, string reason)
    {
        var line = _files.Convert($"id,dx\n1,{cell}\n").Split('\n')[1];
        Assert.StartsWith($"1,{cell},,,,", line, StringComparison.Ordinal);
        Assert.EndsWith($",dx: {reason}", line, StringComparison.Ordinal);
        Assert.Equal([(1, "dx", reason)], _files.Rejects());
    }

    [WhoDataFact]
    public void Convert_SeveralCodesInACell_AnswersStandWhereTheCodesDo()
    {
        var cells = Cells(_files.Convert("id;dx\n1;I10,,XXX,E11.9\n", options => options with { Separator = "," }));
        Assert.Equal($"{RealCrosswalk.Map("I10").Expression},,,{RealCrosswalk.Map("E119").Expression}", cells[2]);
        Assert.Equal(4, cells[3].Split(',').Length);
        Assert.Equal(4, cells[4].Split(',').Length);
        Assert.Equal([(1, "dx", "not-a-code")], _files.Rejects());
    }

    [WhoDataTheory]
    [InlineData(',', ",")]
    [InlineData(';', ",")]
    [InlineData(',', " , ")]
    [InlineData('\t', "|")]
    public void Convert_SeveralCodesInACell_IsTheAnswersOfEachJoined(char delimiter, string separator)
    {
        string[] codes = ["I10", "", "e119", " S72.00 ", "C50.9", "A17.0+", "j44.1", "Z99.9", "J44.1"];
        var text = string.Join(separator, codes);
        var single = codes.Select(code => code.Trim().Length == 0 ? ["", "", "", ""] : SlowCsv.Read(_files.Convert($"id;dx\n1;{code}\n"), ';')[1][2..6]).ToList();
        var lines = _files.Convert($"id{delimiter}dx\n1{delimiter}\"{text}\"\n2{delimiter}\"{separator}\"\n", options => options with { Separator = separator }).Split('\n');
        for (var column = 0; column < 4; column++)
        {
            var expected = string.Join(separator, single.Select(cells => cells[column].Replace(separator, "_", StringComparison.Ordinal)));
            Assert.Equal(expected, SlowCsv.Read(lines[1], delimiter)[0][2 + column]);
        }
    }

    [WhoDataFact]
    public void Convert_SeveralCodesInACell_CountsTheCellOnce()
    {
        _files.Write("in.csv", "id;dx\n1;I10,E11.9,I10\n2;I10,XXX\n3;,\n4;I10\n5;\n");
        var summary = Converting.Run(_files.Options("dx") with { Separator = "," }).Summary;
        Assert.Equal((3, 6, 3), (summary.Cells, summary.Codes, summary.DistinctCodes));
        Assert.Equal(4, summary.MostFrequent[0].Count);
    }

    [WhoDataFact]
    public void Convert_SeparatorThatExpressionsHave_AsksForAnotherToJoin()
    {
        _files.Write("in.csv", "id;dx\n1;I10/E11.9\n");
        var options = _files.Options("dx") with { Separator = "/" };
        Assert.Contains("--join", Converting.Refused(options).Message, StringComparison.Ordinal);
        Converting.Run(options with { Join = " " });
        Assert.Equal($"{RealCrosswalk.Map("I10").Expression} {RealCrosswalk.Map("E119").Expression}", Cells(_files.Text("out.csv"))[2]);
    }

    [WhoDataTheory]
    [InlineData("dx", "A17.0+ G01*")]
    [InlineData("dx", "G01* A17.0†")]
    [InlineData("dx", "A17.0 G01")]
    public void Convert_PairInACell_IsOneCluster(string column, string cell)
    {
        var pair = RealCrosswalk.Instance.MapPair(Core.Codes.Icd10Code.Parse("A17.0+"), Core.Codes.Icd10Code.Parse("G01*"))!;
        Assert.Equal(pair.Expression.ToString(), Cells(_files.Convert($"id;{column}\n1;{cell}\n"))[2]);
    }

    [WhoDataFact]
    public void Convert_AsteriskColumn_MakesPairsWhereItIsFilled()
    {
        var pair = RealCrosswalk.Instance.MapPair(Core.Codes.Icd10Code.Parse("A17.0+"), Core.Codes.Icd10Code.Parse("G01*"))!;
        var lines = _files.Convert("dx;star;x\nA17.0;G01;a\nI10;;b\nI10;I10;c\n;G01;d\n", options => options with { AsteriskColumns = new Dictionary<string, string> { ["dx"] = "star" } }).Split('\n');
        Assert.Equal(pair.Expression.ToString(), lines[1].Split(';')[3]);
        Assert.Equal(RealCrosswalk.Map("I10").Expression.ToString(), lines[2].Split(';')[3]);
        Assert.Equal([(3, "dx", "not-a-pair"), (4, "dx", "not-a-pair")], _files.Rejects());
    }

    [WhoDataFact]
    public void Convert_CodeThatTheEditionLacks_IsAnsweredByWhoAndSaysSo()
    {
        // A four-character code of WHO's that the Norwegian list divides or has dropped.
        var code = Enumerable.Range('A', 26).SelectMany(letter => Enumerable.Range(0, 1000).Select(number => $"{(char)letter}{number:000}")).Select(text => Core.Codes.Icd10Code.Parse(text))
            .First(code => !RealCrosswalk.Instance.Edition.TryFind(code, out _) && RealCrosswalk.Instance.Map(code).HasTarget);
        var cells = _files.Convert($"id\tdx\n1\t{code}\n").Split('\n')[1].Split('\t');
        Assert.Equal(RealCrosswalk.Instance.Map(code).Expression.ToString(), cells[2]);
        Assert.EndsWith($"not a code of {RealCrosswalk.Instance.Edition.Key}", cells[4], StringComparison.Ordinal);
        Assert.Equal("1", cells[5]);
        Assert.Empty(_files.Rejects());
        Assert.Contains("the list of 2003 is not loaded", _files.Convert($"id\tdx\n1\t{code}\n", options => options with { Edition = 2003 }), StringComparison.Ordinal);
    }

    [WhoDataFact]
    public void Convert_EditionColumn_TellsRetiredFromUnknownAndIcd9FromIcd10()
    {
        _files.Convert("y;dx\n2003-05-01;E99.9\n31.12.2026;E99.9\n1994;E95.0\n?;I10\n2003;I10\n", options => options with { EditionColumn = "y" });
        Assert.Equal([(1, "dx", "not-in-edition"), (2, "dx", "unknown-code"), (3, "dx", "before-icd10"), (4, "dx", "bad-edition")], _files.Rejects());
    }

    [WhoDataFact]
    public void Convert_Backwards_GivesIcd10Columns()
    {
        var lines = _files.Convert("id,dx\n1,5A11\n2,nonsense\n3,1A00&XK8G\n", options => options with { Direction = ConversionDirection.ToIcd10 }).Split('\n');
        Assert.StartsWith("id,dx,dx_icd10,dx_relation,dx_provenance,dx_review,icd_reason", lines[0], StringComparison.Ordinal);
        Assert.Equal(RealCrosswalk.MapBack("5A11").ToString(), lines[1].Split(',')[2]);
        Assert.EndsWith("dx: not-a-code", lines[2], StringComparison.Ordinal);
    }

    [WhoDataFact]
    public void Convert_BackwardsWithAChoiceLeft_IsForAHumanAndNoReject()
    {
        var text = _files.Convert("id\tdx\n1\t2E67\n", options => options with { Direction = ConversionDirection.ToIcd10, Add = AddedColumns.Alternatives });
        var cells = text.Split('\n')[1].Split('\t');

        Assert.Equal(("", "", "1"), (cells[2], cells[3], cells[5]));
        Assert.StartsWith("WHO table: ", cells[4], StringComparison.Ordinal);
        Assert.Contains("D07.4: ", cells[6], StringComparison.Ordinal);
        Assert.Empty(_files.Rejects());
    }

    [WhoDataFact]
    public void Convert_FurtherColumns_ComeInTheirOrder()
    {
        var text = _files.Convert("id\tdx\n1\tE11.3\n", options => options with { Add = AddedColumns.Title | AddedColumns.Lost | AddedColumns.Alternatives });
        Assert.StartsWith("id\tdx\tdx_icd11\tdx_relation\tdx_provenance\tdx_review\tdx_title\tdx_lost\tdx_alternatives\ticd_reason\n", text, StringComparison.Ordinal);
        Assert.NotEqual("", text.Split('\n')[1].Split('\t')[6]);
    }

    [WhoDataFact]
    public void Convert_TitlesInLatin1_AreLatin1AndLoseNothing()
    {
        byte[] input = [.. "navn;dx\nBj"u8, 0xF8, .. "rn;S72.0\n"u8];
        var output = _files.Convert(input, options => options with { Add = AddedColumns.Title | AddedColumns.Alternatives | AddedColumns.Lost });
        Assert.Empty(_files.Rejects());
        var text = System.Text.Encoding.Latin1.GetString(output);
        Assert.Contains("Bjørn;S72.0;", text, StringComparison.Ordinal);
        Assert.DoesNotContain('Ã', text);
    }

    private static string[] Cells(string output) => output.Split('\n')[1].Split(';');
}
