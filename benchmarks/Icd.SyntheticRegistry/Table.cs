using System.Globalization;

namespace Icd.SyntheticRegistry;

/// <summary>The tables beside the code: tab-separated, <c>#</c> before comments.</summary>
internal static class Table
{
    /// <summary>The lines of a table, cut at the tabs.</summary>
    public static IEnumerable<string[]> Read(string name)
    {
        using var stream = typeof(Table).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not in this assembly.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') yield return line.Split('\t');
        }
    }

    public static double Number(string cell) => double.Parse(cell, NumberStyles.Float, CultureInfo.InvariantCulture);
}
