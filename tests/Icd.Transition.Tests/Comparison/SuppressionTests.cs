using Icd.Transition.Comparison;

namespace Icd.Transition.Tests.Comparison;

public class SuppressionTests
{
    private const int Limit = 5;

    /// <summary>Tables with rows, columns and margins, a hierarchy over the rows, and sets that overlap them, from random atoms.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Apply_RandomTables_LeaveNothingToWorkOut(int seed)
    {
        var (atoms, counts, sums) = Table(seed);
        new Suppression(atoms, counts, sums, [], Limit).Apply();

        Assert.Contains(counts, count => count.IsSuppressed);
        Assert.Contains(counts, count => !count.IsSuppressed);
        Assert.All(counts.Where(count => !count.IsSuppressed), count => Assert.False(count.Actual is > 0 and < Limit));
        foreach (var count in counts.Where(count => count.IsSuppressed)) Assert.False(IsCombination(counts, count.Atoms, atoms.Length), $"a count of {count.Actual} can be worked out");
        for (var atom = 0; atom < atoms.Length; atom++)
        {
            if (atoms[atom] is > 0 and < Limit) Assert.False(IsCombination(counts, [atom], atoms.Length), $"an atom of {atoms[atom]} can be worked out");
        }
    }

    [Fact]
    public void Apply_OneSmallCellOfARow_TakesAnotherWithIt()
    {
        long[] atoms = [3, 20, 100, 50];
        var counts = atoms.Select((size, i) => new PublishedCount(size, [i])).ToList();
        var total = new PublishedCount(173, [0, 1, 2, 3]);
        new Suppression(atoms, [.. counts, total], [(total, counts)], [], Limit).Apply();

        Assert.Equal([null, null, 100, 50], counts.Select(count => count.Value));
        Assert.Equal(173, total.Value);
    }

    [Fact]
    public void Apply_TwoCellsThatAddUpToTwo_AreNotBoundToOneEach()
    {
        long[] atoms = [1, 1, 30];
        var counts = atoms.Select((size, i) => new PublishedCount(size, [i])).ToList();
        var total = new PublishedCount(32, [0, 1, 2]);
        new Suppression(atoms, [.. counts, total], [(total, counts)], [], Limit).Apply();

        Assert.All(counts, count => Assert.Null(count.Value));
    }

    [Fact]
    public void Apply_DifferenceOfTwoSets_IsKeptBackToo()
    {
        // All and all but three: nobody shows the three, but anybody can subtract.
        long[] atoms = [3, 97];
        var (all, most) = (new PublishedCount(100, [0, 1]), new PublishedCount(97, [1]));
        new Suppression(atoms, [all, most], [], [], Limit).Apply();

        Assert.True(all.IsSuppressed || most.IsSuppressed);
    }

    [Fact]
    public void Apply_SameRowsPartedInTwoWays_AreSeenThroughTheIdentity()
    {
        // Atoms 0 and 1 are the rows by code, 2 and 3 the same rows by year.
        long[] atoms = [3, 97, 40, 60];
        var (code, first, second) = (new PublishedCount(97, [1]), new PublishedCount(40, [2]), new PublishedCount(60, [3]));
        new Suppression(atoms, [code, first, second], [], [new() { [0] = 1, [1] = 1, [2] = -1, [3] = -1 }], Limit).Apply();

        Assert.Contains(true, ((PublishedCount[])[code, first, second]).Select(count => count.IsSuppressed));
    }

    [Fact]
    public void Apply_NothingSmall_HidesNothing()
    {
        long[] atoms = [10, 20];
        var counts = new List<PublishedCount> { new(10, [0]), new(20, [1]), new(30, [0, 1]), new(0, []) };
        new Suppression(atoms, counts, [(counts[2], counts[..2])], [], Limit).Apply();

        Assert.Equal([10, 20, 30, 0], counts.Select(count => count.Value));
    }

