using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Icd.Search.Lexicons;

/// <summary>Our authored knowledge of words and names, <c>data/lexicon</c>; <c>data/README.md</c> describes the tables.</summary>
public sealed class Lexicon
{
    private const string ResourcePrefix = "lexicon/";

    private static readonly Lazy<Lexicon> Embedded = new(() => Read(Resources()));
    private static readonly Lazy<string> EmbeddedHash = new(() => HashOf(Resources()));

    private Lexicon()
    {
    }

    /// <summary>The lexicon that this library carries.</summary>
    public static Lexicon Default => Embedded.Value;

    /// <summary>A hash over the text of <see cref="Default"/>, which need not be read for it.</summary>
    public static string DefaultContentHash => EmbeddedHash.Value;

    /// <summary>Names of diagnoses.</summary>
    public IReadOnlyList<NamedDiagnosis> Names { get; private init; } = [];

    /// <summary>Interchangeable words.</summary>
    public IReadOnlyList<Equivalence> Equivalents { get; private init; } = [];

    /// <summary>One-way relations between words.</summary>
    public IReadOnlyList<RelatedWords> Related { get; private init; } = [];

    /// <summary>Combining forms.</summary>
    public IReadOnlyList<CombiningForm> Forms { get; private init; } = [];

    /// <summary>Short forms.</summary>
    public IReadOnlyList<Abbreviation> Abbreviations { get; private init; } = [];

    /// <summary>Irregular and nynorsk forms.</summary>
    public IReadOnlyList<Inflection> Inflections { get; private init; } = [];

    /// <summary>Words that say nothing.</summary>
    public IReadOnlyList<string> Stopwords { get; private init; } = [];

    /// <summary>How common diagnoses are.</summary>
    public IReadOnlyList<Prior> Priors { get; private init; } = [];

    /// <summary>Which codes only one sex can have.</summary>
    public IReadOnlyList<SexRestriction> SexRestrictions { get; private init; } = [];

    /// <summary>Reads tables; the file name says which one a table is.</summary>
    /// <param name="tables">File name and text of each.</param>
    /// <exception cref="LexiconFormatException">A table is malformed; the message names file, line and remedy.</exception>
    public static Lexicon Read(params IEnumerable<(string File, TextReader Text)> tables)
    {
        ArgumentNullException.ThrowIfNull(tables);
        List<NamedDiagnosis> names = [];
        List<Equivalence> equivalents = [];
        List<RelatedWords> related = [];
        List<CombiningForm> forms = [];
        List<Abbreviation> abbreviations = [];
        List<Inflection> inflections = [];
        List<string> stopwords = [];
        List<Prior> priors = [];
        List<SexRestriction> restrictions = [];
        foreach (var (file, text) in tables)
        {
            switch (file)
            {
                case var _ when file.StartsWith("terms-", StringComparison.Ordinal):
                    names.AddRange(LexiconTable.Read(file, text, "terms", "kind", "icd10", "icd11", "comment").Select(ParseName));
                    break;
                case var _ when file.StartsWith("equivalents", StringComparison.Ordinal):
                    equivalents.AddRange(LexiconTable.Read(file, text, "words", "comment").Select(ParseEquivalence));
                    break;
                case var _ when file.StartsWith("related", StringComparison.Ordinal):
                    related.AddRange(LexiconTable.Read(file, text, "query", "finds", "weight", "comment").Select(ParseRelated));
                    break;
                case "forms.tsv":
                    forms.AddRange(LexiconTable.Read(file, text, "form", "position", "means", "comment").Select(ParseForm));
                    break;
                case "abbreviations.tsv":
                    abbreviations.AddRange(LexiconTable.Read(file, text, "short", "long", "where", "comment").Select(ParseAbbreviation));
                    break;
                case "inflections.tsv":
                    inflections.AddRange(LexiconTable.Read(file, text, "form", "lemma", "comment").SelectMany(ParseInflection));
                    break;
                case "stopwords.tsv":
                    stopwords.AddRange(LexiconTable.Read(file, text, "word", "comment").Select(row => row.Cells[0]));
                    break;
                case "sex.tsv":
                    restrictions.AddRange(LexiconTable.Read(file, text, "sex", "icd10", "icd11", "comment").Select(ParseRestriction));
                    break;
                case "priors.tsv":
                    priors.AddRange(LexiconTable.Read(file, text, "icd10", "icd11", "level", "comment").Select(ParsePrior));
                    break;
                default:
                    throw new LexiconFormatException(file, 1, "no table of the lexicon has this name", "Tables of names are called terms-SUBJECT.tsv; data/README.md lists the others.");
            }
        }

        return new()
        {
            Names = names,
            Equivalents = equivalents,
            Related = related,
            Forms = forms,
            Abbreviations = abbreviations,
            Inflections = inflections,
            Stopwords = stopwords,
            Priors = priors,
            SexRestrictions = restrictions,
        };
    }

