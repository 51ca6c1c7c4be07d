using System.Diagnostics.CodeAnalysis;
using Icd.Core.Codes;

namespace Icd.Mapping.Rules;

/// <summary>The mapping rules that we author: tables under <c>data/crosswalk/</c>, which <c>data/README.md</c> describes.</summary>
/// <remarks>Of the rules for a code the most specific one holds: the one whose pattern stands for the fewest codes.</remarks>
public sealed class CrosswalkRules
{
    private const string ResourcePrefix = "crosswalk/";

    private static readonly Lazy<CrosswalkRules> Embedded = new(ReadEmbedded);

    private readonly Dictionary<int, List<CrosswalkRule>> _byCategory = [];
    private readonly List<CrosswalkRule> _wide = [];
    private readonly Dictionary<string, List<SchemeValue>> _schemes;

    internal CrosswalkRules(IReadOnlyList<CrosswalkRule> rules, Dictionary<string, List<SchemeValue>> schemes, IReadOnlyList<BackRule> backRules, string fingerprint)
    {
        (Rules, _schemes, BackRules, Fingerprint) = (rules, schemes, backRules, fingerprint);
        foreach (var rule in rules)
        {
            var indexed = false;
            foreach (var category in rule.Pattern.Categories())
            {
                if (!_byCategory.TryGetValue(category, out var list)) _byCategory[category] = list = [];
                list.Add(rule);
                indexed = true;
            }

            if (!indexed) _wide.Add(rule);
        }
    }

    /// <summary>The MMS release whose codes our rules are written in.</summary>
    public static ReleaseId WrittenFor { get; } = ReleaseId.Create(2024, 1);

    /// <summary>The rules that this library carries.</summary>
    public static CrosswalkRules Default => Embedded.Value;

    /// <summary>No rules at all: WHO's tables alone.</summary>
    public static CrosswalkRules None { get; } = new([], [], [], "");

    /// <summary>SHA-256 over all lines of the tables and their places, lower-case hexadecimal; empty where there are none.</summary>
    public string Fingerprint { get; }

    internal IReadOnlyList<CrosswalkRule> Rules { get; }

    /// <summary>The rules of the way back.</summary>
    internal IReadOnlyList<BackRule> BackRules { get; }

    internal IEnumerable<SchemeValue> SchemeValues => _schemes.Values.SelectMany(values => values);

    /// <summary>Reads tables of rules and schemes; which one a table is, its columns say.</summary>
    /// <param name="tables">Name and text of each; the name appears in provenance and errors.</param>
    /// <exception cref="FormatException">A row is malformed; the message says which and why.</exception>
    public static CrosswalkRules Parse(params IEnumerable<(string Name, TextReader Text)> tables) => CrosswalkTables.Read(tables);

    /// <summary>The most specific rule for a code, or for a dagger and asterisk pair.</summary>
    /// <param name="code">Without point, as the Norwegian list writes it.</param>
    /// <param name="asterisk">The asterisk code of a pair; empty for a single code.</param>
    /// <param name="rule">The rule.</param>
    /// <exception cref="InvalidOperationException">Two rules are equally specific: the tables contradict each other.</exception>
    internal bool TryFind(string code, string asterisk, [NotNullWhen(true)] out CrosswalkRule? rule)
    {
        CrosswalkRule? best = null, rival = null;
        if (_byCategory.TryGetValue(CodePattern.CategoryOf(code), out var own)) Choose(own, ref best, ref rival);
        Choose(_wide, ref best, ref rival);

        rule = best;
        return rival is null
            ? best is not null
            : throw new InvalidOperationException($"{best!.Origin} and {rival.Origin} are both for {code}{(asterisk.Length > 0 ? "+" + asterisk : "")} and equally specific. Make one of them more specific.");

        void Choose(List<CrosswalkRule> candidates, ref CrosswalkRule? best, ref CrosswalkRule? rival)
        {
            foreach (var candidate in candidates)
            {
                if (candidate.Asterisk is null != (asterisk.Length == 0) || !candidate.Pattern.Matches(code)) continue;
                if (candidate.Asterisk is { } second && !second.Matches(asterisk)) continue;
                var order = best is null ? -1 : Breadth(candidate).CompareTo(Breadth(best));
                if (order < 0) (best, rival) = (candidate, null);
                else if (order == 0) rival = candidate;
            }
        }
    }

    /// <summary>What a scheme says for characters of a code: its most specific row, or <see langword="null"/>.</summary>
    internal SchemeValue? FindValue(string scheme, ReadOnlySpan<char> characters)
    {
        SchemeValue? best = null;
        foreach (var value in _schemes[scheme])
        {
            if (value.Pattern.Matches(characters) && (best is null || value.Pattern.Breadth < best.Pattern.Breadth)) best = value;
        }

        return best;
    }

    private static (long, long) Breadth(CrosswalkRule rule) => (rule.Pattern.Breadth, rule.Asterisk?.Breadth ?? 0);

    private static CrosswalkRules ReadEmbedded()
    {
        var assembly = typeof(CrosswalkRules).Assembly;
        var names = assembly.GetManifestResourceNames().Where(name => name.StartsWith(ResourcePrefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        return Parse(names.Select(name => ("data/" + name, (TextReader)new StreamReader(assembly.GetManifestResourceStream(name)!))));
    }
}
