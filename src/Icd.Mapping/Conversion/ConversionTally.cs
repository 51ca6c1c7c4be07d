namespace Icd.Mapping.Conversion;

/// <summary>Counts what a conversion finds. Blocks are added in the input's order, so that the counts are the same for any number of threads.</summary>
internal sealed class ConversionTally
{
    private readonly Dictionary<(string Key, int? Edition, RejectReason Reason), CodeTally> _codes = [];
    private readonly Dictionary<string, long> _relations = [], _provenance = [], _reasons = [];
    private readonly Dictionary<string, ChapterCount> _chapters = [];

    public long Rows { get; private set; }

    public long Lines { get; private set; }

    public long RejectedRows { get; private set; }

    private long Cells { get; set; }

    private long Codes { get; set; }

    private long Converted { get; set; }

    private long NeedReview { get; set; }

    private long NotInEdition { get; set; }

    private long Decided { get; set; }

    private long Escaped { get; set; }

    /// <summary>The codes that were counted one by one.</summary>
    public IEnumerable<CodeTally> Counted => _codes.Values;

    /// <summary>Rows and lines that are not converted here: the header, and what belongs to an earlier shard.</summary>
    public void Skip(long rows, long lines) => (Rows, Lines) = (Rows + rows, Lines + lines);

    public void Add(ConvertedBlock block)
    {
        Skip(block.Rows, block.Lines);
        RejectedRows += block.RejectedRows;
        foreach (var reject in block.Rejects) Count(_reasons, reject.Reason.Code(), 1);
        foreach (var answer in block.Answers)
        {
            if (answer.Codes.Count == 0) continue;
            long count = block.CountOf(answer);
            Cells += count;
            Escaped += count * answer.Escaped;
            foreach (var code in answer.Codes) Add(code, count);
        }
    }

    private void Add(ConvertedCode code, long count)
    {
        Codes += count;
        if (code.Target.Length > 0) Converted += count;
        if (code.NeedsReview) NeedReview += count;
        if (code.IsNotInEdition) NotInEdition += count;
        if (code.ProvenanceKind == ProvenanceKind.Decision) Decided += count;
        Count(_relations, code.Relation == MapRelation.Unknown ? "unknown" : code.Relation.Code(), count);
        Count(_provenance, code.ProvenanceCode, count);
        var chapter = _chapters.GetValueOrDefault(code.Chapter) ?? new(code.Chapter, 0, "", 0, 0, 0, 0, 0, 0, 0);
        _chapters[code.Chapter] = chapter with
        {
            Codes = chapter.Codes + count,
            Equivalent = chapter.Equivalent + (code.Relation == MapRelation.Equivalent ? count : 0),
            Narrower = chapter.Narrower + (code.Relation == MapRelation.SourceIsNarrowerThanTarget ? count : 0),
            Broader = chapter.Broader + (code.Relation == MapRelation.SourceIsBroaderThanTarget ? count : 0),
            Related = chapter.Related + (code.Relation == MapRelation.RelatedTo ? count : 0),
            Without = chapter.Without + (code.Relation is MapRelation.Unknown or MapRelation.NotRelatedTo ? count : 0),
            NeedReview = chapter.NeedReview + (code.NeedsReview ? count : 0),
        };
        if ((code.Tally ??= TallyOf(code)) is { } tally) tally.Count += count;
    }

    private CodeTally? TallyOf(ConvertedCode code)
    {
        if (_codes.TryGetValue((code.Key, code.Edition, code.Reason), out var tally)) return tally;
        return _codes.Count < ConversionSummary.CodeLimit ? _codes[(code.Key, code.Edition, code.Reason)] = new(code) : null;
    }

    /// <summary>All counts, as a checkpoint keeps them.</summary>
    public TallyState State() => new(
        Rows, Lines, RejectedRows, Cells, Codes, Converted, NeedReview, NotInEdition, Decided, Escaped, new(_relations), new(_provenance), new(_reasons), [.. _chapters.Values],
        [.. _codes.Values.Select(tally => new CountedCode(tally.Code.Key, tally.Code.Edition, tally.Code.Reason, tally.Count))]);

    /// <summary>Goes on from the counts of a checkpoint.</summary>
    public static ConversionTally From(TallyState state, ICodeConverter converter)
    {
        var tally = new ConversionTally
        {
            Rows = state.Rows,
            Lines = state.Lines,
            RejectedRows = state.RejectedRows,
            Cells = state.Cells,
            Codes = state.Codes,
            Converted = state.Converted,
            NeedReview = state.NeedReview,
            NotInEdition = state.NotInEdition,
            Decided = state.Decided,
            Escaped = state.Escaped,
        };
        foreach (var (name, count) in state.Relations) tally._relations[name] = count;
        foreach (var (name, count) in state.Provenance) tally._provenance[name] = count;
        foreach (var (name, count) in state.Reasons) tally._reasons[name] = count;
        foreach (var chapter in state.Chapters) tally._chapters[chapter.Chapter] = chapter;
        foreach (var (key, edition, reason, count) in state.CodeCounts)
        {
            var code = converter.Convert(key, edition);
            // What no text alone tells, such as a pair in two columns that is none, has nothing but its reason.
            if (code.Reason != reason) code = new() { Key = key, Edition = edition, Reason = reason };
            tally._codes[(key, edition, reason)] = new(code) { Count = count };
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
        var codes = ByFrequency().Select(tally => new CodeCount(
            tally.Code.Key, tally.Code.SourceTitle, tally.Count, NullIfEmpty(tally.Code.Target), NullIfEmpty(tally.Code.RelationCode), tally.Code.Provenance, tally.Code.NeedsReview,
            NullIfEmpty(tally.Code.Reason.Code()), NullIfEmpty(tally.Code.Lost))).ToList();
        return new()
        {
            Direction = direction == ConversionDirection.ToIcd11 ? "10to11" : "11to10",
            Rows = rows,
            RejectedRows = RejectedRows,
            Cells = Cells,
            Codes = Codes,
            DistinctCodes = _codes.Count,
            Converted = Converted,
            NeedReview = NeedReview,
            NotInEdition = NotInEdition,
            Decided = Decided,
            Escaped = Escaped,
            Relations = Sorted(_relations),
            Provenance = Sorted(_provenance),
            Reasons = Sorted(_reasons),
            Chapters = [.. converter.Chapters.Select((chapter, i) => (chapter.Chapter, chapter.Title, Place: i + 1)).Where(chapter => _chapters.ContainsKey(chapter.Chapter)).Select(chapter => _chapters[chapter.Chapter] with { Title = chapter.Title, Place = chapter.Place }), .. _chapters.Where(chapter => chapter.Key.Length == 0).Select(chapter => chapter.Value)],
            MostFrequent = [.. codes.Take(listed)],
            MostFrequentLosing = CodeLists.Losing(codes),
            MostFrequentForReview = CodeLists.ForReview(codes),
            MostFrequentWithout = CodeLists.Without(codes),
        };
    }

    /// <summary>The codes, most frequent first.</summary>
    public IEnumerable<CodeTally> ByFrequency() => _codes.Values.OrderByDescending(tally => tally.Count).ThenBy(tally => tally.Code.Key, StringComparer.Ordinal).ThenBy(tally => tally.Code.Edition);

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    private static SortedDictionary<string, long> Sorted(Dictionary<string, long> counts) => new(counts, StringComparer.Ordinal);

    private static void Count(Dictionary<string, long> counts, string name, long count) => counts[name] = counts.GetValueOrDefault(name) + count;
}
