using System.Text;

namespace Icd.Transition.Groups;

/// <summary>Writes a side of a group as a predicate for a WHERE clause.</summary>
/// <remarks>
/// ICD-10 codes are compared by their order, under a binary collation, so codes that the edition of today lacks are found too. ICD-11 columns must hold
/// expressions in canonical form (<c>docs/storage.md</c>); a cluster is parted into its stems, so that a condition is asked of the stem that it is about.
/// Conditions on an axis need the release and cannot be said in SQL.
/// </remarks>
public sealed class GroupSql
{
    private readonly GroupSet _set;
    private readonly SqlDialect _dialect;
    private readonly string[] _stemCodes;
    private readonly string[] _extensionCodes;

    /// <summary>A writer of predicates.</summary>
    public GroupSql(GroupSet set, SqlDialect dialect)
    {
        ArgumentNullException.ThrowIfNull(set);
        (_set, _dialect) = (set, dialect);
        var codes = set.Axes.Release.Entities.Where(entity => entity.IsSelectable).ToLookup(entity => entity.IsExtension, entity => entity.Code);
        _stemCodes = [.. codes[false].Order(StringComparer.Ordinal)];
        _extensionCodes = [.. codes[true].Order(StringComparer.Ordinal)];
    }

    /// <summary>The predicate over a column of ICD-10 codes; false for every code where the group has no ICD-10 side.</summary>
    /// <param name="group">The group's place.</param>
    /// <param name="column">The column, as SQL names it.</param>
    /// <param name="hasPoint">Whether codes are stored with their point (<c>E11.9</c>).</param>
    public string Icd10(int group, string column, bool hasPoint)
    {
        var collated = _dialect == SqlDialect.PostgreSql ? $"{column} collate \"C\"" : $"{column} collate Latin1_General_BIN2";
        var ranges = _set.Icd10Ranges(group).Select(range => (range.Last ^ range.First) == 0xFF
            ? $"{column} = {Literal(range.First, hasPoint)}"
            : $"({collated} {(IsAfterExact(range.First) ? ">" : ">=")} {Literal(range.First, hasPoint)} and {collated} {Upper(range.Last, hasPoint)})").ToList();
        return ranges.Count == 0 ? "1 = 0" : string.Join("\n or ", ranges);
    }

    /// <summary>The predicate over a column of ICD-11 expressions; false for every expression where the group has no ICD-11 side.</summary>
    /// <param name="group">The group's place.</param>
    /// <param name="column">The column, as SQL names it.</param>
    /// <exception cref="NotSupportedException">A term asks for an axis; the message names it.</exception>
    public string Icd11(int group, string column)
    {
        var terms = _set.Terms.Where(term => term.Group == group).ToList();
        if (terms.Find(term => term.Term.Conditions.Any(condition => condition.Axis is not null)) is { } axis)
            throw new NotSupportedException($"{axis.Term.Origin}: {axis.Term.Text} asks for an axis, which SQL cannot tell from the text. Leave the axis out, or evaluate with `icd groups evaluate`.");
        var included = terms.Where(term => !term.Term.IsExcluded).Select(term => Term(term, column)).ToList();
        var excluded = terms.Where(term => term.Term.IsExcluded).Select(term => Term(term, column)).ToList();
        if (included.Count == 0) return "1 = 0";
        var inside = $"({string.Join("\n    or ", included)})" + string.Concat(excluded.Select(term => $"\n    and not ({term})"));
        if (_set.Groups[group].MainOnly) inside += $"\n    and {Main(column)}";
        return $"exists (select 1 from {Split(column)} as g(v) where\n    {inside})";
    }

    private string Split(string column) => _dialect == SqlDialect.PostgreSql ? $"unnest(string_to_array({column}, '/'))" : $"string_split({column}, '/')";

    /// <summary>The stem with its extension codes is what the expression begins with.</summary>
    private string Main(string column) => _dialect == SqlDialect.PostgreSql ? $"v = split_part({column}, '/', 1)" : $"v = left({column}, charindex('/', {column} + '/') - 1)";

