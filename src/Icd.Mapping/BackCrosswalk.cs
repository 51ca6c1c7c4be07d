using Icd.Core.Codes;
using Icd.Core.Expressions;
using Icd.Core.Releases;
using Icd.Mapping.Who;

namespace Icd.Mapping;

/// <summary>Answers from ICD-11 expressions to Norwegian ICD-10: the inverse of all answers of a <see cref="Crosswalk"/>, then WHO's way back.</summary>
/// <remarks>
/// <para>A code is taken back only where the expression says at least all that the code's own target says; of several the one that covers most of it is taken,
/// then the one that says no more than the expression. What is left over is named as lost.</para>
/// <para>Making it works out every answer of the crosswalk. Immutable afterwards; safe for concurrent use.</para>
/// </remarks>
public sealed class BackCrosswalk
{
    private const int MostAlternatives = 8;

    private readonly Crosswalk _crosswalk;
    private readonly Release _release;
    private readonly WhoWayBack _who;
    private readonly Dictionary<int, List<Entry>> _byStem = [];

    /// <summary>The inverse of a crosswalk.</summary>
    public BackCrosswalk(Crosswalk crosswalk)
    {
        ArgumentNullException.ThrowIfNull(crosswalk);
        (_crosswalk, _release, _who) = (crosswalk, crosswalk.Release, new(crosswalk.Who, crosswalk.Edition));
        foreach (var code in crosswalk.Codes)
        {
            var answer = crosswalk.Map(code);
            if (!answer.HasTarget) continue;
            var members = Resolve(answer.Expression);
            if (members is null) continue;
            if (!_byStem.TryGetValue(members[0].Entity.Index, out var entries)) _byStem[members[0].Entity.Index] = entries = [];
            entries.Add(new(code, answer, members));
        }
    }

    /// <summary>The ICD-10 codes for an expression.</summary>
    /// <param name="expression">Codes or URIs of <see cref="Crosswalk.Release"/>.</param>
    public BackAnswer Map(in ClusterExpression expression)
    {
        if (Resolve(in expression) is not { } members) return Unknown(in expression);
        var open = members.ToList();
        BackAnswer? whole = null;
        while (open.Exists(member => member.IsStem))
        {
            // What follows the first stem that is left: a code may hold several stems of the cluster.
            var (answer, used) = MapFirst(open, [.. members.Where(member => member.IsStem && !open.Contains(member))]);
            whole = whole is null ? answer : Together(whole, answer);
            foreach (var member in used) open.Remove(member);
        }

        return whole! with { Codes = Marked(whole.Codes) };
    }

    /// <summary>Maps the first stem that is open, with as much of the rest as one code says.</summary>
    /// <param name="open">What no code says yet.</param>
    /// <param name="said">The stems that the codes before this one say: an asterisk code may stand beside them.</param>
    private (BackAnswer Answer, List<Member> Used) MapFirst(List<Member> open, List<Member> said)
    {
        var stem = open.First(member => member.IsStem);
        var group = GroupOf(open, stem);
        (Entity Entity, WhoWayBack.Row Row)? divided = null;
        MapText? reason = null;
        for (Entity? at = stem.Entity; at is { } entity; at = entity.Parent)
        {
            // Where WHO's row names a code that Norway divides, a code of our own for something above the stem chooses among its subdivisions.
            if (Best(entity, open, said, stem) is { } best && (divided is not { } within || WhoWayBack.IsBelow(best.Answer.Codes[0], within.Row.Target)))
                return (divided is { } row ? Within(row.Row, best.Answer) : reason is null ? best.Answer : best.Answer with { NeedsReview = true, Reason = reason }, [.. group.Union(best.Used)]);
            if (divided is not null) continue;
            var who = _who.Find(entity);
            if (who is { IsExact: true }) return (WhoAnswer(who, entity, group), group);
            if (who is { Subdivisions.Count: > 0 }) divided = (entity, who);
            else if (entity == stem.Entity && Nearest(entity, group) is { } nearest) return (nearest, group);
            else if (who is not null) reason ??= new($"WHOs rad fører til {who.Target}, som norsk ICD-10 ikke har.", $"WHO's row leads to {who.Target}, which the Norwegian ICD-10 does not have.");
        }

        return (divided is { } found ? WhoAnswer(found.Row, found.Entity, group) : NoAnswer(MapRelation.NotRelatedTo, group, reason ?? NoCode), group);
    }