    private static NamedDiagnosis ParseName(LexiconTable.Row row)
    {
        if (!Enum.TryParse<NameKind>(row.Cells[1], ignoreCase: true, out var kind) || !Enum.IsDefined(kind) || row.Cells[1].Any(char.IsAsciiDigit))
            throw row.Error(1, "is no kind of name", $"Use one of {string.Join(", ", Enum.GetNames<NameKind>().Select(name => name.ToLowerInvariant()))}.");
        var (icd10, icd11) = (Codes(row, 2), Codes(row, 3));
        if (icd10.Length == 0 && icd11.Length == 0)
            throw new LexiconFormatException(row.File, row.Line, "the row has no code", "Give the codes that the names mean, or delete the line.");
        return new(row.Alternatives(0), kind, icd10, icd11, row.Origin);
    }

    private static string[] Codes(LexiconTable.Row row, int column) => row.Cells[column].Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static Equivalence ParseEquivalence(LexiconTable.Row row) =>
        row.Alternatives(0) is { Length: > 1 } words ? new(words, row.Origin) : throw row.Error(0, "is a single word", "Give at least two, separated by |.");

    private static RelatedWords ParseRelated(LexiconTable.Row row) =>
        float.TryParse(row.Cells[2], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight) && weight is > 0 and < 1
            ? new(row.Alternatives(0), row.Alternatives(1), weight, row.Origin)
            : throw row.Error(2, "is no weight", "Give a number between 0 and 1, such as 0.7.");

    private static CombiningForm ParseForm(LexiconTable.Row row) => new(
        row.Cells[0].Trim('-'),
        row.Cells[1] switch
        {
            "first" => FormPosition.First,
            "last" => FormPosition.Last,
            "any" => FormPosition.Any,
            _ => throw row.Error(1, "is no position", "Use first, last or any."),
        },
        row.Alternatives(2),
        row.Origin);

    private static Abbreviation ParseAbbreviation(LexiconTable.Row row) => row.Cells[2] is "title" or "note" or "both"
        ? new(row.Cells[0], row.Alternatives(1), row.Cells[2] != "note", row.Cells[2] != "title", row.Origin)
        : throw row.Error(2, "does not say where", "Use title, note or both.");

    private static IEnumerable<Inflection> ParseInflection(LexiconTable.Row row) =>
        row.Alternatives(0).Select(form => new Inflection(form, row.Alternatives(1)[0], row.Origin));

    private static SexRestriction ParseRestriction(LexiconTable.Row row) => row.Cells[0] switch
    {
        "female" => new(Sex.Female, Codes(row, 1), Codes(row, 2), row.Origin),
        "male" => new(Sex.Male, Codes(row, 1), Codes(row, 2), row.Origin),
        _ => throw row.Error(0, "is no sex", "Use female or male."),
    };

    private static Prior ParsePrior(LexiconTable.Row row) =>
        int.TryParse(row.Cells[2], NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level is >= 1 and <= 5
            ? new(Codes(row, 0), Codes(row, 1), level, row.Origin)
            : throw row.Error(2, "is no level", "Use 1 (rare) to 5 (everyday).");

    private static IEnumerable<(string File, TextReader Text)> Resources()
    {
        var assembly = typeof(Lexicon).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(ResourcePrefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => (name[ResourcePrefix.Length..], (TextReader)new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8)));
    }

    private static string HashOf(IEnumerable<(string File, TextReader Text)> tables)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (file, text) in tables)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(file));
            hash.AppendData(Encoding.UTF8.GetBytes(text.ReadToEnd()));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
