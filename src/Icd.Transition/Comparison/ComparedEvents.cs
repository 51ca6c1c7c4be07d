using Icd.Mapping;

namespace Icd.Transition.Comparison;

/// <summary>The events of a table, and those of them that the two systems are compared over.</summary>
internal sealed class ComparedEvents
{
    private readonly List<ComparedEvent> _all = [];

    public ComparedEvents(EventTable table, Crosswalk crosswalk, ComparisonOptions options)
    {
        var coding = new EventCoding(crosswalk, options);
        foreach (var (key, count) in table.Counts)
        {
            var old = key.Icd10 == default ? null : coding.Of(key.Icd10);
            if (count > 0) _all.Add(new(key, count, old, key.Icd11.Length > 0 ? coding.Of(key.Icd11) : old!.Target));
        }

        IsRegistered = _all.Exists(row => row.IsRegisteredTwice);
        Sexes = ValuesOf(key => key.Sex);
        Ages = ValuesOf(key => key.Age);
        Basis = Merged(_all.Where(IsBasis), key => key with { Year = Math.Sign(key.Year), Sex = Presence(key.Sex), Age = Presence(key.Age) });
    }

    public IReadOnlyList<ComparedEvent> All => _all;

    /// <summary>The rows that are registered twice, where there are such; else all that have an ICD-10 code. Year, sex and age are merged.</summary>
    public IReadOnlyList<ComparedEvent> Basis { get; }

    /// <summary>Whether rows are registered twice.</summary>
    public bool IsRegistered { get; }

    public IReadOnlyList<string> Sexes { get; }

    public IReadOnlyList<string> Ages { get; }

    /// <summary>All rows that have a year, the basis or not.</summary>
    public IEnumerable<ComparedEvent> ByYear => Merged(_all, key => key with { Sex = Presence(key.Sex), Age = Presence(key.Age) }).Where(row => row.Key.Year != 0);

    public IEnumerable<ComparedEvent> BySex => Merged(_all.Where(IsBasis), key => key with { Year = Math.Sign(key.Year), Age = Presence(key.Age) }).Where(row => row.Key.Sex.Length > 0);

    public IEnumerable<ComparedEvent> ByAge => Merged(_all.Where(IsBasis), key => key with { Year = Math.Sign(key.Year), Sex = Presence(key.Sex) }).Where(row => row.Key.Age.Length > 0);

    public bool IsBasis(ComparedEvent row) => IsRegistered ? row.IsRegisteredTwice : row.Old is not null;

    private List<string> ValuesOf(Func<EventKey, string> value) => [.. _all.Where(IsBasis).Select(row => value(row.Key)).Where(text => text.Length > 0).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Rows that differ in nothing but what is not asked about, as one.</summary>
    private static List<ComparedEvent> Merged(IEnumerable<ComparedEvent> rows, Func<EventKey, EventKey> keep) =>
        [.. rows.GroupBy(row => keep(row.Key)).Select(same => same.First() with { Key = same.Key, Count = same.Sum(row => row.Count) })];

    private static string Presence(string value) => value.Length > 0 ? "+" : "";
}