    /// <summary>An answer for something above the stem, which lies within WHO's row; where it is an unspecified subdivision, another may say more.</summary>
    private BackAnswer Within(WhoWayBack.Row row, BackAnswer answer) => WhoWayBack.Openness(answer.Codes[0]) > WhoWayBack.Openness(row.Target)
        ? answer with { Alternatives = [.. answer.Alternatives.Concat(Subdivisions(row, answer.Codes[0])).DistinctBy(other => other.Target).Take(MostAlternatives)], NeedsReview = true }
        : answer;

    private IEnumerable<MapAlternative> Subdivisions(WhoWayBack.Row row, Icd10Code? without) =>
        row.Subdivisions.Where(code => code != without).Take(MostAlternatives).Select(code => new MapAlternative(code.ToString(), TextOf(code)));

    private BackAnswer NoAnswer(MapRelation relation, List<Member> group, MapText reason) =>
        new() { Relation = relation, Provenance = new(ProvenanceKind.None, []), NeedsReview = true, Lost = [.. group.Select(TitleOf)], Reason = reason };

    private static MapText NoCode { get; } = new("Ingen norsk ICD-10-kode har dette som mål, og WHOs tabell fører ikke til noen.", "No Norwegian ICD-10 code has this as its target, and WHO's table leads to none.");

    private static List<Member> GroupOf(List<Member> open, Member stem) => [stem, .. open.Where(member => !member.IsStem && member.Stem == stem.Index)];

    private (BackAnswer Answer, List<Member> Used)? Best(Entity entity, List<Member> open, List<Member> said, Member stem)
    {
        var candidates = Entries(entity).Select(entry => (Entry: entry, Cover: Cover(entry, open, said, stem)))
            .Where(candidate => candidate.Cover is not null)
            .Select(candidate => (candidate.Entry, candidate.Cover!.Used, Rank: Rank(candidate.Entry, candidate.Cover!, entity)))
            .ToList();
        if (candidates.Count == 0) return null;
        var best = candidates.Max(candidate => candidate.Rank);
        var fitting = candidates.Where(candidate => candidate.Rank == best).ToList();
        // An asterisk code is never reported alone, so it is no choice beside one that is.
        if (fitting.Exists(candidate => !DaggerPair.IsAsterisk(candidate.Entry.Code))) fitting.RemoveAll(candidate => DaggerPair.IsAsterisk(candidate.Entry.Code));
        var equals = LeastFirst(fitting.Select(candidate => candidate.Entry));
        var chosen = equals[0];
        var used = fitting.Find(candidate => candidate.Entry == chosen).Used;
        var group = GroupOf(open, stem);
        // A stem that its entry reaches only from above loses what it says below.
        var lost = group.Union(used).Where(member => !chosen.Members.Any(own => own.Entity == member.Entity)).Where(member => !IsResidualOf(member.Entity, chosen)).Select(TitleOf).ToList();
        var relation = chosen.Answer.Relation.Inverse();
        if (lost.Count > 0) relation = relation.Then(MapRelation.SourceIsNarrowerThanTarget);
        var isAmbiguous = equals.Count > 1 && !SaysLeast(chosen, [.. equals.Skip(1)]);
        return (new()
        {
            Codes = [chosen.Code],
            Relation = relation,
            Provenance = new(ProvenanceKind.Inverse, [$"{chosen.Code} -> {chosen.Answer.Expression}", .. chosen.Answer.Provenance.Sources]),
            Lost = lost,
            Alternatives = [.. equals.Skip(1).Take(MostAlternatives).Select(other => new MapAlternative(other.Code.ToString(), TextOf(other.Code)))],
            NeedsReview = isAmbiguous || relation is MapRelation.SourceIsBroaderThanTarget or MapRelation.RelatedTo,
        }, used);
    }

    /// <summary>Where every code with this stem says more than the expression: the one that says least beyond it, for a human to confirm.</summary>
    private BackAnswer? Nearest(Entity entity, List<Member> group)
    {
        var ordered = Entries(entity).GroupBy(entry => entry.Members.Count(own => !group.Exists(member => own.Entity.Contains(member.Entity)))).OrderBy(entries => entries.Key).SelectMany(LeastFirst).ToList();
        if (ordered is not [var nearest, ..]) return null;
        var lost = group.Where(member => !nearest.Members.Any(own => own.Entity.Contains(member.Entity))).Select(TitleOf).ToList();
        return new()
        {
            Codes = [nearest.Code],
            Relation = lost.Count > 0 ? MapRelation.RelatedTo : MapRelation.SourceIsBroaderThanTarget,
            Provenance = new(ProvenanceKind.Inverse, [$"{nearest.Code} -> {nearest.Answer.Expression}", .. nearest.Answer.Provenance.Sources]),
            Lost = lost,
            Alternatives = [.. ordered.Skip(1).Take(MostAlternatives).Select(other => new MapAlternative(other.Code.ToString(), TextOf(other.Code)))],
            NeedsReview = true,
        };
    }

