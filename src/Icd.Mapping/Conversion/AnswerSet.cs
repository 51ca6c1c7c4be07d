using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Icd.Mapping.Conversion;

/// <summary>The answers for the distinct cells met so far. When it is full a new one takes its place, so that junk in a column costs time, not memory.</summary>
/// <remarks>
/// The text of all answers lies in one array, each behind its cell, its length, the number of the answer, and whether it has a reject reason: what a row needs is then in
/// few lines of the processor's cache. An answer is known by the place of its text.
/// </remarks>
internal sealed partial class AnswerSet
{
    /// <summary>The place of the answer for a blank cell.</summary>
    public const int Blank = HeaderLength;

    /// <summary>In place of a place: the answer of a code that is not to be joined with others as it is.</summary>
    public const int NotJoinable = 0;

    /// <summary>How much stands before each text: the cell, where it is a short one, then length and number.</summary>
    public const int HeaderLength = 16;

    /// <summary>Norway's cause of death registry took ICD-10 into use in 1996, hospitals in 1999. Codes of earlier years are ICD-9, some of which look like ICD-10.</summary>
    private const int FirstYearOfIcd10 = 1996;

    /// <summary>Longer cells, in bytes, are worked out each time: they are texts, not codes.</summary>
    private const int LongestKept = 256;

    /// <summary>Room for each Norwegian code written in two ways.</summary>
    private const int MostAnswers = 50_000;

    /// <summary>
    /// Working an answer out leaves some kilobytes of garbage, and with a large processor cache .NET lets hundreds of megabytes of it gather before it collects. Memory is to stay small:
    /// after so many answers the youngest generation is collected, a few times in a run.
    /// </summary>
    private const int CollectEvery = 25_000;

    /// <summary>Room for the answers to all codes of the Norwegian list.</summary>
    private const int UsualText = 3 << 20;

    private const int MostText = 32 << 20;
    private const int ReasonBit = 1 << 31;

    private readonly CellAnswers _make;
    private readonly ByteTable<EditionAnswers> _editions = new();
    private readonly Dictionary<int, EditionAnswers> _byYear = [];
    private readonly Dictionary<int, Tables> _byList = [];
    private readonly Lock _adding = new();
    private readonly List<CellAnswer> _answers = [];
    private byte[] _texts = new byte[UsualText];
    private int _used;

    /// <param name="make">Works answers out.</param>
    /// <param name="edition">The year of all cells where no column says it.</param>
    public AnswerSet(CellAnswers make, int? edition)
    {
        _make = make;
        Add(make.ForBlank());
        Default = edition is { } year ? OfYear(year) : new(this, null, RejectReason.None);
    }

    /// <summary>Answers for cells without an edition of their own.</summary>
    public EditionAnswers Default { get; }

    /// <summary>The texts. Read this after looking answers up: it has all that were found before.</summary>
    public byte[] Texts => Volatile.Read(ref _texts);

    /// <summary>Whether it is time for a new set.</summary>
    public bool IsFull => _answers.Count + _editions.Count > MostAnswers || _used > MostText;

    /// <summary>How many cells had each answer; kept by whoever counts.</summary>
    public long[] Counts { get; set; } = [];

    /// <summary>The short cell that an answer is for, as <see cref="CellPlaces.Pack(ulong, int)"/> has it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong CellAt(byte[] texts, int place) => Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(texts), place - HeaderLength));

    /// <summary>What stands before the text of an answer, without the cell.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long HeaderAt(byte[] texts, int place) => Unsafe.ReadUnaligned<long>(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(texts), place - sizeof(long)));

