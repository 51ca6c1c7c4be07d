
using Icd.Core.Releases;

namespace Icd.Core.Postcoordination;

/// <summary>Our authored stand-in for WHO's postcoordination scales: which axes stems have, by scope, inherited downward.</summary>
/// <remarks>
/// Tables under <c>data/axes/</c>, which <c>data/README.md</c> describes. A rule holds for everything below its scope; for the
/// same axis the rule with the nearest scope replaces those from further up, and rules at the same distance add their values.
/// WHO's own scales, where a release has them, always win: see <see cref="StemAxes"/>.
/// </remarks>
public sealed class AxisProfile
{
    private const string ResourcePrefix = "axes/";

    private static readonly string[] Columns = ["scope", "axis", "required", "multiple", "values", "comment"];

    private static readonly Lazy<AxisProfile> Embedded = new(ReadEmbedded);

    private AxisProfile(IReadOnlyList<AxisRule> rules) => Rules = rules;

    /// <summary>The profile that this library carries.</summary>
    public static AxisProfile Default => Embedded.Value;

    internal IReadOnlyList<AxisRule> Rules { get; }

    /// <summary>Reads tables of rules.</summary>
    /// <param name="tables">Name and text of each; the name appears in provenance and errors.</param>
    /// <exception cref="FormatException">A row is malformed; the message says which and why.</exception>
    public static AxisProfile Parse(params IEnumerable<(string Name, TextReader Text)> tables)
    {
        var rules = new List<AxisRule>();
        foreach (var (name, text) in tables)
        {
            var number = 0;
            while (text.ReadLine() is { } line)
            {
                number++;
                // A scope may begin with # and an entity's number; a comment has anything else after its #.
                if (line.Length == 0 || (line[0] == '#' && (line.Length == 1 || !char.IsAsciiDigit(line[1])))) continue;
                var cells = line.Split('\t');
                if (number == 1)
                {
                    if (!cells.SequenceEqual(Columns)) throw Malformed(name, number, $"the columns must be {string.Join(", ", Columns)}");
                    continue;
                }

                rules.Add(ParseRule(name, number, cells));
            }
        }

        return new(rules);
    }

    private static AxisRule ParseRule(string name, int number, string[] cells)
    {
        if (cells.Length != Columns.Length) throw Malformed(name, number, $"there are {cells.Length} columns, not {Columns.Length}");
        if (!AxisNames.IsKnown(cells[1])) throw Malformed(name, number, $"'{cells[1]}' is not an axis of WHO's schema");
        var isRequired = cells[2] switch
        {
            "yes" => true,
            "no" => false,
            var other => throw Malformed(name, number, $"'{other}' is neither yes nor no"),
        };
        var multiple = cells[3] switch
        {
            "always" => AllowMultipleValues.AllowAlways,
            "no" => AllowMultipleValues.NotAllowed,
            "except-same-block" => AllowMultipleValues.AllowedExceptFromSameBlock,
            var other => throw Malformed(name, number, $"'{other}' is none of always, no, except-same-block"),
        };
        return new(Selectors(cells[0]), cells[1], isRequired, multiple, cells[4] == "none" ? [] : Selectors(cells[4]), $"{name}:{number}");

        Selector[] Selectors(string cell) =>
        [
            .. cell.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(text => Selector.TryParse(text, out var selector) ? selector.Value : throw Malformed(name, number, $"'{text}' is not a code, a chapter or an entity number")),
        ];
    }

    private static AxisProfile ReadEmbedded()
    {
        var assembly = typeof(AxisProfile).Assembly;
        var names = assembly.GetManifestResourceNames().Where(name => name.StartsWith(ResourcePrefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        return Parse(names.Select(name => ("data/" + name, (TextReader)new StreamReader(assembly.GetManifestResourceStream(name)!))));
    }

    private static FormatException Malformed(string name, int row, string what) => new($"{name}, row {row}: {what}.");
}
