namespace Icd.SyntheticRegistry;

/// <summary>What older editions wrote in the place of today's codes: <c>editions.tsv</c>.</summary>
internal sealed class OldCodes
{
    private readonly Dictionary<string, (int LastYear, string? Old)[]> _byNew = Table.Read("editions.tsv")
        .GroupBy(line => line[2], line => (LastYear: int.Parse(line[0], null), Old: line[1].Length > 0 ? line[1] : null))
        .ToDictionary(group => group.Key, group => group.ToArray());

    /// <summary>Every old code.</summary>
    public IEnumerable<string> All => _byNew.Values.SelectMany(lines => lines).Select(line => line.Old).OfType<string>();

    /// <summary>Whether a code of today was in use in a year, itself or as an older one.</summary>
    public bool IsInUse(string code, int year) => !_byNew.TryGetValue(code, out var lines) || lines[0].Old is not null || year > lines[0].LastYear;

    /// <summary>An old code that today's code replaced.</summary>
    /// <param name="code">Today's code.</param>
    /// <param name="year">The year of registration.</param>
    /// <param name="draw">Which of several, any number.</param>
    /// <param name="wasValid">Whether the old code was valid that year.</param>
    public string? Find(string code, int year, int draw, out bool wasValid)
    {
        wasValid = false;
        if (!_byNew.TryGetValue(code, out var lines)) return null;
        var (lastYear, old) = lines[draw % lines.Length];
        wasValid = year <= lastYear;
        return old;
    }
}
