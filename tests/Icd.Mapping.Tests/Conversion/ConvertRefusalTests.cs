using System.Text;
using Icd.Mapping.Conversion;
using Icd.Tests;

namespace Icd.Mapping.Tests.Conversion;

/// <summary>What is refused, with words that say how to mend it, and without harm to any file.</summary>
public sealed class ConvertRefusalTests : IDisposable
{
    private readonly Converting _files = new();

    public void Dispose() => _files.Dispose();

    [WhoDataFact]
    public void Run_NoColumns_ProposesThoseThatHoldCodes()
    {
        _files.Write("in.csv", "pid;hdiag;bdiag 1;kjonn\n1;E11.9;I10;1\n2;J44;;2\n3;C50.9;Z01;2\n");
        var refused = Converting.Refused(_files.Options());
        Assert.Equal(ConversionProblem.Usage, refused.Problem);
        Assert.Contains("hdiag (100 % of its first cells), bdiag 1 (100 % of its first cells)", refused.Message, StringComparison.Ordinal);
        Assert.Contains("--column hdiag --column 'bdiag 1'", refused.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_files.File("out.csv.partial")));
    }

    [WhoDataTheory]
    [InlineData("nope", "There is no column 'nope'. There are: id, dx, dx_icd11, y, y.")]
    [InlineData("9", "There is no column 9; there are 5.")]
    [InlineData("y", "Several columns are called 'y': 4, 5.")]
    [InlineData("dx", "There is a column 'dx_icd11' already")]
    public void Run_ColumnThatCannotBe_SaysWhatThereIs(string column, string message)
    {
        _files.Write("in.csv", "id,dx,dx_icd11,y,y\n1,I10,,,\n");
        Assert.StartsWith(message, Converting.Refused(_files.Options(column)).Message, StringComparison.Ordinal);
        Assert.Equal("new_dx_icd11", Converting.Run(_files.Options("dx") with { Prefix = "new_" }).Added[0]);
    }

    [WhoDataFact]
    public void Run_Utf16_IsRefusedWithTheCommandThatConvertsIt()
    {
        _files.Write("in.csv", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("id,dx\n1,I10\n")]);
        Assert.Contains("iconv -f UTF-16", Converting.Refused(_files.Options("dx")).Message, StringComparison.Ordinal);
    }

    [WhoDataFact]
    public void Run_HeaderWithoutEnd_IsRefusedAndWithoutHeaderItIsARow()
    {
        var line = new byte[BlockReader.MaxRow + 5];
        Array.Fill(line, (byte)'x');
        _files.Write("in.csv", line);
        Assert.Contains("the first row is longer than 1 MiB", Converting.Refused(_files.Options("1")).Message, StringComparison.Ordinal);
        Assert.Equal(1, Converting.Run(_files.Options("1") with { HasHeader = false }).Summary.Reasons["row-too-long"]);
        Assert.True(_files.Bytes("out.csv").AsSpan().StartsWith(line));
    }

    [WhoDataFact]
    public void Run_OutputIsTheInput_IsRefusedEvenWithForce()
    {
        var input = _files.Write("in.csv", "id,dx\n1,I10\n");
        File.CreateSymbolicLink(_files.File("link.csv"), input);
        foreach (var name in (string[])["in.csv", "link.csv"])
        {
            var refused = Converting.Refused(_files.Options("dx") with { Output = _files.File(name), Force = true });
            Assert.Contains("never overwritten", refused.Message, StringComparison.Ordinal);
        }

        Assert.Equal("id,dx\n1,I10\n", File.ReadAllText(input));
    }

    [WhoDataFact]
    public void Run_OutputIsThere_AsksForForce()
    {
        _files.Write("in.csv", "id,dx\n1,I10\n");
        _files.Write("out.csv", "precious");
        Assert.Contains("--force", Converting.Refused(_files.Options("dx")).Message, StringComparison.Ordinal);
        Assert.Equal("precious", _files.Text("out.csv"));
    }

    [WhoDataTheory]
    [InlineData(2L, null)]
    [InlineData(null, 10.0)]
    public void Run_MoreRejectsThanAllowed_FailsAndCanGoOn(long? rows, double? percent)
    {
        _files.Write("in.csv", "id,dx\n" + string.Concat(Enumerable.Range(0, 20).Select(i => i % 5 == 0 ? $"{i},X\n" : $"{i},I10\n")));
        var options = _files.Options("dx") with { MaxRejects = rows, MaxRejectPercent = percent };
        var refused = Converting.Refused(options);
        Assert.Equal(ConversionProblem.TooManyRejects, refused.Problem);
        Assert.False(File.Exists(_files.File("out.csv")));
        Assert.True(File.Exists(_files.File("out.csv.rejects.csv.partial")));
        Assert.Equal(4, Converting.Run(_files.Options("dx") with { Resume = true }).Summary.RejectedRows);
        Assert.Equal(21, _files.Text("out.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [WhoDataTheory]
    [InlineData(4L, null)]
    [InlineData(null, 20.0)]
    public void Run_AsManyRejectsAsAllowed_IsDone(long? rows, double? percent)
    {
        _files.Write("in.csv", "id,dx\n" + string.Concat(Enumerable.Range(0, 20).Select(i => i % 5 == 0 ? $"{i},X\n" : $"{i},I10\n")));
        Assert.Equal(4, Converting.Run(_files.Options("dx") with { MaxRejects = rows, MaxRejectPercent = percent }).Summary.RejectedRows);
    }

    /// <summary>A row is rejected once, however many of its cells are.</summary>
    [WhoDataFact]
    public void Run_SeveralRejectsInARow_AreOneRowAndEachAnEntry()
    {
        _files.Write("in.csv", "id,dx,dx2\n1,X,Y\n2,I10,Z\n3,I10,I10\n");
        var manifest = Converting.Run(_files.Options("dx", "dx2") with { MaxRejects = 2 });
        Assert.Equal((2, 2), (manifest.Summary.RejectedRows, manifest.Rejects!.Rows));
        Assert.Equal([(1, "dx", "not-a-code"), (1, "dx2", "not-a-code"), (2, "dx2", "not-a-code")], _files.Rejects());
        Assert.Equal(3, manifest.Summary.Reasons["not-a-code"]);
    }

    /// <summary>Rows are counted without the header, lines with it, as an editor counts them.</summary>
    [WhoDataFact]
    public void Run_RejectBehindACellOfTwoLines_IsNamedByRowAndLine()
    {
        _files.Write("in.csv", "id,note,dx\n1,\"a\nb\",I10\n2,c,X\n");
        Converting.Run(_files.Options("dx"));
        Assert.Contains("\n2;4;dx;not-a-code;0;X;", _files.Text("out.csv.rejects.csv"), StringComparison.Ordinal);
    }

    /// <summary>The share of a shard is that of its own rows.</summary>
    [WhoDataFact]
    public void Run_RejectsOfOneShard_AreMeasuredAgainstItsRows()
    {
        _files.Write("in.csv", "id,dx\n" + string.Concat(Enumerable.Range(100_000, 60_000).Select(i => i < 130_000 || i % 2 == 0 ? $"{i},I10\n" : $"{i},XX\n")));
        var options = _files.Options("dx") with { MaxRejectPercent = 30, Shards = 2 };
        Converting.Run(options with { Shard = 1, Output = _files.File("1.csv") });
        Assert.Equal(ConversionProblem.TooManyRejects, Converting.Refused(options with { Shard = 2, Output = _files.File("2.csv") }).Problem);
    }

    [WhoDataFact]
    public void Resume_SomethingIsNotAsItWas_IsRefused()
    {
        _files.Write("in.csv", DirtyFile.Make(1, 20_000));
        var options = _files.Options("dx") with { MaxRejects = 10 };
        Converting.Refused(options);
        var resume = options with { Resume = true, MaxRejects = null };
        Assert.Contains("--add was not given and is 'title'", Converting.Refused(resume with { Add = AddedColumns.Title }).Message, StringComparison.Ordinal);
        Assert.Contains("--column was 'dx' and is 'tekst'", Converting.Refused(resume with { Columns = ["tekst"] }).Message, StringComparison.Ordinal);
        Assert.Contains("--resume goes on with it", Converting.Refused(options).Message, StringComparison.Ordinal);
        var other = new BatchConversion(Support.RealCrosswalk.WhoOnly, Support.RealCrosswalk.Catalog);
        Assert.Contains("the mapping rules are others", Assert.Throws<ConversionException>(() => other.Run(resume)).Message, StringComparison.Ordinal);
        var input = _files.Bytes("in.csv");
        File.AppendAllText(_files.File("in.csv"), "1,a,I10,y\n");
        Assert.Contains("bytes and has", Converting.Refused(resume).Message, StringComparison.Ordinal);
        input[30] ^= 1;
        _files.Write("in.csv", input);
        Assert.Contains("was written to in between", Converting.Refused(resume).Message, StringComparison.Ordinal);
    }

    [WhoDataFact]
    public void Resume_UnfinishedOutputWasTouched_IsRefused()
    {
        _files.Write("in.csv", DirtyFile.Make(1, 20_000));
        Converting.Refused(_files.Options("dx") with { MaxRejects = 10 });
        var partial = _files.Bytes("out.csv.partial");
        partial[100] ^= 1;
        _files.Write("out.csv.partial", partial);
        Assert.Contains("is not as the run that was cut off left it", Converting.Refused(_files.Options("dx") with { Resume = true }).Message, StringComparison.Ordinal);
    }

    [WhoDataFact]
    public void Merge_ShardsThatDoNotFit_AreRefused()
    {
        _files.Write("in.csv", DirtyFile.Make(2, 20_000));
        string[] shards = [_files.File("1.csv"), _files.File("2.csv"), _files.File("3.csv")];
        for (var i = 1; i <= 3; i++) Converting.Run(_files.Options("dx") with { Output = shards[i - 1], Shard = i, Shards = 3 });
        Assert.Contains("shard 2/3 is missing", Refused(shards[0], shards[2]), StringComparison.Ordinal);
        Assert.Contains("shard 2/3 is given twice", Refused(shards[0], shards[1], shards[1], shards[2]), StringComparison.Ordinal);
        var second = File.ReadAllBytes(shards[1]);
        second[^10] ^= 1;
        File.WriteAllBytes(shards[1], second);
        Assert.Contains("is not as its manifest says", Refused(shards), StringComparison.Ordinal);
        Converting.Run(_files.Options("tekst") with { Output = shards[1], Shard = 2, Shards = 3, Force = true });
        Assert.Contains("different options", Refused(shards), StringComparison.Ordinal);
        _files.Write("in.csv", DirtyFile.Make(3, 20_000));
        Converting.Run(_files.Options("dx") with { Output = shards[1], Shard = 2, Shards = 3, Force = true });
        Assert.Contains("cannot be put together", Refused(shards), StringComparison.Ordinal);
        Assert.False(File.Exists(_files.File("merged.csv")));

        string Refused(params string[] given) => Assert.Throws<ConversionException>(() => ShardMerge.Merge(given, _files.File("merged.csv"), force: true)).Message;
    }
}
