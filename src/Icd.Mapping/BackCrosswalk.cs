using Icd.Core.Codes;
using Icd.Core.Expressions;
using Icd.Core.Releases;

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
    private readonly Dictionary<int, List<Entry>> _byStem = [];

    /// <summary>The inverse of a crosswalk.</summary>
    public BackCrosswalk(Crosswalk crosswalk)
    {
        ArgumentNullException.ThrowIfNull(crosswalk);
        (_crosswalk, _release) = (crosswalk, crosswalk.Release);
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
        for (Entity? at = stem.Entity; at is { } entity; at = entity.Parent)
        {
            if (Best(entity, open, said, stem) is { } best) return (best.Answer, [.. group.Union(best.Used)]);
            if (FromWho(entity) is { } who) return (WhoAnswer(who, entity, group), group);
            if (entity == stem.Entity && Nearest(entity, group) is { } nearest) return (nearest, group);
        }

        return (new() { Relation = MapRelation.NotRelatedTo, Provenance = new(ProvenanceKind.None, []), NeedsReview = true, Lost = [.. group.Select(TitleOf)], Reason = NoCode }, group);
    }

    private static MapText NoCode { get; } = new("Ingen norsk ICD-10-kode har dette som mål, og WHOs tabell fører ikke til noen.", "No Norwegian ICD-10 code has this as its target, and WHO's table leads to none.");

    private static List<Member> GroupOf(List<Member> open, Member stem) => [stem, .. open.Where(member => !member.IsStem && member.Stem == stem.Index)];

    private (BackAnswer Answer, List<Member> Used)? Best(Entity entity, List<Member> open, List<Member> said, Member stem)
    {
        var candidates = Entries(entity).Select(entry => (Entry: entry, Cover: Cover(entry, open, said, stem)))
            .Where(candidate => candidate.Cover is not null)
            .Select(candidate => (candidate.Entry, candidate.Cover!.Used, Rank: Rank(candidate.Entry, candidate.Cover!, entity)))
            .OrderByDescending(candidate => candidate.Rank).ThenBy(candidate => DaggerPair.IsAsterisk(candidate.Entry.Code)).ThenByDescending(candidate => Unspecified(candidate.Entry.Code)).ThenByDescending(candidate => candidate.Entry.Code.Length).ThenBy(candidate => candidate.Entry.Code)
            .ToList();
        if (candidates.Count == 0) return null;
        var (chosen, used, rank) = candidates[0];
        // An asterisk code is never reported alone, so it is no choice beside one that is.
        var equals = candidates.Where(candidate => candidate.Rank == rank && DaggerPair.IsAsterisk(candidate.Entry.Code) == DaggerPair.IsAsterisk(chosen.Code)).ToList();
        var group = GroupOf(open, stem);
        // A stem that its entry reaches only from above loses what it says below.
        var lost = group.Union(used).Where(member => !chosen.Members.Any(own => own.Entity == member.Entity)).Where(member => !IsResidualOf(member.Entity, chosen)).Select(TitleOf).ToList();
        var relation = chosen.Answer.Relation.Inverse();
        if (lost.Count > 0) relation = relation.Then(MapRelation.SourceIsNarrowerThanTarget);
        // Subdivisions of one parent that ICD-11 does not tell apart: the unspecified one of them says no more than the expression.
        var isAmbiguous = equals.Count > 1 && !(Unspecified(chosen.Code) > Unspecified(equals[1].Entry.Code) && equals.TrueForAll(other => other.Entry.Code.Category == chosen.Code.Category));
        return (new()
        {
            Codes = [chosen.Code],
            Relation = relation,
            Provenance = new(ProvenanceKind.Inverse, [$"{chosen.Code} -> {chosen.Answer.Expression}", .. chosen.Answer.Provenance.Sources]),
            Lost = lost,
            Alternatives = [.. equals.Skip(1).Take(MostAlternatives).Select(other => new MapAlternative(other.Entry.Code.ToString(), TextOf(other.Entry.Code)))],
            NeedsReview = isAmbiguous || relation is MapRelation.SourceIsBroaderThanTarget or MapRelation.RelatedTo,
        }, used);
    }

    /// <summary>Where every code with this stem says more than the expression: the one that says least beyond it, for a human to confirm.</summary>
    private BackAnswer? Nearest(Entity entity, List<Member> group)
    {
        var ordered = Entries(entity).OrderBy(entry => entry.Members.Count(own => !group.Exists(member => own.Entity.Contains(member.Entity))))
            .ThenByDescending(entry => Unspecified(entry.Code)).ThenByDescending(entry => entry.Code.Length).ThenBy(entry => entry.Code).ToList();
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
            _ when FromWho(entity) is { } back && back.Code == entry.Code => 3,
            MapRelation.SourceIsBroaderThanTarget => 2,
            MapRelation.RelatedTo => 1,
            _ => 0,
        };
        return (cover.Used.Count + cover.Beside, cover.Exact, safety);
    }

    /// <summary>Which of several subdivisions says least: 9 is unspecified, 8 other, x and y unknown.</summary>
    private static int Unspecified(Icd10Code code)
    {
        var text = code.ToString("N", null);
        return text.Skip(3).Sum(character => character switch { '9' or 'x' or 'y' => 2, '8' or 'r' => 1, _ => 0 });
    }

    private WhoBack? FromWho(Entity entity)
    {
        if (_crosswalk.Who?.FindBack(entity.Id, entity.Residual) is not { } row || row.Code == default) return null;
        return Valid(row.Code) is { } valid ? new(valid, row.Code, $"WHO {_crosswalk.Who.Release} {(row.Table == Who.WhoTable.Back ? "11To10MapToOneCategory" : "foundation_11To10MapToOneCategory")} row {row.Row}") : null;
    }

    /// <summary>WHO's code where the Norwegian edition uses it, else its unspecified subdivision, else its parent.</summary>
    private Icd10Code? Valid(Icd10Code code)
    {
        if (_crosswalk.Edition.TryFind(code, out var entity))
        {
            if (entity.IsLeaf && entity.IsSelectable) return code;
            var below = entity.Descendants.Where(child => child.IsSelectable && child.IsLeaf).Select(child => child.Icd10Code).OrderByDescending(Unspecified).ThenBy(child => child).ToList();
            if (below.Count > 0) return below[0];
            if (entity.IsSelectable) return code;
        }

        var text = code.ToString("N", null);
        return text.Length > 3 ? Valid(Icd10Code.Parse(text.AsSpan(0, text.Length - 1))) : null;
    }

    private BackAnswer WhoAnswer(WhoBack who, Entity entity, List<Member> group)
    {
        var lost = group.Where(member => member.Entity != entity).Select(TitleOf).ToList();
        var isExact = who.Code == who.Row;
        return new()
        {
            Codes = [who.Code],
            Relation = lost.Count > 0 || isExact ? MapRelation.SourceIsNarrowerThanTarget : MapRelation.RelatedTo,
            Provenance = new(ProvenanceKind.WhoTable, isExact ? [who.Origin] : [who.Origin, $"{who.Row} -> {who.Code}"]),
            Lost = lost,
            NeedsReview = !isExact,
        };
    }

    private static BackAnswer Together(BackAnswer one, BackAnswer other) => new()
    {
        Codes = [.. one.Codes, .. other.Codes],
        Relation = one.Relation.Then(other.Relation),
        Provenance = new(one.Provenance.Kind == other.Provenance.Kind ? one.Provenance.Kind : ProvenanceKind.Inverse, [.. one.Provenance.Sources, .. other.Provenance.Sources]),
        Lost = [.. one.Lost, .. other.Lost],
        Alternatives = [.. one.Alternatives, .. other.Alternatives],
        NeedsReview = one.NeedsReview || other.NeedsReview,
        Reason = one.Reason ?? other.Reason,
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

    private sealed record WhoBack(Icd10Code Code, Icd10Code Row, string Origin);
}
