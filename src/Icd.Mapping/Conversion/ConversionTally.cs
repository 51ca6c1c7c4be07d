namespace Icd.Mapping.Conversion;

/// <summary>Counts what a conversion finds. Blocks are added in the input's order, so that the counts are the same for any number of threads.</summary>
internal sealed class ConversionTally
{
    private const string Uncounted = "…";

    private readonly Dictionary<CodeKey, CodeTally> _codes = [];
    private readonly Dictionary<ConvertedCode, CodeTally> _others = [];
    private readonly Dictionary<string, long> _reasons = [];
    private readonly HashSet<AnswerSet> _open = [];

    public long Rows { get; private set; }

    public long Lines { get; private set; }

    public long RejectedRows { get; private set; }

    private long Cells { get; set; }

    private long Escaped { get; set; }

    /// <summary>Rows and lines that are not converted here: the header, and what belongs to an earlier shard.</summary>
    public void Skip(long rows, long lines) => (Rows, Lines) = (Rows + rows, Lines + lines);

    public void Add(ConvertedBlock block)
    {
        Skip(block.Rows, block.Lines);
        RejectedRows += block.RejectedRows;
        Cells += block.JoinedCells;
        foreach (var reject in block.Rejects) Count(_reasons, reject.Reason.Code(), 1);
        var answers = block.Answers;
        // Answers are counted where they are; what they are made of is added up when somebody asks, and before a set goes out of use.
        if (_open.Add(answers) && _open.Count > 1)
        {
            Close(except: answers);
            // The set that went out of use is old by now: nothing but a full collection lets go of it.
            GC.Collect();
        }

        var counts = answers.Counts;
        block.MoveCounts(ref counts);
        answers.Counts = counts;
    }

    private void Close(AnswerSet? except = null)
    {
        foreach (var answers in _open.Where(set => set != except))
        {
            for (var number = 0; number < answers.Counts.Length; number++)
            {
                if (answers.Counts[number] > 0) Add(answers[number], answers.Counts[number]);
            }

            Array.Clear(answers.Counts);
        }

        _open.RemoveWhere(set => set != except);
    }

    private void Add(CellAnswer answer, long count)
    {
        if (answer.Codes.Length == 0) return;
        if (!answer.IsPart) Cells += count;
        Escaped += count * answer.Escaped;
        foreach (var code in answer.Codes) TallyOf(code).Count += count;
    }

    private CodeTally TallyOf(ConvertedCode code)
    {
        var key = new CodeKey(code.Key, code.Edition, code.Reason);
        if (_codes.TryGetValue(key, out var tally)) return tally;
        if (_codes.Count < ConversionSummary.CodeLimit) return _codes[key] = new(code);
        // Beyond the limit, codes of a kind are counted together, under a name that no code has.
        var kind = new ConvertedCode
        {
            Key = Uncounted,
            Chapter = code.Chapter,
            Target = code.Target.Length > 0 ? Uncounted : "",
            Relation = code.Relation,
            ProvenanceKind = code.ProvenanceKind,
            NeedsReview = code.NeedsReview,
            IsNotInEdition = code.IsNotInEdition,
            Reason = code.Reason,
        };
        return _others.TryGetValue(kind, out var other) ? other : _others[kind] = new(kind);
    }

    /// <summary>All counts, as a checkpoint keeps them.</summary>
    public TallyState State()
    {
        Close();
        return new(
            Rows, Lines, RejectedRows, Cells, Escaped, new(_reasons), [.. _codes.Values.Select(tally => new CountedCode(tally.Code.Key, tally.Code.Edition, tally.Code.Reason, tally.Count))],
            [.. _others.Values.Select(tally => new CountedKind(
                tally.Code.Chapter, tally.Code.Target.Length > 0, tally.Code.Relation, tally.Code.ProvenanceKind, tally.Code.NeedsReview, tally.Code.IsNotInEdition, tally.Code.Reason, tally.Count))]);
    }

    /// <summary>Goes on from the counts of a checkpoint.</summary>
    public static ConversionTally From(TallyState state, ICodeConverter converter)
    {
        var tally = new ConversionTally
        {
            Rows = state.Rows,
            Lines = state.Lines,
            RejectedRows = state.RejectedRows,
            Cells = state.Cells,
            Escaped = state.Escaped,
        };
        foreach (var (name, count) in state.Reasons) tally._reasons[name] = count;
        foreach (var kind in state.Others)
        {
            var code = new ConvertedCode
            {
                Key = Uncounted,
                Chapter = kind.Chapter,
                Target = kind.HasTarget ? Uncounted : "",
                Relation = kind.Relation,
                ProvenanceKind = kind.Provenance,
                NeedsReview = kind.NeedsReview,
                IsNotInEdition = kind.IsNotInEdition,
                Reason = kind.Reason,
            };
            tally._others[code] = new(code) { Count = kind.Count };
        }

        foreach (var (key, edition, reason, count) in state.CodeCounts)
        {
            var code = converter.Convert(key, edition);
            // What no text alone tells, such as a pair in two columns that is none, has nothing but its reason.
            if (code.Reason != reason) code = new() { Key = key, Edition = edition, Reason = reason };
            tally._codes[new(key, edition, reason)] = new(code) { Count = count };
        }

        return tally;
    }

