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
        if (!input.IsWhole) throw new ConversionException(ConversionProblem.Data, $"{path} is larger than 1 MiB, too large for decisions that people wrote. Leave the rows without a decision out.");
        if (input.Sample.Length == 0) throw new ConversionException(ConversionProblem.Data, $"{path} is empty.");
        var dialect = DialectDetection.Detect(input, new() { Input = path, Output = "", Columns = ["code", "decision", "author", "date"] }, out var bom);
        var decisions = new Decisions(Convert.ToHexStringLower(SHA256.HashData(input.Sample)));
        var problems = decisions.ReadRows(dialect.Encoding.Decode(input.Sample.AsSpan(bom)), Path.GetFileName(path), (char)dialect.Delimiter, converter);
        return problems.Count == 0
            ? decisions
            : throw new ConversionException(ConversionProblem.Data, $"{path}: {string.Join(" ", problems.Take(MostProblems))}{(problems.Count > MostProblems ? $" And {problems.Count - MostProblems} more." : "")} Nothing was converted.");
    }

    private List<string> ReadRows(string text, string name, char delimiter, ICodeConverter converter)
    {
        var problems = new List<string>();
        using var parser = new CsvParser(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = delimiter.ToString(), BadDataFound = null });
        var columns = parser.Read() ? parser.Record!.Select(column => column.Trim().ToLowerInvariant()).ToList() : [];
        foreach (var wanted in (string[])["code", "decision", "author", "date"])
        {
            if (!columns.Contains(wanted)) problems.Add($"There is no column '{wanted}'; a review file (--review) has it.");
        }

        if (problems.Count > 0) return problems;
        while (parser.Read())
        {
            var cells = parser.Record!;
            var (code, decision) = (Cell("code"), Cell("decision"));
            if (decision.Length == 0) continue;
            var problem = Add(code, decision, Cell("decision_relation"), Cell("author"), Cell("date"), name, parser.RawRow, converter);
            if (problem is not null) problems.Add($"Line {parser.RawRow} ({code}): {problem}");

            string Cell(string column) => columns.IndexOf(column) is >= 0 and var at && at < cells.Length ? SpreadsheetText.Read(cells[at].Trim()).Trim() : "";
        }

        return problems;
    }

    private string? Add(string code, string text, string relation, string author, string date, string name, int line, ICodeConverter converter)
    {
        if (code.Length == 0) return "there is a decision but no code.";
        if (SpreadsheetText.IsNumberMadeOfCode(text)) return $"'{text}' is a number that a spreadsheet program made of a code. Format the column as text and write the code again.";
        if (converter.ReadTarget(text, out var target, out var title) is { } problem) return problem;
        if (author.Length == 0) return "the author is missing: a decision needs somebody who stands by it.";
        if (!DateOnly.TryParseExact(date, Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return $"'{date}' is no date: write it as 2026-11-22 or 22.11.2026.";
        MapRelation? stated = null;
        if (relation.Length > 0)
        {
            stated = Enum.GetValues<MapRelation>().Where(known => known != MapRelation.Unknown).Select(known => (MapRelation?)known).FirstOrDefault(known => known!.Value.Code() == relation);
            if (stated is null) return $"'{relation}' is no relation: write equivalent, source-is-narrower-than-target, source-is-broader-than-target or related-to.";
        }

        var key = converter.Convert(code, null).Key;
        if (_byCode.TryGetValue(key, out var other) && other.Decision.Target != target) return $"line {other.Line} decides otherwise.";
        _byCode[key] = (new(target, title, stated, string.Create(CultureInfo.InvariantCulture, $"decision: {author} {day:yyyy-MM-dd} ({name}:{line})")), line);
        return null;
    }
}
