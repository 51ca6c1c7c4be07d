using Icd.Core.Codes;

namespace Icd.Transition.Groups;

/// <summary>Reads definitions of groups; <c>docs/groups.md</c> has the format.</summary>
public sealed class GroupFile
{
    private const string Keywords = "nb, en, note, match, icd10, icd11, differs";

    private readonly string _name;
    private readonly List<string> _problems = [];
    private readonly List<GroupDefinition> _groups = [];
    private Draft? _open;

    private GroupFile(string name) => _name = name;

    /// <summary>Reads all groups of a text.</summary>
    /// <param name="name">What errors call it.</param>
    /// <param name="reader">The text.</param>
    /// <exception cref="GroupFormatException">Something is malformed; all faults are named.</exception>
    public static IReadOnlyList<GroupDefinition> Parse(string name, TextReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var file = new GroupFile(name);
        for (var line = 1; reader.ReadLine() is { } text; line++) file.ReadLine(new(text, name, line));
        file.Close();
        if (file._groups.Count == 0 && file._problems.Count == 0) file._problems.Add($"{name}:1:1: there is no group. Begin one with a line such as 'group ischaemic-heart-disease'.");
        return file._problems.Count == 0 ? file._groups : throw new GroupFormatException(file._problems);
    }

    /// <summary>Reads the groups of several files, whose ids must differ.</summary>
    /// <exception cref="GroupFormatException">Something is malformed; all faults are named.</exception>
    public static IReadOnlyList<GroupDefinition> ParseAll(IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var (groups, problems) = (new List<GroupDefinition>(), new List<string>());
        foreach (var path in paths)
        {
            try
            {
                using var reader = new StreamReader(path);
                groups.AddRange(Parse(path, reader));
            }
            catch (GroupFormatException exception)
            {
                problems.AddRange(exception.Problems);
            }
        }

        foreach (var twice in groups.GroupBy(group => group.Id, StringComparer.Ordinal).Where(same => same.Count() > 1))
            problems.Add($"{twice.Last().Origin}: the id {twice.Key} is taken by {twice.First().Origin}. Give one of them another id.");
        return problems.Count == 0 ? groups : throw new GroupFormatException(problems);
    }

    private void ReadLine(SourceLine line)
    {
        var keyword = line.Word();
        if (keyword.Length == 0) return;
        if (keyword == "group")
        {
            Close();
            var id = line.Rest();
            if (id.Length == 0 || id.Any(c => !char.IsLetterOrDigit(c) && c is not ('-' or '_'))) Problem(line, $"'{id}' is no id. Use letters, digits, - and _, such as 'group hip-fracture'");
            _open = new(id, $"{_name}:{line.Number}");
            if (_groups.Exists(group => group.Id == id)) Problem(line, $"the id {id} is taken already. Give the group another id");
            return;
        }

        if (_open is null)
        {
            Problem(line, $"'{keyword}' stands before any group. Begin with a line such as 'group hip-fracture'");
            return;
        }

        switch (keyword)
        {
            case "nb": _open.Bokmal = line.Rest(); break;
            case "en": _open.English = line.Rest(); break;
            case "note": _open.Notes.Add(line.Rest()); break;
            case "match": ReadMatch(line); break;
            case "icd10": ReadIcd10(line); break;
            case "icd11": ReadIcd11(line); break;
            case "differs": ReadDifference(line); break;
            default: Problem(line, $"'{keyword}' is no keyword. A line begins with group, or inside one with {Keywords}; comments begin with #"); break;
        }
    }

    private void ReadMatch(SourceLine line)
    {
        var value = line.Rest();
        if (value is not ("any" or "main")) Problem(line, $"'{value}' is no way to match. Write 'match any' (any stem of a cluster counts) or 'match main' (the first one only)");
        _open!.MainOnly = value == "main";
    }

    private void ReadDifference(SourceLine line)
    {
        var rest = line.Rest();
        var colon = rest.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || colon == rest.Length - 1)
        {
            Problem(line, "a difference needs codes and a reason. Write for example 'differs I25.2 : old infarction is counted elsewhere'");
            return;
        }

