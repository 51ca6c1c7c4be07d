using Icd.Core.Releases;

namespace Icd.Transition.Scan.Codes;

/// <summary>An edition of ICD-10 as the scanner asks it: is this a code, which codes lie between two texts, which words name it.</summary>
/// <remarks>Codes are written without point, the first letter in upper case, as the Norwegian list does. Immutable.</remarks>
internal sealed class CodeBook
{
    /// <summary>Words of titles shorter than this say too little about a diagnosis.</summary>
    private const int ShortestTitleWord = 6;

    /// <summary>Title words are compared by their beginnings, which takes inflection away.</summary>
    private const int TitleStem = 7;

    private readonly string[] _codes;
    private readonly Entity[] _entities;
    private readonly HashSet<(string, string)> _headings = [];
    private readonly bool[] _category = new bool[26 * 10 * 16];
    private readonly bool[] _international = new bool[26 * 10 * 16];
    private readonly Dictionary<string, HashSet<string>> _titleStems = new(StringComparer.Ordinal);

    public CodeBook(Release edition)
    {
        Edition = edition;
        var selectable = edition.Entities.Where(entity => entity is { IsSelectable: true, Kind: EntityKind.Category })
            .Select(entity => (Code: entity.Icd10Code.ToString("N", null), Entity: entity)).OrderBy(pair => pair.Code, StringComparer.Ordinal).ToArray();
        (_codes, _entities) = ([.. selectable.Select(pair => pair.Code)], [.. selectable.Select(pair => pair.Entity)]);
        foreach (var code in _codes) _category[Key(code)] = true;
        foreach (var heading in edition.Entities.Where(entity => entity.Kind is EntityKind.Chapter or EntityKind.Block))
        {
            if (heading.BlockId is not { Length: 7 } range) continue;
            _headings.Add((range[..3], range[4..]));
            if (heading.Kind == EntityKind.Chapter) AddInternational(range);
        }

        foreach (var entity in edition.Entities.Where(entity => entity.Kind == EntityKind.Category)) AddTitle(entity);
    }

    public Release Edition { get; }

    public int Count => _codes.Length;

    public string this[int index] => _codes[index];

    public Entity EntityAt(int index) => _entities[index];

    /// <summary>As the list writes it: <c>v0N0A</c> is <c>V0n0a</c>; without point.</summary>
    public static string Canonical(ReadOnlySpan<char> code)
    {
        Span<char> text = stackalloc char[code.Length];
        var length = 0;
        foreach (var c in code)
        {
            if (c == '.') continue;
            text[length] = length == 0 ? char.ToUpperInvariant(c) : char.ToLowerInvariant(c);
            length++;
        }

        return text[..length].ToString();
    }

    /// <summary>Whether the edition has the three-character category, or international ICD-10 has it in a chapter where Norway has keys of its own.</summary>
    public bool HasCategory(ReadOnlySpan<char> code) => Key(code) is >= 0 and var key && (_category[key] || _international[key]);

    /// <summary>Whether a code is in the edition, or stands above some that are.</summary>
    public bool Has(string code) => !Below(code).IsEmpty;

    /// <summary>A code of chapter XX that only international ICD-10 has; the Norwegian edition keeps the chapter's mechanisms in keys such as <c>V0n</c>.</summary>
    public bool IsInternationalOnly(ReadOnlySpan<char> code) => Key(code) is >= 0 and var key && !_category[key] && _international[key];

    /// <summary>The code and all below it: those that begin with it.</summary>
    public CodeSet Below(string beginning) => beginning.Length == 0 ? CodeSet.Of(0, Count) : CodeSet.Of(At(beginning), At(beginning + '\uFFFF'));

    /// <summary>The codes from one to another, both with all below them: what a person means by a range.</summary>
    public CodeSet Between(string from, string to) => CodeSet.Of(At(from), At(to + '\uFFFF'));

    /// <summary>The codes whose texts lie in an interval, as a program compares them.</summary>
    public CodeSet AsText(string from, string to, bool includesTo) => CodeSet.Of(At(from), includesTo ? At(to + '\0') : At(to));

    /// <summary>Whether two categories are the ends of a chapter or block of the edition.</summary>
    public bool IsHeading(string from, string to) => from.Length >= 3 && to.Length >= 3 && _headings.Contains((from[..3], to[..3]));

    /// <summary>Whether a text has a word of the title of a code, or of what stands above it.</summary>
    public bool SaysTitle(string code, string text)
    {
        if (code.Length < 3 || !_titleStems.TryGetValue(code[..3], out var stems)) return false;
        foreach (var stem in Stems(text))
        {
            if (stems.Contains(stem)) return true;
        }

        return false;
    }

    private void AddTitle(Entity entity)
    {
        var category = entity.Icd10Code.ToString("N", null)[..3];
        if (!_titleStems.TryGetValue(category, out var stems)) _titleStems[category] = stems = new(StringComparer.Ordinal);
        foreach (var stem in Stems(entity.Title)) stems.Add(stem);
    }

    private static IEnumerable<string> Stems(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var start = i;
            while (i < text.Length && char.IsLetter(text[i])) i++;
            if (i - start >= ShortestTitleWord) yield return Stem(text.AsSpan(start, Math.Min(TitleStem, i - start)));
        }
    }

    /// <summary>Norwegian and English spellings of the same Latin or Greek word fall together.</summary>
    private static string Stem(ReadOnlySpan<char> word)
    {
        var stem = word.ToString().ToLowerInvariant().Replace("ph", "f", StringComparison.Ordinal).Replace('c', 'k').Replace('y', 'i').Replace("th", "t", StringComparison.Ordinal);
        return stem.Length > 5 ? stem[..5] : stem;
    }

    private void AddInternational(string range)
    {
        if (range[0] < 'V' || range[0] > 'Y') return;
        for (var c = range[0]; c <= range[4]; c++)
        {
            for (var number = 0; number < 100; number++)
            {
                var code = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{c}{number:00}");
                if (string.CompareOrdinal(code, range[..3]) >= 0 && string.CompareOrdinal(code, range[4..]) <= 0) _international[Key(code)] = true;
            }
        }
    }

    private static int Key(ReadOnlySpan<char> code)
    {
        if (code.Length < 3 || !char.IsAsciiLetter(code[0]) || !char.IsAsciiDigit(code[1])) return -1;
        var third = (char)(code[2] | 0x20) switch { 'n' => 10, 's' => 11, 't' => 12, _ when char.IsAsciiDigit(code[2]) => code[2] - '0', _ => -1 };
        return third < 0 ? -1 : ((((code[0] | 0x20) - 'a') * 10 + code[1] - '0') << 4) + third;
    }

    /// <summary>The place of the first code that is not before a text.</summary>
    private int At(string text)
    {
        var (low, high) = (0, _codes.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (string.CompareOrdinal(_codes[middle], text) < 0) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
