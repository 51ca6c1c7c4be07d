using System.Text;
using Icd.Tests;
using Icd.Transition.Groups;
using Icd.Transition.Tests.Support;

namespace Icd.Transition.Tests.Groups;

public class GroupRowsTests
{
    private const string Definitions = "group ihd\n icd10 I20-I25\n icd11 BlockL1-BA4\ngroup ami\n icd10 I21-I22\n icd11 BA41-BA42\n";

    [WhoDataTheory]
    [InlineData("a;I21.4;b\n", "a;I21.4;b;ihd ami\n")]
    [InlineData("a;I259;b\r\nc;E119;d\r\n", "a;I259;b;ihd\r\nc;E119;d;\r\n")]
    [InlineData("a;I21", "a;I21;ihd ami\n")]
    [InlineData("\"x;\"\"y\n z\";\" I21.4 \";\"\"\n", "\"x;\"\"y\n z\";\" I21.4 \";\"\";ihd ami\n")]
    [InlineData("a;BA41.0&XA7RE3;b\n", "a;BA41.0&XA7RE3;b;ihd ami\n")]
    [InlineData("a;5A11/BA41.Z\n", "a;5A11/BA41.Z;ihd ami\n")]
    [InlineData("a;I21.4+ E11.9+\n", "a;I21.4+ E11.9+;?\n")]
    [InlineData("a;A17.0+ G01*\n", "a;A17.0+ G01*;\n")]
    [InlineData("a;I21.4!\na;BA4O\na;ZZ99\n", "a;I21.4!;?\na;BA4O;?\na;ZZ99;?\n")]
    [InlineData("a;\na\n\nb;I21\n", "a;;\na;\n\nb;I21;ihd ami\n")]
    [InlineData("æøå\u00A0;I21;é\n", "æøå\u00A0;I21;é;ihd ami\n")]
    public void Evaluate_Rows_AreCopiedWithTheirGroups(string rows, string expected)
    {
        using var output = new MemoryStream();
        new GroupRows(TestReleases.Compile(Definitions), CodeSystem.Auto, ';').Evaluate(new MemoryStream(Encoding.UTF8.GetBytes(rows)), 1, output);

        Assert.Equal(expected, Encoding.UTF8.GetString(output.ToArray()));
    }

    [WhoDataFact]
    public void Evaluate_Latin1_IsCopiedByteByByte()
    {
        byte[] row = [0xE6, (byte)';', .. "I21"u8, (byte)'\n'];
        using var output = new MemoryStream();
        new GroupRows(TestReleases.Compile(Definitions), CodeSystem.Icd10, ';').Evaluate(new MemoryStream(row), 1, output);

        Assert.Equal([0xE6, (byte)';', .. "I21;ihd ami\n"u8], output.ToArray());
    }

    [WhoDataFact]
    public void Evaluate_Outcomes_AreCounted()
    {
        var counts = new GroupRows(TestReleases.Compile(Definitions), CodeSystem.Auto, ',').Evaluate(new MemoryStream(Encoding.UTF8.GetBytes("I21\nI25\nE11\n,\nnonsense\nZZ99\n")), 0, null);

        Assert.Equal((6L, 2L, 1L, 1L, 1L, 1L), (counts.Rows, counts.Of(GroupOutcome.Member), counts.Of(GroupOutcome.NoMember), counts.Of(GroupOutcome.Empty), counts.Of(GroupOutcome.NotWellFormed), counts.Of(GroupOutcome.Unknown)));
        Assert.Equal((2L, 1L), (counts.Of(0), counts.Of(1)));
    }

    [WhoDataFact]
    public void Evaluate_QuoteThatDoesNotEnd_IsAnErrorWithItsRow()
    {
        var rows = new GroupRows(TestReleases.Compile(Definitions), CodeSystem.Auto, ';');
        var error = Assert.Throws<InvalidDataException>(() => rows.Evaluate(new MemoryStream("I21\n\"I22\n"u8.ToArray()), 0, null));

        Assert.StartsWith("Row 2: a quoted cell does not end.", error.Message, StringComparison.Ordinal);
    }

    [WhoDataFact]
    public void Evaluate_RowsAcrossBuffers_AreWhole()
    {
        var text = string.Concat(Enumerable.Range(0, 60_000).Select(i => $"{i};{(i % 3 == 0 ? "I21.4" : "E119")};{new string('x', i % 40)}\n"));
        var counts = new GroupRows(TestReleases.Compile(Definitions), CodeSystem.Auto, ';').Evaluate(new MemoryStream(Encoding.UTF8.GetBytes(text)), 1, null);

        Assert.Equal((60_000L, 20_000L), (counts.Rows, counts.Of(1)));
    }

    [WhoDataFact]
    public void Evaluate_ARow_AllocatesNothing()
    {
        var rows = new GroupRows(TestReleases.Compile(Definitions + "group c\n icd11 NC72 & laterality=XK8G\n"), CodeSystem.Auto, ';');
        var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("a;I21.4;b\na;BA41.0&XA7RE3/5A11;b\na;NC72.2&XK8G;b\na;E119;\n", 20_000)));
        rows.Evaluate(new MemoryStream(text), 1, Stream.Null);
        var before = GC.GetAllocatedBytesForCurrentThread();
        rows.Evaluate(new MemoryStream(text), 1, Stream.Null);

        // A buffer or two for 80,000 rows.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 600_000);
    }
}
