using FsCheck;
using FsCheck.Fluent;
using Icd.Mapping.Conversion.Report;

namespace Icd.Mapping.Tests.Conversion;

public class SmallNumbersTests
{
    public static TheoryData<long[], bool[], string> Lines => new()
    {
        { [100, 20, 0], [false, false, false], "nothing is small" },
        { [100, 20, 3], [false, true, true], "one alone could be worked out of the sum" },
        { [100, 20, 3, 2], [false, false, true, true], "two that are the limit together are enough" },
        { [100, 20, 2, 1], [false, true, true, true], "together below the limit, they say that neither is more" },
        { [4], [true], "no other to hide behind" },
        { [0, 0], [false, false], "that nothing occurs points at nobody" },
    };

    [Theory, MemberData(nameof(Lines))]
    public void Hidden_Line_HidesWhatCouldBeWorkedOut(long[] line, bool[] expected, string why)
    {
        var hidden = SmallNumbers.Hidden(line, 5);
        Assert.True(expected.SequenceEqual(hidden), $"{why}: {string.Join(' ', hidden)}");
    }

    [Fact]
    public void Hidden_AnyTable_LeavesNothingThatASumTells()
    {
        var table = from columns in Gen.Choose(1, 6)
                    from rows in Gen.Choose(1, 8)
                    from numbers in Gen.Frequency((3, Gen.Choose(0, 9)), (1, Gen.Choose(10, 500))).ArrayOf(columns * rows)
                    select Enumerable.Range(0, rows).Select(row => (IReadOnlyList<long>)[.. numbers.Skip(row * columns).Take(columns).Select(number => (long)number)]).ToList();
        Prop.ForAll(table.ToArbitrary(), table =>
        {
            var sums = SmallNumbers.Hidden([.. table.Select(row => row.Sum())], 5);
            var hidden = SmallNumbers.Hidden(table, 5, sums);
            for (var row = 0; row < table.Count; row++)
            {
                for (var column = 0; column < table[row].Count; column++)
                {
                    if (SmallNumbers.IsSmall(table[row][column], 5) && !hidden[row][column]) return false;
                    if (table[row][column] == 0 && hidden[row][column]) return false;
                }

                if (!IsSafe([.. table[row]], hidden[row])) return false;
            }

            return Enumerable.Range(0, table[0].Count).All(column => IsSafe([.. table.Select(row => row[column])], [.. hidden.Select(row => row[column])]));
        }).QuickCheckThrowOnFailure();
    }

    /// <summary>What is hidden is none, or several that are the limit or more together, or everything that is not zero.</summary>
    private static bool IsSafe(long[] line, bool[] hidden)
    {
        var those = line.Where((_, i) => hidden[i]).ToArray();
        return those.Length == 0 || (those.Length > 1 && those.Sum() >= 5) || line.Where((_, i) => !hidden[i]).All(number => number == 0);
    }
}
