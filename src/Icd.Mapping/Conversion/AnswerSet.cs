using System.Globalization;
using System.Text.RegularExpressions;

namespace Icd.Mapping.Conversion;

/// <summary>The answers for the distinct cells met so far. When it is full a new one takes its place, so that junk in a column costs time, not memory.</summary>
internal sealed partial class AnswerSet
{
    /// <summary>Norway's cause of death registry took ICD-10 into use in 1996, hospitals in 1999. Codes of earlier years are ICD-9, some of which look like ICD-10.</summary>
    private const int FirstYearOfIcd10 = 1996;

    /// <summary>Longer cells, in bytes, are worked out each time: they are texts, not codes.</summary>
    private const int LongestKept = 256;

    /// <summary>Room for each Norwegian code written in three ways.</summary>
    private const int Limit = 1 << 16;

    private readonly CellAnswers _answers;
    private readonly ByteTable<EditionAnswers> _editions = new();
    private readonly Dictionary<int, EditionAnswers> _byYear = [];
    private int _count;

    /// <param name="answers">Works answers out.</param>
    /// <param name="edition">The year of all cells where no column says it.</param>
    public AnswerSet(CellAnswers answers, int? edition)
    {
        _answers = answers;
        Default = edition is { } year ? OfYear(year) : new(this, null, RejectReason.None);
    }

    /// <summary>Answers for cells without an edition of their own.</summary>
    public EditionAnswers Default { get; }

    /// <summary>How many answers there are; their indexes are below this.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>Whether it is time for a new set.</summary>
    public bool IsFull => Count + _editions.Count > Limit;

    /// <summary>Answers for cells in a row whose edition a cell tells.</summary>
    public EditionAnswers Of(ReadOnlySpan<byte> cell, in Dialect dialect)
    {
        if (_editions.Find(cell) is { } known) return known;
        var text = dialect.TextOf(cell);
        return cell.Length > LongestKept ? BadEdition : _editions.Add(cell, () => YearOf(text) is { } year ? OfYear(year) : BadEdition);
    }

    private EditionAnswers BadEdition => field ??= new(this, null, RejectReason.BadEdition);

    private EditionAnswers OfYear(int year)
    {
        lock (_byYear)
        {
            if (!_byYear.TryGetValue(year, out var answers))
                _byYear[year] = answers = new(this, year, year < FirstYearOfIcd10 ? RejectReason.BeforeIcd10 : RejectReason.None);
            return answers;
        }
    }

    /// <summary>A year, or the year of a date as Norwegians and machines write it.</summary>
    private static int? YearOf(string text) => Year().Match(text) is { Success: true } match ? int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"^(?:(?<year>(?:19|20)\d\d)(?:[-/.]?\d\d[-/.]?\d\d(?:[T ].*)?)?|\d{1,2}[-/.]\d{1,2}[-/.](?<year>(?:19|20)\d\d)(?: .*)?)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    /// <summary>Answers for the cells of one edition.</summary>
    internal sealed class EditionAnswers(AnswerSet set, int? year, RejectReason reason)
    {
        private readonly ByteTable<CellAnswer> _cells = new();
        private readonly ByteTable<CellAnswer> _pairs = new();

        /// <summary>A cell that <see cref="ByteTable{T}.Pack"/> has packed; <see langword="null"/> where it is new.</summary>
        public CellAnswer? Find(ulong packed) => _cells.Find(packed);

        /// <summary>The answer for a cell.</summary>
        public CellAnswer Of(ReadOnlySpan<byte> cell)
        {
            if (_cells.Find(cell) is { } known) return known;
            var copy = cell.ToArray();
            return cell.Length > LongestKept ? Make() : _cells.Add(cell, Make);

            CellAnswer Make() => reason == RejectReason.None ? set._answers.For(copy, year, Next()) : set._answers.Refused(copy, reason, Next());
        }

        /// <summary>The answer for a cell and its asterisk cell, joined by <see cref="CellAnswers.PairSeparator"/>.</summary>
        public CellAnswer OfPair(ReadOnlySpan<byte> cells)
        {
            if (_pairs.Find(cells) is { } known) return known;
            var copy = cells.ToArray();
            return cells.Length > LongestKept ? Make() : _pairs.Add(cells, Make);

            CellAnswer Make() => reason == RejectReason.None ? set._answers.ForPair(copy, year, Next()) : set._answers.Refused(copy, reason, Next());
        }

        private int Next() => Interlocked.Increment(ref set._count) - 1;
    }
}