    /// <summary>Blocks of categories of cells, and the same rows again by block and year: what one parting shows must not tell of the other.</summary>
    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(14)]
    public void Apply_HierarchyPartedAgainByYear_LeavesNothingToWorkOut(int seed)
    {
        const int Blocks = 5, Categories = 6, Cells = 5, Years = 4;
        var random = new Random(seed);
        var (atoms, counts, sums, identities) = (new List<long>(), new List<PublishedCount>(), new List<(PublishedCount, List<PublishedCount>)>(), new List<Dictionary<int, long>>());
        PublishedCount Make(IEnumerable<int> of)
        {
            var set = of.ToHashSet();
            counts.Add(new(set.Sum(atom => atoms[atom]), set));
            return counts[^1];
        }

        var (blockTotals, byYear) = (new List<PublishedCount>(), new List<int>[Years]);
        for (var year = 0; year < Years; year++) byYear[year] = [];
        for (var block = 0; block < Blocks; block++)
        {
            var categories = new List<PublishedCount>();
            var first = atoms.Count;
            for (var category = 0; category < Categories; category++)
            {
                var own = Enumerable.Range(atoms.Count, Cells).ToList();
                atoms.AddRange(own.Select(_ => (long)(random.Next(4) == 0 ? random.Next(1, 5) : random.Next(5, 80))));
                var cells = own.ConvertAll(atom => Make([atom]));
                categories.Add(Make(own));
                sums.Add((categories[^1], cells));
            }

            blockTotals.Add(Make(Enumerable.Range(first, Categories * Cells)));
            sums.Add((blockTotals[^1], categories));
            var identity = Enumerable.Range(first, Categories * Cells).ToDictionary(atom => atom, _ => 1L);
            var left = blockTotals[^1].Actual;
            var ofBlock = new List<PublishedCount>();
            for (var year = 0; year < Years; year++)
            {
                var size = year == Years - 1 ? left : Math.Min(left, random.Next(3) == 0 ? random.Next(1, 5) : random.Next(5, 200));
                left -= size;
                identity[atoms.Count] = -1;
                byYear[year].Add(atoms.Count);
                atoms.Add(size);
                ofBlock.Add(Make([atoms.Count - 1]));
            }

            sums.Add((blockTotals[^1], ofBlock));
            identities.Add(identity);
        }

        foreach (var year in byYear) Make(year);
        sums.Add((Make(Enumerable.Range(0, atoms.Count).Where(atom => !byYear.Any(year => year.Contains(atom)))), blockTotals));
        new Suppression([.. atoms], counts, sums, identities, Limit).Apply();

        var known = new Combinations(atoms.Count);
        foreach (var count in counts.Where(count => !count.IsSuppressed)) known.Add(count.Atoms.ToDictionary(atom => atom, _ => 1L));
        foreach (var identity in identities) known.Add(identity);
        Assert.All(counts.Where(count => !count.IsSuppressed), count => Assert.False(count.Actual is > 0 and < Limit));
        Assert.All(counts.Where(count => count.IsSuppressed), count => Assert.False(known.Has(count.Atoms.ToDictionary(atom => atom, _ => 1L)), $"a count of {count.Actual} can be worked out"));
        Assert.All(Enumerable.Range(0, atoms.Count).Where(atom => atoms[atom] is > 0 and < Limit), atom => Assert.False(known.Has(new() { [atom] = 1 }), $"an atom of {atoms[atom]} can be worked out"));
        // What is safe is not kept back: a third of the counts are small or stand beside one.
        Assert.InRange(counts.Count(count => count.IsSuppressed) / (double)counts.Count, 0.1, 0.75);
    }

    /// <summary>Row reduction of a full matrix modulo another prime than that of the tested code.</summary>
    private sealed class Combinations(int columns)
    {
        private const long Prime = 998_244_353;

        private readonly List<long[]> _rows = [];

        public void Add(Dictionary<int, long> terms)
        {
            var row = Reduced(terms);
            var pivot = Array.FindIndex(row, value => value != 0);
            if (pivot < 0) return;
            var inverse = (long)System.Numerics.BigInteger.ModPow(row[pivot], Prime - 2, Prime);
            _rows.Add(Array.ConvertAll(row, value => value * inverse % Prime));
        }

        public bool Has(Dictionary<int, long> terms) => Array.TrueForAll(Reduced(terms), value => value == 0);

        private long[] Reduced(Dictionary<int, long> terms)
        {
            var row = new long[columns];
            foreach (var (column, factor) in terms) row[column] = (factor + Prime) % Prime;
            foreach (var known in _rows)
            {
                var factor = row[Array.FindIndex(known, value => value != 0)];
                for (var i = 0; factor != 0 && i < columns; i++) row[i] = (row[i] + ((Prime - factor) * known[i])) % Prime;
            }

            return row;
        }
    }

    private static (long[] Atoms, List<PublishedCount> Counts, List<(PublishedCount, List<PublishedCount>)> Sums) Table(int seed)
    {
        var random = new Random(seed);
        var (rows, columns) = (6 + seed, 5);
        var atoms = Enumerable.Range(0, rows * columns).Select(_ => (long)(random.Next(3) == 0 ? random.Next(0, 6) : random.Next(0, 60))).ToArray();
        var counts = new List<PublishedCount>();
        var sums = new List<(PublishedCount, List<PublishedCount>)>();
        PublishedCount Make(IEnumerable<int> of)
        {
            var set = of.ToHashSet();
            var count = new PublishedCount(set.Sum(atom => atoms[atom]), set);
            counts.Add(count);
            return count;
        }

        var cells = Enumerable.Range(0, atoms.Length).Select(atom => Make([atom])).ToList();
        var rowTotals = Enumerable.Range(0, rows).Select(row => Make(Enumerable.Range(row * columns, columns))).ToList();
        var columnTotals = Enumerable.Range(0, columns).Select(column => Make(Enumerable.Range(0, rows).Select(row => (row * columns) + column))).ToList();
        var all = Make(Enumerable.Range(0, atoms.Length));
        var upper = Make(Enumerable.Range(0, 3 * columns));
        for (var row = 0; row < rows; row++) sums.Add((rowTotals[row], cells[(row * columns)..((row + 1) * columns)]));
        for (var column = 0; column < columns; column++) sums.Add((columnTotals[column], [.. Enumerable.Range(0, rows).Select(row => cells[(row * columns) + column])]));
        sums.Add((all, rowTotals));
        sums.Add((all, columnTotals));
        sums.Add((upper, rowTotals[..3]));
        for (var i = 0; i < 4; i++) Make(Enumerable.Range(0, atoms.Length).Where(_ => random.Next(2) == 0));
        return (atoms, counts, sums);
    }

    /// <summary>By the rank of a full matrix with partial pivoting, which is not how the tested code does it.</summary>
    private static bool IsCombination(List<PublishedCount> counts, IEnumerable<int> wanted, int atoms)
    {
        var shown = counts.Where(count => !count.IsSuppressed).ToList();
        var vectors = shown.Select(count => Vector(count.Atoms)).ToList();
        return Rank([.. vectors, Vector(wanted)]) == Rank(vectors);

        double[] Vector(IEnumerable<int> of)
        {
            var vector = new double[atoms];
            foreach (var atom in of) vector[atom] = 1;
            return vector;
        }
    }

    private static int Rank(IReadOnlyList<double[]> vectors)
    {
        var matrix = vectors.Select(vector => (double[])vector.Clone()).ToList();
        var rank = 0;
        for (var column = 0; matrix.Count > 0 && column < matrix[0].Length && rank < matrix.Count; column++)
        {
            var pivot = Enumerable.Range(rank, matrix.Count - rank).MaxBy(row => Math.Abs(matrix[row][column]));
            if (Math.Abs(matrix[pivot][column]) < 1e-9) continue;
            (matrix[rank], matrix[pivot]) = (matrix[pivot], matrix[rank]);
            for (var row = rank + 1; row < matrix.Count; row++)
            {
                var factor = matrix[row][column] / matrix[rank][column];
                for (var at = column; factor != 0 && at < matrix[row].Length; at++) matrix[row][at] -= factor * matrix[rank][at];
            }

            rank++;
        }

        return rank;
    }
}