    /// <summary>The counts for people and machines.</summary>
    /// <param name="converter">Knows the chapters.</param>
    /// <param name="direction">Which way was converted.</param>
    /// <param name="rows">How many rows were.</param>
    /// <param name="listed">How many codes are listed at most.</param>
    public ConversionSummary Summary(ICodeConverter converter, ConversionDirection direction, long rows, int listed)
    {
        var codes = ByFrequency();
        var all = _codes.Values.Concat(_others.Values).ToList();
        return new()
        {
            Direction = direction == ConversionDirection.ToIcd11 ? "10to11" : "11to10",
            Rows = rows,
            RejectedRows = RejectedRows,
            Cells = Cells,
            Codes = Sum(all, _ => true),
            DistinctCodes = codes.Count,
            Converted = Sum(all, code => code.Target.Length > 0),
            NeedReview = Sum(all, code => code.NeedsReview),
            NotInEdition = Sum(all, code => code.IsNotInEdition),
            Decided = Sum(all, code => code.ProvenanceKind == ProvenanceKind.Decision),
            Escaped = Escaped,
            Relations = By(all, code => code.Relation == MapRelation.Unknown ? "unknown" : code.Relation.Code()),
            Provenance = By(all, code => code.ProvenanceCode),
            Reasons = new SortedDictionary<string, long>(_reasons, StringComparer.Ordinal),
            Chapters = Chapters(all, converter),
            MostFrequent = List(codes, _ => true, listed),
            // What is lost is worked out where it is listed only.
            MostFrequentLosing = [.. codes.Where(tally => IsLosing(tally.Code)).Take(listed).Select(tally => ReviewEntry.Of(tally).Code)],
            MostFrequentForReview = List(codes, code => code.NeedsReview, listed),
            MostFrequentWithout = List(codes, code => code.Target.Length == 0, listed),
        };
    }

    private static List<ChapterCount> Chapters(List<CodeTally> all, ICodeConverter converter)
    {
        var names = converter.Chapters.Select((chapter, i) => (chapter.Chapter, chapter.Title, Place: i + 1)).ToDictionary(chapter => chapter.Chapter);
        return
        [
            .. all.GroupBy(tally => tally.Code.Chapter).Select(group =>
            {
                var (tallies, name) = (group.ToList(), names.GetValueOrDefault(group.Key));
                return new ChapterCount(
                    group.Key, name.Place, name.Title ?? "", Sum(tallies, _ => true), Sum(tallies, code => code.Relation == MapRelation.Equivalent), Sum(tallies, code => code.Relation == MapRelation.SourceIsNarrowerThanTarget),
                    Sum(tallies, code => code.Relation == MapRelation.SourceIsBroaderThanTarget), Sum(tallies, code => code.Relation == MapRelation.RelatedTo),
                    Sum(tallies, code => code.Relation is MapRelation.Unknown or MapRelation.NotRelatedTo), Sum(tallies, code => code.NeedsReview));
            }).OrderBy(chapter => chapter.Place == 0 ? int.MaxValue : chapter.Place),
        ];
    }

    private static bool IsLosing(ConvertedCode code) => code.Target.Length > 0 && code.Relation is MapRelation.SourceIsNarrowerThanTarget or MapRelation.RelatedTo;

    private static List<CodeCount> List(List<CodeTally> codes, Func<ConvertedCode, bool> which, int listed) => [.. codes.Where(tally => which(tally.Code)).Take(listed).Select(tally => tally.Listed())];

    private static long Sum(List<CodeTally> all, Func<ConvertedCode, bool> which)
    {
        var sum = 0L;
        foreach (var tally in all)
        {
            if (which(tally.Code)) sum += tally.Count;
        }

        return sum;
    }

    private static SortedDictionary<string, long> By(List<CodeTally> all, Func<ConvertedCode, string> name)
    {
        var counts = new Dictionary<string, long>();
        foreach (var tally in all) Count(counts, name(tally.Code), tally.Count);
        return new(counts, StringComparer.Ordinal);
    }

    /// <summary>The codes, most frequent first. What became the same in several years is one.</summary>
    public List<CodeTally> ByFrequency()
    {
        Close();
        IEnumerable<CodeTally> codes = _codes.Values;
        // Without editions no code is counted twice.
        if (codes.Any(tally => tally.Code.Edition is not null)) codes = codes.GroupBy(tally => tally.Code.Key).SelectMany(Merged);
        return codes.MostFrequentFirst();
    }

    private static IEnumerable<CodeTally> Merged(IGrouping<string, CodeTally> ofCode) => ofCode.Count() == 1
        ? ofCode
        : ofCode.GroupBy(tally => tally.Listed().Uncounted).Select(group => new CodeTally(group.First().Code) { Count = group.Sum(tally => tally.Count) });

    private static void Count(Dictionary<string, long> counts, string name, long count) => counts[name] = counts.GetValueOrDefault(name) + count;

    /// <summary>What is counted together.</summary>
    private sealed record CodeKey(string Key, int? Edition, RejectReason Reason);
}
