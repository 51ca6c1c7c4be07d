using Icd.Transition.Scan.Codes;

namespace Icd.Transition.Scan.Detection;

/// <summary>Finds the columns of a table that hold codes or ranges; one finding a column, however many rows there are. Reads a file piece by piece.</summary>
internal sealed class TableDetector(CodeBook book, CodePatterns patterns, string path)
{
    private const int MostColumns = 2_000, MostDistinct = 20_000, MostLocations = 200, MostWritten = 200, LongestCell = 400;

    /// <summary>A column is one of codes where at least this share of its cells is.</summary>
    private const double CodeShare = 0.5;

    private readonly List<Column> _columns = [];
    private readonly FileWords _file = FileWords.OfPath(path);
    private string[] _header = [];
    private char _delimiter;
    private string _firstLine = "";
    private int _line;

    /// <summary>Reads a piece that ends at a line's end.</summary>
    public void Read(ReadOnlySpan<char> text)
    {
        var cells = new List<(int Start, int End)>();
        while (!text.IsEmpty)
        {
            var end = RowEnd(text);
            var row = text[..end].TrimEnd("\r\n");
            _line++;
            if (!row.IsEmpty)
            {
                if (_delimiter == 0) Begin(row);
                Split(row, cells);
                if (_header.Length == 0 && _columns.Count == 0) ReadHeader(row, cells);
                else ReadRow(row, cells);
            }

            _line += text[..end].Count('\n') - (end > 0 && text[end - 1] == '\n' ? 1 : 0);
            text = text[end..];
        }
    }

    public IEnumerable<Sighting> Finish()
    {
        for (var i = 0; i < _columns.Count; i++)
        {
            if (Judge(i) is { } sighting) yield return sighting;
        }
    }

    /// <summary>After the line's end that is in no quotation marks; a row of more than 64 KB ends with its line all the same.</summary>
    private static int RowEnd(ReadOnlySpan<char> text)
    {
        var line = text.IndexOf('\n');
        if (line < 0) return text.Length;
        if (text[..line].Count('"') % 2 == 0) return line + 1;
        var at = line + 1;
        while (at < text.Length && at < 1 << 16)
        {
            var next = text[at..].IndexOf('\n');
            var end = next < 0 ? text.Length : at + next + 1;
            if (text[at..end].Count('"') % 2 == 1) return end;
            at = end;
        }

        return line + 1;
    }

    private void Begin(ReadOnlySpan<char> row)
    {
        _firstLine = row.Length > 300 ? row[..300].ToString() : row.ToString();
        var best = 0;
        _delimiter = ',';
        foreach (var candidate in "\t;,|")
        {
            var count = row.Count(candidate);
            if (count > best) (_delimiter, best) = (candidate, count);
        }
    }

    private void Split(ReadOnlySpan<char> row, List<(int, int)> cells)
    {
        cells.Clear();
        for (var at = 0; at <= row.Length && cells.Count < MostColumns;)
        {
            var start = at;
            if (at < row.Length && row[at] == '"')
            {
                at++;
                while (at < row.Length && (row[at] != '"' || (at + 1 < row.Length && row[at + 1] == '"'))) at += row[at] == '"' ? 2 : 1;
                cells.Add((start + 1, Math.Min(at, row.Length)));
            }

            var length = at >= row.Length ? -1 : row[at..].IndexOf(_delimiter);
            var end = length < 0 ? row.Length : at + length;
            if (start >= row.Length || row[start] != '"') cells.Add((start, end));
            at = end + 1;
        }
    }

    /// <summary>The first row is a header unless it has codes or numbers.</summary>
    private void ReadHeader(ReadOnlySpan<char> row, List<(int Start, int End)> cells)
    {
        var names = new List<string>();
        var hasData = false;
        foreach (var (start, end) in cells)
        {
            var cell = row[start..end].Trim();
            names.Add(cell.Length > 60 ? "" : cell.ToString());
            hasData |= WrittenCode.TryRead(cell, 0, out var code) && code.End == cell.Length && book.HasCategory(code.From);
        }

        if (hasData) ReadRow(row, cells);
        else _header = [.. names];
    }