        foreach (var code in rest[..colon].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (Icd10Code.TryParse(code, out var icd10)) _open!.Differences.Add(new(icd10.ToString("D", null), rest[(colon + 1)..].Trim(), $"{_name}:{line.Number}"));
            else if (Icd11Code.TryParse(code, out var icd11)) _open!.Differences.Add(new(icd11.ToString(), rest[(colon + 1)..].Trim(), $"{_name}:{line.Number}"));
            else Problem(line, $"'{code}' is a code neither of ICD-10 nor of ICD-11. Write codes, separated by commas, then a colon and the reason");
        }
    }

    private void ReadIcd10(SourceLine line)
    {
        var isExcluded = line.TakeNot();
        foreach (var text in line.Terms())
        {
            var origin = line.Origin;
            var term = Icd10Term(text, isExcluded, origin, out var problem);
            if (term is not null) _open!.Icd10.Add(term);
            else Problem(line, problem);
        }

        if (!line.HadTerms) Problem(line, "there are no codes. Write for example 'icd10 I20-I25' or 'icd10 not I25.2'");
    }

    private static Icd10Term? Icd10Term(string text, bool isExcluded, string origin, out string problem)
    {
        problem = "";
        if (text.StartsWith("ch:", StringComparison.OrdinalIgnoreCase)) return new(Icd10TermKind.Chapter, default, default, isExcluded, "ch:" + text[3..].ToUpperInvariant(), origin);
        if (text.IndexOfAny(['?', '[']) >= 0)
        {
            if (Groups.Icd10Term.ReadPattern(text).Count > 0) return new(Icd10TermKind.Pattern, default, default, isExcluded, text, origin);
            problem = $"'{text}' is no pattern. Three to five places, each a character, ? for any, or a set such as [0-4]: E1[0-4].2";
            return null;
        }

        var isExact = text.StartsWith('=');
        var body = isExact ? text[1..] : text;
        if (Icd10Code.TryParse(body, out var code, out var error)) return new(isExact ? Icd10TermKind.Exact : Icd10TermKind.Subtree, code.WithoutMark, code.WithoutMark, isExcluded, text, origin);
        var dash = body.IndexOf('-', StringComparison.Ordinal);
        if (dash > 0 && Icd10Code.TryParse(body.AsSpan(0, dash), out var first) && Icd10Code.TryParse(body.AsSpan(dash + 1), out var last) && !isExact)
        {
            if (first.WithoutMark <= last.WithoutMark) return new(Icd10TermKind.Range, first.WithoutMark, last.WithoutMark, isExcluded, text, origin);
            problem = $"the range {text} runs backwards. Write {last}-{first}";
            return null;
        }

        var stem = body.TrimEnd('-', '*', '%').TrimEnd('.');
        problem = stem.Length < body.Length && Icd10Code.TryParse(stem, out var parent) ? $"'{text}': write {parent}; a code holds for everything below it"
            : Icd11Code.TryParse(body, out _) ? $"'{text}' is an ICD-11 code. Put it on an icd11 line"
            : $"{error.Describe(body)} Write a code (I21), that code alone (=I21), a range (I20-I25), a pattern (E1[0-4].2) or a chapter (ch:IX)";
        return null;
    }

    private void ReadIcd11(SourceLine line)
    {
        var isExcluded = line.TakeNot();
        foreach (var text in line.Terms())
        {
            var term = Icd11TermReader.Read(text, isExcluded, line.Origin, out var problem);
            if (term is not null) _open!.Icd11.Add(term);
            else Problem(line, problem);
        }

        if (!line.HadTerms) Problem(line, "there are no codes. Write for example 'icd11 BA40-BA6Z' or 'icd11 not BA50'");
    }

    private void Problem(SourceLine line, string text) => _problems.Add($"{line.Origin}: {text.TrimEnd('.')}.");

    private void Close()
    {
        if (_open is not { } draft) return;
        _open = null;
        if (draft.Icd10.TrueForAll(term => term.IsExcluded) && draft.Icd11.TrueForAll(term => term.IsExcluded))
            _problems.Add($"{draft.Origin}:1: the group {draft.Id} selects nothing. Add an icd10 or an icd11 line.");
        _groups.Add(new(
            draft.Id, new(draft.Bokmal ?? draft.English ?? draft.Id, draft.English ?? draft.Bokmal ?? draft.Id), string.Join(' ', draft.Notes), draft.MainOnly, draft.Icd10, draft.Icd11, draft.Differences, draft.Origin));
    }

    private sealed class Draft(string id, string origin)
    {
        public string Id => id;

        public string Origin => origin;

        public string? Bokmal { get; set; }

        public string? English { get; set; }

        public List<string> Notes { get; } = [];

        public bool MainOnly { get; set; }

        public List<Icd10Term> Icd10 { get; } = [];

        public List<Icd11Term> Icd11 { get; } = [];

        public List<GroupDifference> Differences { get; } = [];
    }
}
