using System.Globalization;
using System.Security.Cryptography;
using System.Text.Unicode;
using Icd.Core.Codes;
using Icd.Core.Expressions;

namespace Icd.Mapping.Rules;

/// <summary>Reads the tables under <c>data/crosswalk/</c>, strictly: whoever edits one is told the row and the reason.</summary>
internal sealed class CrosswalkTables : IDisposable
{
    private static readonly string[] RuleColumns = ["code", "target", "relation", "lost", "added", "alternatives", "review", "reason"];
    private static readonly string[] SchemeColumns = ["scheme", "value", "part", "fit", "nb", "en", "added", "alternatives", "comment"];

    private static readonly string[] BackColumns = ["expression", "code", "relation", "lost", "alternatives", "review", "reason"];

    private readonly List<CrosswalkRule> _rules = [];
    private readonly List<BackRule> _backRules = [];
    private readonly Dictionary<string, BackRule> _byExpression = new(StringComparer.Ordinal);
    private readonly IncrementalHash _fingerprint = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly Dictionary<string, List<SchemeValue>> _schemes = new(StringComparer.Ordinal);

    private byte[] _line = new byte[4096];

    public static CrosswalkRules Read(IEnumerable<(string Name, TextReader Text)> sources)
    {
        using var tables = new CrosswalkTables();
        foreach (var (name, text) in sources)
        {
            using (text) tables.ReadTable(name, text);
        }

        tables.CheckSchemes();
        return new(tables._rules, tables._schemes, tables._backRules, Convert.ToHexStringLower(tables._fingerprint.GetHashAndReset()));
    }

    public void Dispose() => _fingerprint.Dispose();

