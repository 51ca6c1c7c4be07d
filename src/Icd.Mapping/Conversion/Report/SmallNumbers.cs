namespace Icd.Mapping.Conversion.Report;

/// <summary>Which numbers of a table must be hidden so that none below a limit can be read or worked out of it.</summary>
/// <remarks>
/// A small number in a line whose sum is known can be worked out where it is the only hidden one, and where all that are hidden add up to less than the
/// limit. So the next smallest of the line is hidden with it. Zeros are shown: that nothing occurs points at nobody.
/// </remarks>
internal static class SmallNumbers
{
    /// <summary>Which numbers of a line are hidden, where its sum is shown.</summary>
    public static bool[] Hidden(IReadOnlyList<long> line, long smallest)
    {
        var hidden = line.Select(number => IsSmall(number, smallest)).ToArray();
        Protect(line, hidden, smallest);
        return hidden;
    }

    /// <summary>Which numbers of a table are hidden, where the sums of its columns are shown, and those of its rows but for some.</summary>
    /// <param name="table">Rows of one length.</param>
    /// <param name="smallest">The limit.</param>
    /// <param name="hiddenSums">The rows whose sums are hidden, and so all that they are sums of.</param>
    public static bool[][] Hidden(IReadOnlyList<IReadOnlyList<long>> table, long smallest, bool[] hiddenSums)
    {
        var hidden = table.Select((row, at) => row.Select(number => IsSmall(number, smallest) || (hiddenSums[at] && number > 0)).ToArray()).ToArray();
        var isStable = table.Count == 0;
        while (!isStable)
        {
            isStable = true;
            for (var row = 0; row < table.Count; row++) isStable &= !Protect(table[row], hidden[row], smallest);
            for (var column = 0; column < table[0].Count; column++)
            {
                var at = column;
                var line = hidden.Select(row => row[at]).ToArray();
                if (!Protect([.. table.Select(row => row[at])], line, smallest)) continue;
                isStable = false;
                for (var row = 0; row < line.Length; row++) hidden[row][at] = line[row];
            }
        }

        return hidden;
    }

    /// <summary>Whether a number stands for so few that it is not shown.</summary>
    public static bool IsSmall(long number, long smallest) => number > 0 && number < smallest;

    /// <returns>Whether more had to be hidden.</returns>
    private static bool Protect(IReadOnlyList<long> line, bool[] hidden, long smallest)
    {
        var (count, sum) = (0, 0L);
        for (var i = 0; i < hidden.Length; i++)
        {
            if (hidden[i]) (count, sum) = (count + 1, sum + line[i]);
        }

        var hasMore = false;
        while (count > 0 && (count == 1 || sum < smallest))
        {
            var next = -1;
            for (var i = 0; i < hidden.Length; i++)
            {
                if (!hidden[i] && line[i] > 0 && (next < 0 || line[i] < line[next])) next = i;
            }

            if (next < 0) break;
            (hidden[next], hasMore, count, sum) = (true, true, count + 1, sum + line[next]);
        }

        return hasMore;
    }
}
