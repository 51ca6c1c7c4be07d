using Icd.Search.Analysis;

namespace Icd.Search.Tests.Analysis;

public class DecompounderTests(Xunit.Abstractions.ITestOutputHelper output)
{
    /// <summary>Measured 2026-11; a change that makes it worse is to be looked at.</summary>
    private const double WorstErrorRate = 0.09;

    [Fact]
    public void Split_CompoundsCutByHand_AreCutTheSame()
    {
        var decompounder = new Decompounder(BuiltIn.Tables.Parts, BuiltIn.Tables.Keys, BuiltIn.Tables.Lexemes);
        var rows = File.ReadLines(BuiltIn.File("Analysis", "compounds.tsv")).Where(line => line[0] != '#').Skip(1).Select(line => line.Split('\t')).ToList();
        var wrong = rows.Select(row => (Word: row[0], Expected: Boundaries(row[1]), Found: Leaves(decompounder, row[0]))).Where(row => !Agree(row.Expected, row.Found)).ToList();

        Assert.True(rows.Count >= 300);
        output.WriteLine($"{wrong.Count} of {rows.Count}");
        Assert.True(
            wrong.Count <= WorstErrorRate * rows.Count,
            $"{wrong.Count} of {rows.Count} are cut otherwise: {string.Join(", ", wrong.Select(row => $"{row.Word} at {string.Join(' ', row.Found)} for {string.Join(' ', row.Expected)}"))}");
    }

    /// <summary>They can be cut into words and forms of the dictionary, such as svulst for om, but are far commoner than these.</summary>
    [Theory]
    [InlineData("sykdom")]
    [InlineData("sykdommer")]
    [InlineData("tilstander")]
    [InlineData("syndrom")]
    [InlineData("problem")]
    [InlineData("halsen")]
    [InlineData("leveren")]
    [InlineData("tidligere")]
    [InlineData("kromosom")]
    public void Split_WordCommonerThanItsParts_IsNoCompound(string word) =>
        Assert.Equal([0], Leaves(new(BuiltIn.Tables.Parts, BuiltIn.Tables.Keys, BuiltIn.Tables.Lexemes), word));

    /// <summary>Where the parts begin; a letter between two parts belongs to neither.</summary>
    private static int[] Boundaries(string parts)
    {
        var (starts, at) = (new List<int> { 0 }, 0);
        foreach (var letter in parts)
        {
            if (letter == '+') starts.Add(at);
            else if (letter is not ('(' or ')')) at++;
        }

        return [.. starts];
    }

    private static int[] Leaves(Decompounder decompounder, string word)
    {
        Span<WordNode> nodes = stackalloc WordNode[WordTree.MaxNodes];
        Span<byte> starts = stackalloc byte[WordTree.MaxLeaves];
        var tree = new WordTree(nodes, starts);
        decompounder.Split(word, BuiltIn.Tables.Lexemes.Find(BuiltIn.Tables.Keys.StemOf(word)), ref tree);
        return [.. tree.LeafStarts[..tree.LeafCount].ToArray().Select(start => (int)start)];
    }

    /// <summary>
    /// Where by hand a part is left whole that the dictionary can cut again (skjold + brusk + kjertel), more cuts agree; a cut that is missing, and any cut in what
    /// is no compound, do not. A letter between two parts may go with either.
    /// </summary>
    private static bool Agree(int[] expected, int[] found) =>
        expected.Length == 1 ? found.Length == 1 : expected.All(start => found.Any(other => Math.Abs(other - start) <= 1));
}