    private void ReadRow(ReadOnlySpan<char> row, List<(int Start, int End)> cells)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            var (start, end) = cells[i];
            while (start < end && char.IsWhiteSpace(row[start])) start++;
            while (end > start && char.IsWhiteSpace(row[end - 1])) end--;
            if (start == end) continue;
            while (_columns.Count <= i) _columns.Add(new());
            var column = _columns[i];
            column.Cells++;
            var cell = row[start..end];
            if (cell.Length > LongestCell || !char.IsAsciiLetter(cell[0])) continue;
            ReadCell(row, cell, start, column);
        }
    }

    private void ReadCell(ReadOnlySpan<char> row, ReadOnlySpan<char> cell, int start, Column column)
    {
        if (cell.Length < 3 || !(char.IsAsciiDigit(cell[1]) || cell[1] is '[' or '%' or '*'))
        {
            if (cell.Length == 2 && char.IsAsciiDigit(cell[1])) column.Labels++;
            if (cell.Length is 2 or 3 && cell[^1] == '%') ReadPattern(row, cell, start, column);
            return;
        }

        var found = false;
        for (var at = 0; at < cell.Length;)
        {
            if (cell[at] is ' ' or ',' or ';' or '|' or '/' or '+')
            {
                at++;
                continue;
            }

            if (!WrittenCode.TryRead(cell, at, out var code))
            {
                // A pattern, or a text that only begins like a code.
                if (!found) ReadPattern(row, cell, start, column);
                return;
            }

            var isKnown = code.IsRange ? book.HasCategory(code.From) && book.HasCategory(code.To) : book.Has(code.From) || book.IsInternationalOnly(code.From);
            column.Add(code, isKnown, row, start, _line, book);
            found = true;
            at = code.End;
        }

        if (found) column.CodeCells++;
    }

    private void ReadPattern(ReadOnlySpan<char> row, ReadOnlySpan<char> cell, int start, Column column)
    {
        if (cell.Length > 60 || cell.IndexOfAny("%*?[") < 0 || cell.IndexOf(' ') >= 0) return;
        var codes = cell.Contains('%') ? patterns.OfLike(cell.ToString()) : cell.IndexOfAny("*?") >= 0 ? patterns.OfGlob(cell.ToString()) : patterns.OfRegex(cell.ToString(), false)?.Codes ?? CodeSet.Empty;
        if (codes.IsEmpty || codes.Count > book.Count / 4) return;
        column.AddPattern(cell.ToString(), codes, start, _line, row);
    }

    private Sighting? Judge(int index)
    {
        var column = _columns[index];
        var name = index < _header.Length ? _header[index] : "";
        if (column.Known + column.Unknown + column.Patterns.Count == 0) return null;
        var own = ContextWords.Of(name);
        var evidence = new List<Evidence>();
        var share = column.CodeCells / (double)Math.Max(1, column.Cells);
        if (column.CodeCells > 0)
        {
            var known = column.Known / (double)Math.Max(1, column.Known + column.Unknown);
            var distinct = column.Distinct.Count;
            var perCode = column.Dotted > 0 ? 0.7 : column.Long > 0 ? 0.55 : 0.15;
            evidence.Add(new(-1.2 + Math.Min(3.0, perCode * distinct), new($"{distinct} ulike koder, {column.CodeCells} av {column.Cells} celler", $"{distinct} different codes, {column.CodeCells} of {column.Cells} cells")));
            if (known < 0.97) evidence.Add(new(-6 * (0.97 - known), new($"{1 - known:P0} av dem står ikke i listen", $"{1 - known:P0} of them are not in the list")));
            if (share < CodeShare) evidence.Add(new(-2.0 * (CodeShare - share), new("de fleste cellene er noe annet", "most cells are something else")));
            if (distinct >= 8 && column.Dotted + column.Long == 0 && column.Distinct.All(code => !"CEGIJMOQV".Contains(code[0]))) evidence.Add(new(-2.2, new("bare bokstaver som ICPC-2 også har", "only letters that ICPC-2 has, too")));
        }
        else evidence.Add(new(0.2, new("mønstre som treffer koder", "patterns that take codes")));

        if (column.Headings > 0) evidence.Add(new(2.0, new("intervaller som er blokker eller kapitler i ICD-10", "ranges that are blocks or chapters of ICD-10")));
        if (column.Titles * 4 >= column.CodeCells && column.Titles > 0) evidence.Add(new(2.6, new("ord fra kodenes tekster står i samme rad", "words of the codes' titles stand in the same row")));
        if (own != 0) evidence.Add(new(own > 0 ? own : own * 1.3, new($"kolonnen heter «{name}»", $"the column is named \"{name}\"")));
        else if (_header.FirstOrDefault(other => ContextWords.Of(other) > 3) is { } other) evidence.Add(new(0.8, new($"tabellen har kolonnen «{other}»", $"the table has the column \"{other}\"")));
        else if (own == 0 && _header.FirstOrDefault(other => ContextWords.Of(other) < -3) is { } foreign) evidence.Add(new(-1.5, new($"tabellen har kolonnen «{foreign}»", $"the table has the column \"{foreign}\"")));
        if (_file.Weight != 0) evidence.Add(new(_file.Weight, _file.Text));
        if (column.Labels > 0) evidence.Add(new(-Math.Min(2.5, 6.0 * column.Labels / column.Cells), new("har også korte merkelapper som A4", "has short labels such as A4 as well")));

        var kind = column.CodeCells == 0 ? FindingKind.Pattern : column.Ranges * 2 > column.CodeCells ? FindingKind.Range : FindingKind.Column;
        return new(kind, FindingPlace.Data, [], evidence)
        {
            Codes = CodeSet.Union([.. column.Codes, .. column.Patterns.Select(pattern => pattern.Codes), .. column.Distinct.Select(book.Below)]),
            Written = [.. column.Written.Take(MostWritten)],
            Locations = column.Locations,
            Count = column.CodeCells + column.Patterns.Count,
            Name = name.Length > 0 ? name : null,
            Snippet = _firstLine,
        };
    }

    private sealed class Column
    {
        public long Cells { get; set; }

        public int CodeCells { get; set; }

        public int Labels { get; set; }

        public int Known { get; private set; }

        public int Unknown { get; private set; }

        public int Dotted { get; private set; }

        public int Long { get; private set; }

        public int Ranges { get; private set; }

        public int Headings { get; private set; }

        public int Titles { get; private set; }

        public HashSet<string> Distinct { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Written { get; } = new(StringComparer.Ordinal);

        public List<CodeSet> Codes { get; } = [];

        public List<(string Text, CodeSet Codes)> Patterns { get; } = [];

        public List<FindingLocation> Locations { get; } = [];

        public void Add(WrittenCode code, bool isKnown, ReadOnlySpan<char> row, int start, int line, CodeBook book)
        {
            if (isKnown) Known++;
            else Unknown++;
            if (code.IsDotted) Dotted++;
            if (code.From.Length > 3) Long++;
            if (code.To is { } to)
            {
                Ranges++;
                if (book.IsHeading(code.From, to)) Headings++;
                if (Codes.Count < MostDistinct) Codes.Add(book.Between(code.From, to));
            }
            else if (isKnown && Distinct.Count < MostDistinct) Distinct.Add(code.From);

            if (Written.Count < MostWritten) Written.Add(row[(start + code.Start)..Math.Min(row.Length, start + code.End)].ToString());
            if (Locations.Count < MostLocations) Locations.Add(new(line, start + code.Start + 1, line, start + code.End + 1));
            // Titles are looked for in the first rows only: they are as good as all.
            if (CodeCells < 200 && isKnown && row.Length < 1_000 && book.SaysTitle(code.From, row.ToString())) Titles++;
        }

        public void AddPattern(string text, CodeSet codes, int start, int line, ReadOnlySpan<char> row)
        {
            if (Patterns.Count < MostDistinct) Patterns.Add((text, codes));
            if (Written.Count < MostWritten) Written.Add(row.Slice(start, text.Length).ToString());
            if (Locations.Count < MostLocations) Locations.Add(new(line, start + 1, line, start + text.Length + 1));
        }
    }
}
