using Icd.Core.Releases;

namespace Icd.SyntheticRegistry;

/// <summary>How often each code of the Norwegian ICD-10 is registered, by setting: <c>weights.tsv</c> spread over all codes.</summary>
internal sealed class CodeFrequencies
{
    private const int Comorbid = 4;

    private readonly WeightedChoice[] _choices = new WeightedChoice[5];
    private readonly WeightedChoice _external;

    public CodeFrequencies(Release icd10)
    {
        var entities = icd10.Entities.Where(entity => entity.IsSelectable && entity.Kind == EntityKind.Category).ToArray();
        Codes = [.. entities.Select(entity => entity.Icd10Code.ToString("N", null))];
        Titles = [.. entities.Select(entity => entity.Title)];
        var (lines, chapters) = (Table.Read("weights.tsv").ToDictionary(line => line[0], line => line[1..].Select(Table.Number).ToArray()), entities.Select(entity => entity.Chapter.Code).ToArray());
        for (var setting = 0; setting < _choices.Length; setting++) _choices[setting] = new(Weights(setting, lines, chapters));
        var external = new double[Codes.Count];
        Spread(Enumerable.Range(0, Codes.Count).Where(i => chapters[i] == "XX"), 1000, external);
        _external = new(external);
    }

    /// <summary>All codes of the edition that may be used, without point, in its order.</summary>
    public IReadOnlyList<string> Codes { get; }

    /// <summary>Their texts.</summary>
    public IReadOnlyList<string> Titles { get; }

    /// <summary>A first diagnosis of a setting: its place among <see cref="Codes"/>.</summary>
    public int Draw(CareSetting setting, RegistryRandom random) => _choices[(int)setting].Draw(random);

    /// <summary>A diagnosis that is not the first.</summary>
    public int DrawComorbid(RegistryRandom random) => _choices[Comorbid].Draw(random);

    /// <summary>An external cause, as hospitals add to injuries.</summary>
    public int DrawExternalCause(RegistryRandom random) => _external.Draw(random);

    private double[] Weights(int setting, Dictionary<string, double[]> lines, string[] chapters)
    {
        var weights = new double[Codes.Count];
        foreach (var chapter in Enumerable.Range(0, Codes.Count).GroupBy(i => chapters[i]))
        {
            var left = lines[chapter.Key][setting];
            var others = new List<IGrouping<string, int>>();
            foreach (var category in chapter.GroupBy(i => Codes[i][..3]))
            {
                if (!lines.TryGetValue(category.Key, out var line))
                {
                    others.Add(category);
                    continue;
                }

                left -= line[setting];
                Spread(category, line[setting], weights);
            }

            // The order among categories that no line names is arbitrary but fixed: the same for every seed and every machine.
            var (rank, sum) = (0, Enumerable.Range(1, others.Count).Sum(place => 1.0 / place));
            foreach (var category in others.OrderBy(category => Hash(category.Key))) Spread(category, Math.Max(0, left) / (++rank * sum), weights);
        }

        return weights;
    }

    /// <summary>Zipf's law over some codes: what is unspecified first, then in the order of the list.</summary>
    private void Spread(IEnumerable<int> codes, double total, double[] weights)
    {
        var ordered = codes.OrderBy(i => Codes[i].Length > 3 && Codes[i][3] == '9' ? 0 : 1).ToList();
        var sum = Enumerable.Range(1, ordered.Count).Sum(place => 1.0 / place);
        for (var rank = 0; rank < ordered.Count; rank++) weights[ordered[rank]] = total / ((rank + 1) * sum);
    }

    private static uint Hash(string text) => text.Aggregate(2166136261u, (hash, c) => (hash ^ c) * 16777619u);
}
