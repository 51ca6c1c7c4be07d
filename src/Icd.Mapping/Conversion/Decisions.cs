using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using CsvHelper;
using CsvHelper.Configuration;

namespace Icd.Mapping.Conversion;

/// <summary>Decisions of people, read back from a review file.</summary>
internal sealed class Decisions
{
    private const int MostProblems = 10;

    private static readonly string[] Dates = ["yyyy-MM-dd", "dd.MM.yyyy", "d.M.yyyy", "dd/MM/yyyy"];

    private readonly Dictionary<string, (Decision Decision, int Line)> _byCode = new(StringComparer.Ordinal);

    private Decisions(string sha256) => Sha256 = sha256;

    /// <summary>The file's SHA-256.</summary>
    public string Sha256 { get; }

    public int Count => _byCode.Count;

    /// <summary>Whether a text says that a code is to have no target.</summary>
    public static bool IsNone(string text) => text.Equals("none", StringComparison.OrdinalIgnoreCase) || text.Equals("ingen", StringComparison.OrdinalIgnoreCase);

    public bool TryFind(string code, [NotNullWhen(true)] out Decision? decision)
    {
        var found = _byCode.TryGetValue(code, out var known);
        decision = found ? known.Decision : null;
        return found;
    }

    /// <summary>Reads a file, however a spreadsheet program has saved it.</summary>
    /// <exception cref="ConversionException">A decision is invalid; the message says which lines and why.</exception>
    public static Decisions Read(string path, ICodeConverter converter)
    {
        using var input = ConversionInput.Open(path);
        if (!input.IsWhole) throw ConversionException.OfData($"{path} er større enn 1 MiB, for stor for beslutninger som mennesker har skrevet. Ta ut radene uten beslutning.", $"{path} is larger than 1 MiB, too large for decisions that people wrote. Leave the rows without a decision out.");
        if (input.Sample.Length == 0) throw ConversionException.OfData($"{path} er tom.", $"{path} is empty.");
        var dialect = DialectDetection.Detect(input, new() { Input = path, Output = "", Columns = ["code", "decision", "author", "date"] }, out var bom);
        var decisions = new Decisions(Convert.ToHexStringLower(SHA256.HashData(input.Sample)));
        var problems = decisions.ReadRows(dialect.Encoding.Decode(input.Sample.AsSpan(bom)), Path.GetFileName(path), (char)dialect.Delimiter, converter);
        if (problems.Count == 0) return decisions;
        var (more, shown) = (problems.Count - MostProblems, problems.Take(MostProblems).ToList());
        throw ConversionException.OfData(
            $"{path}: {string.Join(" ", shown.Select(problem => problem.Bokmal))}{(more > 0 ? $" Og {more} til." : "")} Ingenting er konvertert.",
            $"{path}: {string.Join(" ", shown.Select(problem => problem.English))}{(more > 0 ? $" And {more} more." : "")} Nothing was converted.");
    }

    private List<MapText> ReadRows(string text, string name, char delimiter, ICodeConverter converter)
    {
        var problems = new List<MapText>();
        using var parser = new CsvParser(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = delimiter.ToString(), BadDataFound = null });
        var columns = parser.Read() ? parser.Record!.Select(column => column.Trim().ToLowerInvariant()).ToList() : [];
        foreach (var wanted in (string[])["code", "decision", "author", "date"])
        {
            if (!columns.Contains(wanted)) problems.Add(new($"Kolonnen '{wanted}' mangler; en gjennomgangsfil (--review) har den.", $"There is no column '{wanted}'; a review file (--review) has it."));
        }

        if (problems.Count > 0) return problems;
        while (parser.Read())
        {
            var cells = parser.Record!;
            var (code, decision) = (Cell("code"), Cell("decision"));
            if (decision.Length == 0) continue;
            var problem = Add(code, decision, Cell("decision_relation"), Cell("author"), Cell("date"), name, parser.RawRow, converter);
            if (problem is not null) problems.Add(new($"Linje {parser.RawRow} ({code}): {problem.Bokmal}", $"Line {parser.RawRow} ({code}): {problem.English}"));

            string Cell(string column) => columns.IndexOf(column) is >= 0 and var at && at < cells.Length ? SpreadsheetText.Read(cells[at].Trim()).Trim() : "";
        }

        return problems;
    }

    private MapText? Add(string code, string text, string relation, string author, string date, string name, int line, ICodeConverter converter)
    {
        if (code.Length == 0) return new("det står en beslutning, men ingen kode.", "there is a decision but no code.");
        if (SpreadsheetText.IsNumberMadeOfCode(text))
            return new($"'{text}' er et tall som et regneark har laget av en kode. Formater kolonnen som tekst og skriv koden på nytt.", $"'{text}' is a number that a spreadsheet program made of a code. Format the column as text and write the code again.");
        if (converter.ReadTarget(text, out var target, out var title) is { } problem) return problem;
        if (author.Length == 0) return new("forfatteren mangler: noen må stå for en beslutning.", "the author is missing: a decision needs somebody who stands by it.");
        if (!DateOnly.TryParseExact(date, Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return new($"'{date}' er ingen dato: skriv den som 2026-11-22 eller 22.11.2026.", $"'{date}' is no date: write it as 2026-11-22 or 22.11.2026.");
        MapRelation? stated = null;
        if (relation.Length > 0)
        {
            stated = Enum.GetValues<MapRelation>().Where(known => known != MapRelation.Unknown).Select(known => (MapRelation?)known).FirstOrDefault(known => known!.Value.Code() == relation);
            const string Relations = "equivalent, source-is-narrower-than-target, source-is-broader-than-target";
            if (stated is null) return new($"'{relation}' er ingen relasjon: skriv {Relations} eller related-to.", $"'{relation}' is no relation: write {Relations} or related-to.");
        }

        var key = converter.Convert(code, null).Key;
        if (_byCode.TryGetValue(key, out var other) && other.Decision.Target != target) return new($"linje {other.Line} beslutter noe annet.", $"line {other.Line} decides otherwise.");
        _byCode[key] = (new(target, title, stated, string.Create(CultureInfo.InvariantCulture, $"decision: {author} {day:yyyy-MM-dd} ({name}:{line})")), line);
        return null;
    }
}