    private string Term(BoundTerm term, string column)
    {
        var parts = new List<string> { Stems(term.Start, term.End, "v") };
        foreach (var condition in term.Conditions)
        {
            var asked = condition.Condition.IsStem ? $"exists (select 1 from {Split(column)} as o(w) where o.w <> v and {(condition.Condition.Value is null ? "1 = 1" : Stems(condition.Start, condition.End, "w"))})"
                : condition.Condition.Value is null ? "v like '%&%'"
                : Values(condition.Start, condition.End);
            parts.Add(condition.Condition.IsNegated ? $"not {asked}" : asked);
        }

        return parts.Count == 1 ? parts[0] : $"({string.Join(" and ", parts)})";
    }

    /// <summary>Beginnings that all codes of the range have and no other code of the release has.</summary>
    private string Stems(int start, int end, string alias)
    {
        var wanted = Codes(start, end);
        var tests = Prefixes(wanted, _stemCodes).Select(prefix => prefix.IsWhole ? $"{alias} + '&' like '{prefix.Text}&%'" : $"{alias} like '{prefix.Text}%'").Select(Concatenated);
        return $"({string.Join(" or ", tests)})";
    }

    private string Values(int start, int end) => $"({string.Join(" or ", Prefixes(Codes(start, end), _extensionCodes).Select(prefix => Concatenated(prefix.IsWhole ? $"v + '&' like '%&{prefix.Text}&%'" : $"v like '%&{prefix.Text}%'")))})";

    private string Concatenated(string test) => _dialect == SqlDialect.PostgreSql ? test.Replace(" + ", " || ", StringComparison.Ordinal) : test;

    private HashSet<string> Codes(int start, int end)
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        for (var i = start; i < end; i++)
        {
            if (_set.Axes.Release[i].IsSelectable) codes.Add(_set.Axes.Release[i].Code);
        }

        return codes;
    }

    private static List<(string Text, bool IsWhole)> Prefixes(HashSet<string> wanted, string[] all)
    {
        var prefixes = new List<(string, bool)>();
        for (var i = 0; i < all.Length;)
        {
            if (!wanted.Contains(all[i]))
            {
                i++;
                continue;
            }

            var (next, found) = (i + 1, (all[i], true));
            for (var length = 2; length <= all[i].Length; length++)
            {
                var prefix = all[i][..length];
                // All codes with the prefix stand together, from here on or from earlier; earlier ones were not wanted or not of this prefix.
                if (i > 0 && all[i - 1].StartsWith(prefix, StringComparison.Ordinal)) continue;
                var end = i;
                while (end < all.Length && all[end].StartsWith(prefix, StringComparison.Ordinal) && wanted.Contains(all[end])) end++;
                if (end < all.Length && all[end].StartsWith(prefix, StringComparison.Ordinal)) continue;
                (next, found) = (end, (prefix, false));
                break;
            }

            prefixes.Add(found);
            i = next;
        }

        return prefixes;
    }

    /// <summary>An interval that begins after a code alone begins with the first code below it.</summary>
    private static bool IsAfterExact(ulong first) => (first & 0xFFFF) == 0x0100;

    /// <summary>A subtree ends before the next code of its length, a code alone with itself.</summary>
    private static string Upper(ulong last, bool hasPoint) => (last & 0xFFFF) == 0x00FF ? $"<= {Literal(last, hasPoint)}" : $"< {Literal(last + 1, hasPoint)}";

    private static string Literal(ulong packed, bool hasPoint) => $"'{Text(packed, hasPoint)}'";

    /// <summary>The characters of a packed code.</summary>
    private static string Text(ulong packed, bool hasPoint)
    {
        var text = new StringBuilder(6);
        for (var shift = 56; shift > 8 && (packed >> shift & 0xFF) is not 0 and var unit; shift -= 8)
        {
            if (text.Length == 3 && hasPoint) text.Append('.');
            text.Append((char)unit);
        }

        return text.ToString();
    }
}
