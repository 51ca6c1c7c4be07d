using Icd.Core.Codes;
using Icd.Core.Expressions;
using Icd.Mapping;

namespace Icd.Transition.Groups;

/// <summary>Evaluates a group set over a file of rows: each row is copied as it is, with the ids of its groups as one more column.</summary>
/// <remarks>
/// Works on bytes: what is not the code's cell is never decoded. Quoted cells (RFC 4180) may hold separators, quotes and line ends. The encoding
/// must have ASCII in one byte each (UTF-8, Latin-1); a byte order mark stays in place. A row allocates nothing.
/// </remarks>
public sealed class GroupRows
{
    private const int BufferSize = 1 << 18;

    private readonly GroupSet _set;
    private readonly CodeSystem _system;
    private readonly byte _delimiter;
    private readonly byte[][] _ids;

    /// <summary>An evaluation.</summary>
    /// <param name="set">The groups.</param>
    /// <param name="system">What the cells hold; <see cref="CodeSystem.Auto"/> decides cell by cell: a digit in second place makes an ICD-10 code.</param>
    /// <param name="delimiter">The separator of cells, an ASCII character.</param>
    public GroupRows(GroupSet set, CodeSystem system, char delimiter)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(delimiter, '\x7F');
        (_set, _system, _delimiter) = (set, system, (byte)delimiter);
        _ids = [.. set.Groups.Select(group => System.Text.Encoding.UTF8.GetBytes(group.Id))];
    }

    /// <summary>Evaluates all rows.</summary>
    /// <param name="input">From the first row after the header on.</param>
    /// <param name="column">Which cell holds the code, from 0.</param>
    /// <param name="output">Where rows go; <see langword="null"/> to count only.</param>
    /// <exception cref="InvalidDataException">A row is longer than 16 MB or a quoted cell does not end.</exception>
    public GroupCounts Evaluate(Stream input, int column, Stream? output)
    {
        ArgumentNullException.ThrowIfNull(input);
        var counts = new GroupCounts(_set.Groups.Count);
        using var reader = new DelimitedReader(input, _delimiter);
        using var writer = output is null ? null : new BufferedStream(output, BufferSize);
        while (reader.TryRead(out var row)) Row(row, column, writer, counts);
        writer?.Flush();
        return counts;
    }

    private void Row(ReadOnlySpan<byte> row, int column, BufferedStream? writer, GroupCounts counts)
    {
        Span<ulong> set = stackalloc ulong[_set.Words];
        var content = row.TrimEnd("\r\n"u8);
        if (content.IsEmpty)
        {
            writer?.Write(row);
            return;
        }

        var outcome = Evaluate(DelimitedRow.Cell(content, column, _delimiter), set);
        counts.Add(outcome, set);
        if (writer is null) return;
        writer.Write(content);
        writer.WriteByte(_delimiter);
        var isFirst = true;
        for (var word = 0; word < set.Length; word++)
        {
            for (var bits = set[word]; bits != 0; bits &= bits - 1)
            {
                if (!isFirst) writer.WriteByte((byte)' ');
                writer.Write(_ids[(word * 64) + System.Numerics.BitOperations.TrailingZeroCount(bits)]);
                isFirst = false;
            }
        }

        if (outcome is GroupOutcome.NotWellFormed or GroupOutcome.Unknown) writer.WriteByte((byte)'?');
        writer.Write(content.Length == row.Length ? "\n"u8 : row[content.Length..]);
    }

    /// <summary>Evaluates one cell.</summary>
    /// <param name="cell">UTF-8: a code, a dagger and asterisk pair, or an expression; blanks and quotes around it are passed over.</param>
    /// <param name="set">Emptied, then filled; at least as many words as the group set's.</param>
    public GroupOutcome Evaluate(ReadOnlySpan<byte> cell, Span<ulong> set)
    {
        set.Clear();
        cell = cell.Trim(" \t\""u8);
        if (cell.IsEmpty) return GroupOutcome.Empty;
        var isIcd10 = _system == CodeSystem.Icd10 || (_system == CodeSystem.Auto && cell.Length > 1 && cell[1] is >= (byte)'0' and <= (byte)'9' && char.IsAsciiLetter((char)cell[0]));
        return isIcd10 ? EvaluateIcd10(cell, set) : EvaluateIcd11(cell, set);
    }

    private GroupOutcome EvaluateIcd11(ReadOnlySpan<byte> cell, Span<ulong> set)
    {
        if (!ClusterExpression.TryParse(cell, out var expression, out _)) return GroupOutcome.NotWellFormed;
        if (!_set.AddTo(set, in expression)) return GroupOutcome.Unknown;
        return set.ContainsAnyExcept(0UL) ? GroupOutcome.Member : GroupOutcome.NoMember;
    }

    private GroupOutcome EvaluateIcd10(ReadOnlySpan<byte> cell, Span<ulong> set)
    {
        if (Icd10Code.TryParse(cell, out var code, out _))
        {
            _set.Of(code).CopyTo(set);
            return set.ContainsAnyExcept(0UL) ? GroupOutcome.Member : GroupOutcome.NoMember;
        }

        Span<char> text = stackalloc char[32];
        if (cell.Length > text.Length) return GroupOutcome.NotWellFormed;
        var length = System.Text.Encoding.UTF8.GetChars(cell, text);
        if (!DaggerPair.TryParse(text[..length], out var dagger, out var asterisk)) return GroupOutcome.NotWellFormed;
        for (var i = 0; i < set.Length; i++) set[i] = _set.Of(dagger)[i] | _set.Of(asterisk)[i];
        return set.ContainsAnyExcept(0UL) ? GroupOutcome.Member : GroupOutcome.NoMember;
    }
}