    private static bool IsResidualOf(Entity entity, Entry chosen) => chosen.Members.Any(own => own.Entity.Residual == Residual.Unspecified && own.Entity.Parent == entity);

    /// <summary>The entries of an entity, and those of its "unspecified", which says the same.</summary>
    private IEnumerable<Entry> Entries(Entity entity)
    {
        var own = _byStem.GetValueOrDefault(entity.Index, []);
        return entity.ResidualChild(Residual.Unspecified) is { } unspecified && _byStem.TryGetValue(unspecified.Index, out var more) ? own.Concat(more) : own;
    }

    /// <summary>The members that an entry's members stand for; <see langword="null"/> where the entry says more than the expression.</summary>
    private static Coverage? Cover(Entry entry, List<Member> open, List<Member> said, Member stem)
    {
        var cover = new Coverage();
        for (var i = 0; i < entry.Members.Length; i++)
        {
            var own = entry.Members[i];
            // The first member is the stem that the entry was found by.
            var found = i == 0 ? stem : open.Find(member => member.IsStem == own.IsStem && own.Entity.Contains(member.Entity) && !cover.Used.Contains(member) && (own.IsStem || own.Stem != 0 || member.Stem == stem.Index));
            if (found is not null)
            {
                cover.Used.Add(found);
                if (own.Entity == found.Entity) cover.Exact++;
            }
            else if (own.IsStem && DaggerPair.IsAsterisk(entry.Code) && said.Exists(member => ClusterUnion.Meaning(own.Entity).Contains(member.Entity)))
            {
                // The disease that an asterisk code names beside the manifestation is said by its dagger code.
                cover.Beside++;
            }
            else
            {
                return null;
            }
        }

        return cover;
    }

    /// <summary>First how much is covered, exactly rather than from above; then who says no more than the expression.</summary>
    private (int Covered, int Exact, int Safety) Rank(Entry entry, Coverage cover, Entity entity)
    {
        var safety = entry.Answer.Relation switch
        {
            MapRelation.Equivalent => 4,
            _ when _who.Find(entity)?.Code == entry.Code => 3,
            MapRelation.SourceIsBroaderThanTarget => 2,
            MapRelation.RelatedTo => 1,
            _ => 0,
        };
        return (cover.Used.Count + cover.Beside, cover.Exact, safety);
    }

    /// <summary>Codes that fit equally well: one before its own subdivisions, which say more; otherwise the unspecified first.</summary>
    private List<Entry> LeastFirst(IEnumerable<Entry> entries)
    {
        var all = entries.ToList();
        return [.. all.OrderBy(entry => all.Count(other => IsAbove(other, entry))).ThenByDescending(entry => WhoWayBack.Openness(entry.Code)).ThenByDescending(entry => entry.Code.Length).ThenBy(entry => entry.Code)];
    }

    /// <summary>Whether a code says no more than what the others have in common: it is their parent, or the unspecified one of subdivisions that ICD-11 does not tell apart.</summary>
    private bool SaysLeast(Entry chosen, List<Entry> others) =>
        others.TrueForAll(other => IsAbove(chosen, other))
        || (WhoWayBack.Openness(chosen.Code) > WhoWayBack.Openness(others[0].Code) && others.TrueForAll(other => other.Code.Category == chosen.Code.Category));

    private bool IsAbove(Entry parent, Entry entry) =>
        parent != entry && _crosswalk.Edition.TryFind(parent.Code, out var above) && _crosswalk.Edition.TryFind(entry.Code, out var below) && above.Contains(below);

    private BackAnswer WhoAnswer(WhoWayBack.Row row, Entity entity, List<Member> group)
    {
        var others = Subdivisions(row, row.Code).ToList();
        if (row.Code is not { } code) return NoAnswer(MapRelation.Unknown, group, IsDivided(row.Target)) with { Provenance = new(ProvenanceKind.WhoTable, [row.Origin]), Alternatives = others, Lost = [] };
        var lost = group.Where(member => member.Entity != entity).Select(TitleOf).ToList();
        return new()
        {
            Codes = [code],
            Relation = lost.Count > 0 || row.IsExact ? MapRelation.SourceIsNarrowerThanTarget : MapRelation.RelatedTo,
            Provenance = new(ProvenanceKind.WhoTable, row.IsExact ? [row.Origin] : [row.Origin, $"{row.Target} -> {code}"]),
            Lost = lost,
            Alternatives = others,
            NeedsReview = !row.IsExact,
        };
    }