    private void ReadTable(string name, TextReader text)
    {
        string[]? columns = null;
        for (var number = 1; text.ReadLine() is { } line; number++)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            // The line's number is in the provenance of its answers.
            Append(name, number, line);
            var cells = line.Split('\t');
            if (columns is null)
            {
                columns = Array.Find([RuleColumns, SchemeColumns, BackColumns], known => known.SequenceEqual(cells));
                if (columns is null)
                    throw Malformed(name, number, $"the columns must be {string.Join(", ", RuleColumns)}, or {string.Join(", ", SchemeColumns)} for a table of schemes, or {string.Join(", ", BackColumns)} for the way back");
                continue;
            }

            if (cells.Length > columns.Length) throw Malformed(name, number, $"there are {cells.Length} columns, not {columns.Length}");
            if (Array.Exists(cells, cell => cell != cell.Trim())) throw Malformed(name, number, "a cell begins or ends with a space");
            // Editors drop empty cells at the end of a line.
            Array.Resize(ref cells, columns.Length);
            for (var i = 0; i < cells.Length; i++) cells[i] ??= "";
            try
            {
                if (columns == RuleColumns) AddRules($"{name}:{number}", cells);
                else if (columns == SchemeColumns) AddSchemeValue($"{name}:{number}", cells);
                else AddBackRules($"{name}:{number}", cells);
            }
            catch (FormatException exception)
            {
                throw Malformed(name, number, exception.Message);
            }
        }
    }

    private void Append(string name, int number, string line)
    {
        int length;
        while (!Utf8.TryWrite(_line, CultureInfo.InvariantCulture, $"{name}:{number}\t{line}\n", out length)) _line = new byte[_line.Length * 2];
        _fingerprint.AppendData(_line, 0, length);
    }

    private void AddRules(string origin, string[] cells)
    {
        var target = cells[1] == "none" ? null : RuleTemplate.Parse(cells[1]);
        var lost = Texts(cells[3]);
        var added = Texts(cells[4]);
        var relation = cells[2].Length > 0 ? Relation(cells[2]) : target is null ? MapRelation.NotRelatedTo : Implied(lost, added);
        if (target is null != (relation == MapRelation.NotRelatedTo)) throw new FormatException("target none and relation not-related belong together");
        if (relation == MapRelation.Equivalent && (lost.Count > 0 || added.Count > 0)) throw new FormatException("what is equivalent neither loses nor adds anything");
        var review = YesOrEmpty(cells[6]);
        var alternatives = Alternatives(cells[5]);
        MapText? reason = cells[7].Length > 0 ? MapText.Parse(cells[7]) : null;
        if (target is null && reason is null) throw new FormatException("a rule without a target needs a reason");
        var codes = cells[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (codes.Length == 0) throw new FormatException("no code is given");
        foreach (var code in codes)
        {
            var pair = code.Split('+');
            if (pair.Length > 2) throw new FormatException($"'{code}' joins more than two codes");
            _rules.Add(new(Pattern(pair[0], 3), pair.Length == 2 ? Pattern(pair[1], 3) : null, target, relation, lost, added, alternatives, review, reason, origin));
        }
    }

    private void AddSchemeValue(string origin, string[] cells)
    {
        if (cells[0].Length == 0 || cells[1].Length == 0) throw new FormatException("scheme and value must be given");
        var candidates = cells[2].Split(" | ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(text => Candidate(text, cells[3])).ToArray();
        var fit = cells[3].Length > 0 ? Relation(cells[3]) : MapRelation.Equivalent;
        var meaning = new MapText(cells[4], cells[5]);
        if (cells[4].Length == 0 != (cells[5].Length == 0)) throw new FormatException("a meaning is given in both languages or in none");
        var canLose = Array.Exists(candidates, candidate => candidate.IsAddition) || fit is MapRelation.SourceIsNarrowerThanTarget or MapRelation.RelatedTo;
        if (canLose && cells[4].Length == 0) throw new FormatException("nb and en must say what the value means, so that it can be named where it is lost");
        if (candidates.Length == 0 && fit is not (MapRelation.Equivalent or MapRelation.SourceIsNarrowerThanTarget))
            throw new FormatException("a value without a part either loses nothing (fit empty) or something (source-is-narrower)");
        MapText? added = cells[6].Length > 0 ? MapText.Parse(cells[6]) : null;
        if (Array.Exists(candidates, candidate => MapRelations.SaysMore(candidate.Fit)) != added is not null)
            throw new FormatException("added must say what the part says beyond the value, where its fit is source-is-broader or related, and only there");
        if (!_schemes.TryGetValue(cells[0], out var values)) _schemes[cells[0]] = values = [];
        var pattern = Pattern(cells[1], 1);
        if (values.Find(value => value.Pattern.Text == pattern.Text) is { } same) throw new FormatException($"the scheme has this value already, in {same.Origin}");
        values.Add(new(pattern, candidates, fit, meaning, added, Alternatives(cells[7]), origin));
    }

    private void AddBackRules(string origin, string[] cells)
    {
        var codes = cells[1] == "none" ? [] : cells[1].Split('+').Select(Icd10).ToList();
        var lost = Texts(cells[3]);
        var relation = cells[2].Length > 0 ? Relation(cells[2]) : codes.Count == 0 ? MapRelation.NotRelatedTo : Implied(lost, []);
        if (codes.Count == 0 != (relation == MapRelation.NotRelatedTo)) throw new FormatException("code none and relation not-related belong together");
        if (relation == MapRelation.Equivalent && lost.Count > 0) throw new FormatException("what is equivalent loses nothing");
        var alternatives = cells[4].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(BackAlternative).ToList();
        MapText? reason = cells[6].Length > 0 ? MapText.Parse(cells[6]) : null;
        if (codes.Count == 0 && reason is null) throw new FormatException("a rule without a code needs a reason");
        var expressions = cells[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (expressions.Length == 0) throw new FormatException("no expression is given");
        foreach (var text in expressions)
        {
            if (!ClusterExpression.TryParse(text, out var expression)) throw new FormatException($"'{text}' is not an ICD-11 expression");
            var rule = new BackRule(expression, codes, relation, lost, alternatives, YesOrEmpty(cells[5]), reason, origin);
            var canonical = expression.ToString();
            if (!_byExpression.TryAdd(canonical, rule)) throw new FormatException($"{text} has a rule already, in {_byExpression[canonical].Origin}");
            _backRules.Add(rule);
        }
    }

    private static MapAlternative BackAlternative(string text)
    {
        var colon = text.IndexOf(": ", StringComparison.Ordinal);
        if (colon <= 0) throw new FormatException($"'{text}' is not an alternative: write CODE: condition");
        foreach (var code in text[..colon].Split('+')) Icd10(code);
        return new(text[..colon].Replace('+', ' '), MapText.Parse(text[(colon + 2)..]));
    }

    private static Icd10Code Icd10(string text) => Icd10Code.TryParse(text, out var code) ? code : throw new FormatException($"'{text}' is not an ICD-10 code");

    /// <summary>A part, and where it differs from the row's its own fit: <c>&amp;XA9QK9 (source-is-narrower)</c>.</summary>
    private static PartCandidate Candidate(string text, string rowFit)
    {
        if (text.Split(' ') is [var part, ['(', .. var fit, ')']]) return new(part, Relation(fit));
        return text.Contains(' ') ? throw new FormatException($"'{text}' is not a part; several are separated by ' | '") : new(text, rowFit.Length > 0 ? Relation(rowFit) : MapRelation.Equivalent);
    }

    private static CodePattern Pattern(string text, int minLength) =>
        CodePattern.TryParse(text, minLength, out var pattern) ? pattern : throw new FormatException($"'{text}' is not a code pattern");

    private static MapRelation Relation(string text) =>
        MapRelations.TryParse(text, out var relation)
            ? relation
            : throw new FormatException($"'{text}' is none of equivalent, source-is-narrower, source-is-broader, related, not-related");

    private static MapRelation Implied(List<MapText> lost, List<MapText> added) =>
        (lost.Count > 0, added.Count > 0) switch
        {
            (false, false) => MapRelation.Equivalent,
            (true, false) => MapRelation.SourceIsNarrowerThanTarget,
            (false, true) => MapRelation.SourceIsBroaderThanTarget,
            _ => MapRelation.RelatedTo,
        };

    private static bool YesOrEmpty(string cell) => cell switch
    {
        "yes" => true,
        "" => false,
        _ => throw new FormatException($"review is yes or empty, not '{cell}'"),
    };

    private static List<MapText> Texts(string cell) =>
        [.. cell.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(MapText.Parse)];

    private static List<ConditionalTarget> Alternatives(string cell) =>
        [.. cell.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Alternative)];

    private static ConditionalTarget Alternative(string text)
    {
        var colon = text.IndexOf(": ", StringComparison.Ordinal);
        return colon > 0 ? new(RuleTemplate.Parse(text[..colon]), MapText.Parse(text[(colon + 2)..])) : throw new FormatException($"'{text}' is not an alternative: write TARGET: condition");
    }

    private void CheckSchemes()
    {
        foreach (var rule in _rules)
        {
            if (rule.Target is not null) CheckSchemes(rule, rule.Target);
            foreach (var alternative in rule.Alternatives) CheckSchemes(rule, alternative.Target);
        }
    }

    private void CheckSchemes(CrosswalkRule rule, RuleTemplate target)
    {
        foreach (var segment in target.Segments)
        {
            if (segment.Kind == RuleTemplate.SegmentKind.Scheme && !_schemes.ContainsKey(segment.Text))
                throw new FormatException($"{rule.Origin}: there is no scheme '{segment.Text}'.");
        }
    }

    private static FormatException Malformed(string name, int row, string what) => new($"{name}, row {row}: {what}.");
}
