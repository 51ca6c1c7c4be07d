using Icd.Core.Codes;
using Icd.Core.Releases;

namespace Icd.Core.Sanctioning;

/// <summary>The tables under <c>data/sanctions/</c>, which <c>data/README.md</c> describes: rules made by hand, and words that mean the same.</summary>
internal sealed class AuthoredSanctions
{
    private static readonly string[] RuleColumns = ["stem", "value", "target", "confidence", "comment"], WordColumns = ["word", "means", "comment"];

    private static readonly Lazy<AuthoredSanctions> Embedded = new(() => new(Table("rules"), Table("words")));

    private readonly List<(string Stem, string Value, string Target, RuleConfidence? Confidence, string Origin)> _rules = [];
    private readonly Dictionary<string, string> _synonyms = new(StringComparer.Ordinal);

    /// <summary>Reads the two tables; the names appear in provenance and errors.</summary>
    /// <exception cref="FormatException">A row is malformed; the message says which and why.</exception>
    public AuthoredSanctions((string Name, TextReader Text) rules, (string Name, TextReader Text) words)
    {
        foreach (var (cells, origin) in Rows(rules, RuleColumns))
        {
            foreach (var code in cells.AsSpan(0, 3))
            {
                if (!Icd11Code.TryParse(code, out _)) throw new FormatException($"{origin}: '{code}' is not an ICD-11 code.");
            }

            _rules.Add((cells[0], cells[1], cells[2], Confidence(cells[3], origin), origin));
        }

        foreach (var (cells, origin) in Rows(words, WordColumns))
        {
            if (!_synonyms.TryAdd(cells[0], cells[1])) throw new FormatException($"{origin}: '{cells[0]}' stands there twice.");
        }
    }

    /// <summary>The tables that this library carries.</summary>
    public static AuthoredSanctions Default => Embedded.Value;

    /// <summary>What each word means; empty for a word that says nothing.</summary>
    public IReadOnlyDictionary<string, string> Synonyms => _synonyms;

    /// <summary>The rules whose codes a release has; confidence <see langword="null"/> takes a derived rule away.</summary>
    public IEnumerable<(Entity Stem, Entity Value, Entity Target, RuleConfidence? Confidence, string Origin)> Of(Release release)
    {
        foreach (var (stemCode, valueCode, targetCode, confidence, origin) in _rules)
        {
            if (release.TryFind(stemCode, out var stem) && release.TryFind(valueCode, out var value) && release.TryFind(targetCode, out var target))
                yield return (stem, value, target, confidence, origin);
        }
    }

    private static RuleConfidence? Confidence(string text, string origin) => text switch
    {
        "certain" => RuleConfidence.Certain,
        "suggested" => RuleConfidence.Suggested,
        "never" => null,
        var other => throw new FormatException($"{origin}: '{other}' is none of certain, suggested, never."),
    };

    private static IEnumerable<(string[] Cells, string Origin)> Rows((string Name, TextReader Text) table, string[] columns)
    {
        var number = 0;
        while (table.Text.ReadLine() is { } line)
        {
            number++;
            if (line.Length == 0 || line[0] == '#') continue;
            var cells = line.Split('\t');
            var origin = $"{table.Name}:{number}";
            if (number == 1 && !cells.SequenceEqual(columns)) throw new FormatException($"{origin}: the columns must be {string.Join(", ", columns)}.");
            if (cells.Length != columns.Length) throw new FormatException($"{origin}: there are {cells.Length} columns, not {columns.Length}.");
            if (number > 1) yield return (cells, origin);
        }
    }

    private static (string Name, TextReader Text) Table(string name) =>
        ($"data/sanctions/{name}.tsv", new StreamReader(typeof(AuthoredSanctions).Assembly.GetManifestResourceStream($"sanctions/{name}.tsv")!));
}