    private static MapText IsDivided(Icd10Code code) => new(
        $"WHOs rad fører til {code}, som norsk ICD-10 deler opp: velg blant alternativene.", $"WHO's row leads to {code}, which the Norwegian ICD-10 divides: choose among the alternatives.");

    private static BackAnswer Together(BackAnswer one, BackAnswer other) => new()
    {
        Codes = [.. one.Codes, .. other.Codes],
        Relation = one.Codes.Count > 0 == other.Codes.Count > 0 ? one.Relation.Then(other.Relation) : (one.Codes.Count > 0 ? one : other).Relation.Then(MapRelation.SourceIsNarrowerThanTarget),
        Provenance = new(one.Provenance.Kind == other.Provenance.Kind ? one.Provenance.Kind : ProvenanceKind.Inverse, [.. one.Provenance.Sources, .. other.Provenance.Sources]),
        Lost = [.. one.Lost, .. other.Lost],
        Alternatives = [.. one.Alternatives, .. other.Alternatives],
        NeedsReview = one.NeedsReview || other.NeedsReview,
        Reason = one.Reason is { } first && other.Reason is { } second && first != second ? new($"{first.Bokmal} {second.Bokmal}", $"{first.English} {second.English}") : one.Reason ?? other.Reason,
    };

    /// <summary>A dagger and an asterisk code side by side get their marks.</summary>
    private static IReadOnlyList<Icd10Code> Marked(IReadOnlyList<Icd10Code> codes) =>
        codes is [var first, var second] && DaggerPair.TryOrder(first, second, out var dagger, out var asterisk)
            ? [dagger.WithMark(Icd10Mark.Dagger), asterisk.WithMark(Icd10Mark.Asterisk)]
            : codes;

    private BackAnswer Unknown(in ClusterExpression expression)
    {
        var diagnostics = _crosswalk.Validator.Validate(in expression).Diagnostics;
        return new() { Relation = MapRelation.Unknown, Provenance = new(ProvenanceKind.None, []), Reason = new(Why(MessageLanguage.Bokmal), Why(MessageLanguage.English)) };

        string Why(MessageLanguage language) => string.Join(" ", diagnostics.Select(diagnostic => diagnostic.Describe(language, _crosswalk.Titles)));
    }

    private Member[]? Resolve(in ClusterExpression expression)
    {
        var members = new Member[expression.Count];
        var stem = 0;
        for (var i = 0; i < members.Length; i++)
        {
            var member = expression[i];
            if (!(member.IsUri ? _release.TryFind(member.Uri, out var entity) : _release.TryFind(member.Code, out entity)) || !entity.IsSelectable) return null;
            if (expression.IsStem(i)) stem = i;
            members[i] = new(i, stem, entity, expression.IsStem(i));
        }

        return members;
    }

    private MapText TitleOf(Member member) => NameOf(member.Entity);

    private MapText TextOf(Icd10Code code) => _crosswalk.Edition.TryFind(code, out var entity) ? NameOf(entity) : new(code.ToString(), code.ToString());

    private MapText NameOf(Entity entity) => new(DisplayTitle.Of(entity, "nb", _crosswalk.Titles).Within("nb"), DisplayTitle.Of(entity, "en", _crosswalk.Titles).Within("en"));

    /// <param name="Index">Where it stands in the expression.</param>
    /// <param name="Stem">Where its stem stands; its own place for a stem.</param>
    /// <param name="Entity">What it is.</param>
    /// <param name="IsStem">Whether it is a stem.</param>
    private sealed record Member(int Index, int Stem, Entity Entity, bool IsStem);

    private sealed record Entry(Icd10Code Code, MapAnswer Answer, Member[] Members);

    /// <summary>How an expression covers an entry.</summary>
    private sealed class Coverage
    {
        /// <summary>The members of the expression that the entry says.</summary>
        public List<Member> Used { get; } = [];

        /// <summary>How many of them it says exactly.</summary>
        public int Exact { get; set; }

        /// <summary>How many members of the entry another code says already.</summary>
        public int Beside { get; set; }
    }
}