    /// <summary>Has the processor fetch the text of an answer, up to the end of a usual one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Touch(byte[] texts, int place)
    {
        ref var text = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(texts), place);
        _ = Volatile.Read(ref Unsafe.Add(ref text, 40));
        _ = Volatile.Read(ref Unsafe.Add(ref text, 80));
    }

    /// <summary>How long an answer's text is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int LengthOf(long header) => (int)header & ~ReasonBit;

    /// <summary>Whether a code of the answer, or of one of several whose headers were joined bit by bit, has a reject reason.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool HasReason(long headers) => (int)headers < 0;

    /// <summary>The answer's number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int NumberOf(long header) => (int)(header >> 32);

    public static int LengthAt(byte[] texts, int place) => LengthOf(HeaderAt(texts, place));

    public static int NumberAt(byte[] texts, int place) => NumberOf(HeaderAt(texts, place));

    /// <summary>Writes what stands before a text that is in no set.</summary>
    public static void WriteHeader(byte[] texts, int place, int length) => MemoryMarshal.Write(texts.AsSpan(place - sizeof(long)), (long)length);

    /// <summary>An answer by its number.</summary>
    public CellAnswer this[int number]
    {
        get
        {
            lock (_adding) return _answers[number];
        }
    }

    /// <summary>Answers for cells in a row whose edition a cell tells.</summary>
    public EditionAnswers Of(ReadOnlySpan<byte> cell, in Dialect dialect)
    {
        if (_editions.TryFind(cell, out var known)) return known;
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

    private Tables OfList(int list)
    {
        lock (_byList) return CollectionsMarshal.GetValueRefOrAddDefault(_byList, list, out _) ??= new();
    }

    /// <summary>Adds the answer for a short cell, or gives back what another thread has added for it.</summary>
    private int Add(CellAnswer answer, ulong packed, CellPlaces places)
    {
        lock (_adding)
        {
            if (places.TryFind(packed, this, out var place)) return place;
            place = Add(answer, packed);
            places.Add(packed, place, this);
            return place;
        }
    }

    private int Add(CellAnswer answer, ulong packed = 0)
    {
        lock (_adding)
        {
            var place = _used + HeaderLength;
            var texts = _texts;
            // Copies are made some vectors at a time and may read beyond the end.
            if (place + answer.Suffix.Length + Block.Slack > texts.Length)
            {
                texts = new byte[Math.Max(texts.Length * 2, place + answer.Suffix.Length + Block.Slack)];
                _texts.AsSpan(0, _used).CopyTo(texts);
            }

            MemoryMarshal.Write(texts.AsSpan(_used), packed);
            MemoryMarshal.Write(texts.AsSpan(_used + sizeof(ulong)), answer.Suffix.Length | (answer.HasReason ? ReasonBit : 0));
            MemoryMarshal.Write(texts.AsSpan(_used + sizeof(ulong) + sizeof(int)), _answers.Count);
            answer.Suffix.CopyTo(texts, place);
            _answers.Add(answer);
            _used = place + answer.Suffix.Length;
            Volatile.Write(ref _texts, texts);
            if (_answers.Count % CollectEvery == 0) GC.Collect(generation: 0);
            return place;
        }
    }

    /// <summary>A year, or the year of a date as Norwegians and machines write it.</summary>
    private static int? YearOf(string text) => Year().Match(text) is { Success: true } match ? int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"^(?:(?<year>(?:19|20)\d\d)(?:[-/.]?\d\d[-/.]?\d\d(?:[T ].*)?)?|\d{1,2}[-/.]\d{1,2}[-/.](?<year>(?:19|20)\d\d)(?: .*)?)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    /// <summary>Answers for the cells of one edition.</summary>
    internal sealed class EditionAnswers(AnswerSet set, int? year, RejectReason reason)
    {
        /// <summary>Most codes of a list mean the same in all years that it answers for: they are worked out and kept once.</summary>
        private readonly Tables _list = reason == RejectReason.None ? set.OfList(set._make.ListOf(year)) : new();

        private readonly Tables _own = new();

        /// <summary>The places of the answers for short cells that mean the same in all years.</summary>
        public CellPlaces ShortCells => _list.ShortCells;

        /// <summary>The place of the answer for a cell.</summary>
        public int Of(ReadOnlySpan<byte> cell)
        {
            if (cell.Length > CellPlaces.PackedLimit) return Of(_list.LongCells, _own.LongCells, cell, static (make, cell, year) => make.For(cell, year));
            var packed = CellPlaces.Pack(cell);
            if (_list.ShortCells.TryFind(packed, set, out var place) || _own.ShortCells.TryFind(packed, set, out place)) return place;
            var answer = reason != RejectReason.None ? set._make.Refused(cell, reason) : set._make.For(cell.ToArray(), year);
            return set.Add(answer, packed, (answer.IsOfAnyYear ? _list : _own).ShortCells);
        }

        /// <summary>The place of the answer for a cell and its asterisk cell, joined by <see cref="CellAnswers.PairSeparator"/>.</summary>
        public int OfPair(ReadOnlySpan<byte> cells) => Of(_list.Pairs, _own.Pairs, cells, static (make, cell, year) => make.ForPair(cell, year));

        /// <summary>The place of the answer for one of the codes of a cell, or <see cref="NotJoinable"/>.</summary>
        public int OfPart(ReadOnlySpan<byte> part) =>
            reason != RejectReason.None || part.Length > LongestKept ? NotJoinable : Of(_list.Parts, _own.Parts, part, static (make, cell, year) => make.ForPart(cell, year));

        /// <summary>Finds an answer or works it out, outside any lock: two threads may both do so, and the first one's counts.</summary>
        private int Of(ByteTable<int> list, ByteTable<int> own, ReadOnlySpan<byte> cell, Func<CellAnswers, byte[], int?, CellAnswer?> make)
        {
            if (list.TryFind(cell, out var place) || own.TryFind(cell, out place)) return place;
            var answer = reason != RejectReason.None ? set._make.Refused(cell, reason) : make(set._make, cell.ToArray(), year);
            var table = answer is { IsOfAnyYear: true } ? list : own;
            return answer is null ? table.Add(cell, () => NotJoinable) : cell.Length > LongestKept ? set.Add(answer) : table.Add(cell, () => set.Add(answer));
        }
    }

    /// <summary>The places of answers, by the bytes of cells, of pairs, and of one code among several.</summary>
    private sealed class Tables
    {
        public CellPlaces ShortCells { get; } = new();

        public ByteTable<int> LongCells { get; } = new();

        public ByteTable<int> Pairs { get; } = new();

        public ByteTable<int> Parts { get; } = new();
    }
}
