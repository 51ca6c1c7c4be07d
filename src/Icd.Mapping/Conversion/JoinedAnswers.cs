namespace Icd.Mapping.Conversion;

/// <summary>Puts the answers for the codes of a cell together: such cells are nearly all different, the codes in them are not.</summary>
/// <remarks>What it writes is what <see cref="CellAnswers.For"/> would. It leaves to that what is rare: rejects, texts with quotes in them, cells that begin or end with something else than plain letters.</remarks>
internal sealed class JoinedAnswers
{
    /// <summary>What <see cref="TryJoin"/> gives for a cell that it leaves alone.</summary>
    public const int None = 0;

    private readonly Dialect _dialect;
    private readonly byte[] _separator, _join;
    private readonly int _columns, _joinQuotes;
    private int[] _parts = new int[16], _ends = new int[16];
    private byte[] _texts = new byte[1 << 12];
    private int _used;

    public JoinedAnswers(ConversionLayout layout, ConversionOptions options)
    {
        (_dialect, _columns) = (layout.Dialect, layout.AddedPerColumn);
        // A quote in it would have to be doubled.
        var canJoin = options.Separator is not null && (_dialect.Quote == 0 || !options.JoinText.Contains((char)_dialect.Quote, StringComparison.Ordinal));
        _separator = canJoin ? _dialect.Encoding.Encode(options.Separator!, out _) : [];
        _join = canJoin ? _dialect.Encoding.Encode(_dialect.Quote == 0 ? _dialect.Cell(options.JoinText) : options.JoinText, out _) : [];
        _joinQuotes = canJoin && _dialect.Quote != 0 && _dialect.Cell(options.JoinText) != options.JoinText ? byte.MaxValue : 0;
    }

    /// <summary>The texts that were put together for the row, each before it with its length as in <see cref="AnswerSet.Texts"/>.</summary>
    public byte[] Texts => _texts;

    /// <summary>Whether cells may have several codes.</summary>
    public bool IsUsed => _separator.Length > 0;

    /// <summary>Begins another row.</summary>
    public void Clear() => _used = 0;

    /// <summary>Puts the answers for a cell together and counts its codes.</summary>
    /// <param name="cell">The cell as it stands in the file.</param>
    /// <param name="edition">Answers for the codes.</param>
    /// <param name="output">Where they are counted.</param>
    /// <returns>The place in <see cref="Texts"/>, or <see cref="None"/>.</returns>
    public int TryJoin(ReadOnlySpan<byte> cell, AnswerSet.EditionAnswers edition, ConvertedBlock output)
    {
        if (cell.IndexOf(_separator) < 0) return None;
        if (_dialect.Quote != 0 && cell.Length > 1 && cell[0] == _dialect.Quote && cell[^1] == _dialect.Quote) cell = cell[1..^1];
        cell = cell.Trim((byte)' ');
        if (cell.IsEmpty || !IsPlain(cell[0]) || !IsPlain(cell[^1]) || (_dialect.Quote != 0 && cell.Contains(_dialect.Quote))) return None;
        var count = 0;
        for (var isLast = false; !isLast;)
        {
            var end = cell.IndexOf(_separator);
            isLast = end < 0;
            var part = (isLast ? cell : cell[..end]).Trim((byte)' ');
            var place = part.IsEmpty ? AnswerSet.Blank : edition.OfPart(part);
            if (place == AnswerSet.NotJoinable) return None;
            if (count == _parts.Length) (_parts, _ends) = ([.. _parts, .. new int[count]], new int[count * 2]);
            _parts[count++] = place;
            if (!isLast) cell = cell[(end + _separator.Length)..];
        }

        return count == 1 ? None : Join(count, output);
    }

    private int Join(int count, ConvertedBlock output)
    {
        var (parts, ends, texts) = (_parts, _ends, output.Answers.Texts);
        var (room, quotes, isBlank) = (AnswerSet.HeaderLength + (_columns * ((count * (_join.Length + 1)) + 3)) + Block.Slack, _joinQuotes, true);
        for (var i = 0; i < count; i++)
        {
            var length = AnswerSet.LengthAt(texts, parts[i]);
            ends[i] = parts[i] + length;
            output.Count([AnswerSet.HeaderAt(texts, parts[i])]);
            if (parts[i] == AnswerSet.Blank) continue;
            isBlank = false;
            room += length;
            quotes |= texts[parts[i]++];
        }

        if (!isBlank) output.JoinedCells++;
        if (_used + room > _texts.Length) Array.Resize(ref _texts, Math.Max(_used + room, _texts.Length * 2));
        var place = _used + AnswerSet.HeaderLength;
        var at = place;
        for (var column = 0; column < _columns; column++)
        {
            var isQuoted = (quotes & (1 << column)) != 0;
            _texts[at++] = _dialect.Delimiter;
            if (isQuoted) _texts[at++] = _dialect.Quote;
            for (var i = 0; i < count; i++)
            {
                if (i > 0) at += Copy(_join, at);
                if (parts[i] == AnswerSet.Blank) continue;
                var rest = texts.AsSpan(parts[i]..ends[i]);
                var length = column == _columns - 1 ? rest.Length : rest.IndexOf(CellAnswers.Divider);
                at += Copy(rest[..length], at);
                parts[i] += length + 1;
            }

            if (isQuoted) _texts[at++] = _dialect.Quote;
        }

        AnswerSet.WriteHeader(_texts, place, at - place);
        _used = at;
        return place;
    }

    private int Copy(ReadOnlySpan<byte> text, int at)
    {
        text.CopyTo(_texts.AsSpan(at));
        return text.Length;
    }

    private static bool IsPlain(byte value) => value is > (byte)' ' and < 0x7F;
}
