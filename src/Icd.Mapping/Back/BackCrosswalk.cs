using Icd.Core.Codes;
using Icd.Core.Expressions;
using Icd.Core.Releases;
using Icd.Core.Sanctioning;
using Icd.Mapping.Who;
using static Icd.Mapping.BackReasons;

namespace Icd.Mapping;

/// <summary>
/// Answers from ICD-11 expressions to Norwegian ICD-10: authored rules of the way back, the inverse of all answers of a <see cref="Crosswalk"/>, then WHO's way back.
/// </summary>
/// <remarks>
/// <para>A code is taken back only where the expression says at least all that the code's own target says; of several the one that covers most of it is taken,
/// then the one that says no more than the expression. What is left over is named as lost.</para>
/// <para>Making it works out every answer of the crosswalk. Immutable afterwards; safe for concurrent use.</para>
/// </remarks>
public sealed class BackCrosswalk
{
    private const int MostAlternatives = 8;

    /// <summary>The stem for a late effect, whose cause follows as a further stem.</summary>
    private const string LateEffect = "QC50";

    private readonly Crosswalk _crosswalk;
    private readonly BackIndex _index;
    private readonly WhoWayBack _who;
    private readonly BackOrder _order;
    private readonly Canonicaliser _canonicaliser;

    /// <summary>The inverse of a crosswalk.</summary>
    public BackCrosswalk(Crosswalk crosswalk)
    {
        ArgumentNullException.ThrowIfNull(crosswalk);
        (_crosswalk, _index, _who, _order) = (crosswalk, new(crosswalk), new(crosswalk.Who, crosswalk.Edition), new(crosswalk.Edition));
        _canonicaliser = new(crosswalk.Validator, SanctioningRules.Of(crosswalk.Validator.Axes));
    }

    /// <summary>The ICD-10 codes for an expression.</summary>
    /// <param name="expression">Codes or URIs of <see cref="Crosswalk.Release"/>.</param>
    public BackAnswer Map(in ClusterExpression expression)
    {
        var answer = MapAsWritten(in expression);
        // A stem that says all of it may have a code of its own: pneumonia with Klebsiella as agent is Klebsiella pneumonia.
        if (expression.Count < 2 || answer.Relation is MapRelation.Equivalent or MapRelation.Unknown || _canonicaliser.Canonicalise(in expression).Replacement is not { } sanctioned) return answer;
        var shorter = MapAsWritten(in sanctioned);
        return BackAnswers.SaysMore(shorter, answer) ? shorter with { Provenance = shorter.Provenance with { Sources = [$"{expression} = {sanctioned}", .. shorter.Provenance.Sources] } } : answer;
    }

    private BackAnswer MapAsWritten(in ClusterExpression expression)
    {
        if (BackMember.Resolve(_crosswalk.Release, in expression) is not { } members) return Unknown(in expression);
        var open = members.ToList();
        BackAnswer? whole = null;
        while (open.Exists(member => member.IsStem))
        {
            // What follows the first stem that is left: a code may hold several stems of the cluster.
            var said = new Said([.. members.Where(member => member.IsStem && !open.Contains(member))], whole?.Codes ?? []);
            var (answer, used) = MapFirst(open, said);
            whole = whole is null ? answer : BackAnswers.Together(whole, answer);
            whole = WithAgents(whole, used);
            foreach (var member in used) open.Remove(member);
        }

        return BackAnswers.WithMarks(whole!);
    }

    /// <summary>An infectious agent that a code of another chapter does not say is named by a supplementary code.</summary>
    private BackAnswer WithAgents(BackAnswer answer, List<BackMember> members)
    {
        foreach (var member in members.Where(member => !member.IsStem && answer.Lost.Contains(TitleOf(member))))
        {
            if (!answer.Codes.Any(code => code.ToString("N", null)[0] is not ('A' or 'B')) || !_index.TryFindAgent(member.Entity, out var agent) || answer.Codes.Contains(agent)) continue;
            answer = answer with { Codes = [.. answer.Codes, agent], Lost = [.. answer.Lost.Where(lost => lost != TitleOf(member))] };
        }

        return answer;
    }

    /// <summary>Maps the first stem that is open, with as much of the rest as one code says.</summary>
    /// <param name="open">What no code says yet.</param>
    /// <param name="said">What the codes before this one say.</param>
    private (BackAnswer Answer, List<BackMember> Used) MapFirst(List<BackMember> open, Said said)
    {
        var stem = open.Find(member => member.IsStem && !_index.IsManifestation(member.Entity)) ?? open.First(member => member.IsStem);
        var group = GroupOf(open, stem);
        (Entity Entity, WhoWayBack.Row Row)? divided = null;
        WhoWayBack.Row? missing = null;
        for (Entity? at = stem.Entity; at is { } entity; at = entity.Parent)
        {
            var who = divided is null ? _who.Find(entity) : null;
            // Where WHO's row names a code that Norway divides, a code of our own for something above the stem chooses among its subdivisions.
            if (Best(_index.Entries(entity), open, said, stem, entity, who) is { } best && (divided is not { } within || WhoWayBack.IsBelow(best.Entry.Code, within.Row.Target)))
            {
                if (best.Entry.Codes.Count == 0) return (best.Answer, best.Used);
                if (entity == stem.Entity && ByWho(best, who, group, said) is { } confirmed) return Finer(confirmed, group, open, said, stem);
                var answer = divided is { } row ? Within(row.Row, best.Answer) : FromAbove(best, entity, stem.Entity);
                if (missing is not null && !_who.Holds(answer.Codes[0], missing.Target)) answer = answer with { NeedsReview = true, Reason = Missing(missing) };
                return entity == stem.Entity ? Finer(answer, best.Used, open, said, stem) : (answer, best.Used);
            }

            if (divided is not null) continue;
            if (who is { IsExact: true }) return Finer(Doubted(WhoAnswer(who, entity, group), open, said, stem), group, open, said, stem);
            if (Best(_index.Alternatives(entity), open, said, stem, entity, who) is { } condition && (entity == stem.Entity || entity.IsSelectable || BackOrder.IsNationalKey(condition.Entry.Code)) && (who is null or { Subdivisions.Count: 0 } || WhoWayBack.IsBelow(condition.Answer.Codes[0], who.Target)))
                return (FromAbove(condition, entity, stem.Entity), condition.Used);
            var isDivided = who is { Subdivisions.Count: > 0 };
            if (entity == stem.Entity && ((isDivided ? null : Nearest(entity, group)) ?? FromBelow(stem, group, isDivided)) is { } own) return (own, group);
            if (isDivided) divided = (entity, who!);
            else missing ??= who;
        }

        return (divided is { } found ? WhoAnswer(found.Row, found.Entity, group) : NoAnswer(MapRelation.NotRelatedTo, group, missing is null ? NoCode : Missing(missing)), group);
    }

    /// <summary>WHO's row gives an unspecified code, and the category that the stem lies in leads to another category of ICD-10: a human looks which of the two it is.</summary>
    private BackAnswer Doubted(BackAnswer answer, List<BackMember> open, Said said, BackMember stem)
    {
        if (!_order.IsOpen(answer.Codes[0])) return answer;
        foreach (var above in stem.Entity.Ancestors.TakeWhile(above => above.IsSelectable))
        {
            if (Best(_index.Entries(above), open, said, stem, above, null) is not { Entry.Codes: [var code, ..] } own) continue;
            return code.Category == answer.Codes[0].Category || DaggerPair.IsAsterisk(code)
                ? answer
                : answer with { Alternatives = [.. own.Answer.Alternatives.Prepend(AlternativeOf(code)).Take(MostAlternatives)], NeedsReview = true };
        }

        return answer;
    }

    /// <summary>
    /// An unspecified code for the stem leaves extension codes over, such as the site, which a code of the same category for something above the stem may hold:
    /// ICD-11 divides by histology first, ICD-10 by site.
    /// </summary>
    private (BackAnswer Answer, List<BackMember> Used) Finer(BackAnswer answer, List<BackMember> used, List<BackMember> open, Said said, BackMember stem)
    {
        if (!_order.IsOpen(answer.Codes[0]) || answer.Codes.Count > 1 || !open.Exists(member => !member.IsStem && member.Stem == stem.Index)) return (answer, used);
        foreach (var above in stem.Entity.Ancestors)
        {
            if (Best(_index.Entries(above), open, said, stem, above, null) is { } finer && finer.Entry.Members.Length > 1 && finer.Entry.Code.Category == answer.Codes[0].Category && !_order.IsOpen(finer.Entry.Code))
                return (finer.Answer, finer.Used);
        }

        return (answer, used);
    }

    /// <summary>An answer for something above the stem, which lies within WHO's row; where it is an unspecified subdivision, another may say more.</summary>
    private BackAnswer Within(WhoWayBack.Row row, BackAnswer answer) => WhoWayBack.Openness(answer.Codes[0]) > WhoWayBack.Openness(row.Target)
        ? answer with { Alternatives = [.. answer.Alternatives.Concat(Subdivisions(row.Subdivisions, answer.Codes[0])).DistinctBy(other => other.Target).Take(MostAlternatives)], NeedsReview = true }
        : answer;

    /// <summary>
    /// An answer for something above the stem. The unspecified code of a group, or one that is reached by way of a block, says little of what lies
    /// below: another code may say more, so a human looks.
    /// </summary>
    private BackAnswer FromAbove(Found found, Entity entity, Entity stem)
    {
        var code = found.Answer.Codes[0];
        if (found.Entry.Rule is { Relation: not MapRelation.Equivalent } || found.Entry.Says(stem) || BackOrder.IsNationalKey(code) || (entity.IsSelectable && !_order.IsOpen(code))) return found.Answer;
        var others = found.Answer.Alternatives.Count == 0 && entity.IsSelectable ? Subdivisions(_who.SubdivisionsOf(code.Category), code) : found.Answer.Alternatives;
        return found.Answer with { Alternatives = [.. others], NeedsReview = true };
    }

    /// <summary>Where our answer says more than the stem, or is an asterisk code whose disease nothing says, WHO's row for the stem decides.</summary>
    private BackAnswer? ByWho(Found found, WhoWayBack.Row? who, List<BackMember> group, Said said)
    {
        if (who is not { IsExact: true } || found.Entry.Rule is not null || found.Entry.Members.Length > 1) return null;
        var code = found.Answer.Codes[0];
        if (DaggerPair.IsAsterisk(code)) return said.Stems.Count > 0 || DaggerPair.IsAsterisk(who.Target) ? null : WhoAnswer(who, group[0].Entity, group);
        if (!found.Answer.NeedsReview || !found.Entry.SaysMore) return null;
        if (code == who.Target) return found.Answer with { NeedsReview = false, Provenance = new(found.Answer.Provenance.Kind, [.. found.Answer.Provenance.Sources, who.Origin]) };
        return WhoAnswer(who, group[0].Entity, group) with
        {
            Alternatives = [.. found.Answer.Alternatives.Prepend(AlternativeOf(code)).Where(other => other.Target != who.Target.ToString()).Take(MostAlternatives)],
            NeedsReview = code.Category != who.Target.Category,
        };
    }

    private IEnumerable<MapAlternative> Subdivisions(IEnumerable<Icd10Code> codes, Icd10Code? without) =>
        codes.Where(code => code != without).Take(MostAlternatives).Select(AlternativeOf);

    private BackAnswer NoAnswer(MapRelation relation, List<BackMember> group, MapText reason) =>
        new() { Relation = relation, Provenance = new(ProvenanceKind.None, []), NeedsReview = true, Lost = [.. group.Select(TitleOf)], Reason = reason };

    private static List<BackMember> GroupOf(List<BackMember> open, BackMember stem) => [stem, .. open.Where(member => !member.IsStem && member.Stem == stem.Index)];

    private Found? Best(IEnumerable<BackEntry> entries, List<BackMember> open, Said said, BackMember stem, Entity entity, WhoWayBack.Row? who)
    {
        // The rule for a manifestation alone supplies its dagger code, where no other stem has said the disease.
        var candidates = entries.Where(entry => !entry.Repeats(said.Categories)).Select(entry => (Entry: entry, Cover: entry.Cover(open, said.Stems, stem)))
            .Where(candidate => candidate.Cover is not null)
            .Select(candidate => (candidate.Entry, candidate.Cover!.Used, candidate.Cover.Partly, Rank: Rank(candidate.Entry, candidate.Cover!, who)))
            .ToList();
        if (candidates.Count == 0) return null;
        var best = candidates.Max(candidate => candidate.Rank);
        var fitting = candidates.Where(candidate => candidate.Rank == best).ToList();
        // An asterisk code is never reported alone, so it is no choice beside one that is.
        if (fitting.Exists(candidate => !DaggerPair.IsAsterisk(candidate.Entry.Code))) fitting.RemoveAll(candidate => DaggerPair.IsAsterisk(candidate.Entry.Code));
        var equals = _order.LeastFirst(fitting.Select(candidate => candidate.Entry)).DistinctBy(entry => entry.Code).ToList();
        var isAmbiguous = equals.Count > 1 && !_order.SaysLeast(equals[0].Code, [.. equals.Skip(1).Select(entry => entry.Code)]);
        // Among codes that fit equally well, WHO's row for the way back decides.
        if (isAmbiguous && entity == stem.Entity && who is { IsExact: true } && equals.FindIndex(entry => entry.Code == who.Code) is >= 0 and var named)
        {
            isAmbiguous = false;
            equals.Insert(0, equals[named]);
            equals.RemoveAt(named + 1);
        }

        var chosen = equals[0];
        var (_, used, partly, _) = fitting.Find(candidate => candidate.Entry == chosen);
        var group = GroupOf(open, stem);
        // A stem that its entry reaches only from above loses what it says below.
        var lost = group.Union(used).Where(member => !chosen.Members.Any(own => own.Entity == member.Entity) && !(member.IsStem && chosen.Says(member.Entity))).Select(TitleOf).ToList();
        var relation = lost.Count > 0 ? chosen.Relation.Then(MapRelation.SourceIsNarrowerThanTarget) : chosen.Relation;
        var answer = new BackAnswer
        {
            Codes = chosen.Codes,
            Relation = relation,
            Provenance = chosen.Provenance,
            Lost = [.. chosen.Rule is { Lost.Count: 0, Relation: MapRelation.SourceIsNarrowerThanTarget or MapRelation.RelatedTo } && !lost.Contains(TitleOf(stem)) ? [TitleOf(stem)] : chosen.Rule?.Lost ?? [], .. lost],
            Alternatives = [.. (chosen.Rule?.Alternatives ?? []).Concat(equals.Skip(1).Select(other => AlternativeOf(other.Code))).Take(MostAlternatives)],
            NeedsReview = chosen.Rule is { } rule ? rule.NeedsReview || (lost.Count > 0 && BackOrder.IsNationalKey(chosen.Code)) : isAmbiguous || MapRelations.SaysMore(relation),
            Reason = chosen.Rule?.Reason,
        };
        // What the code holds only in part, or names by no more than a manifestation, gets a code of its own beside it; a late effect does not.
        var beside = stem.Entity.Code == LateEffect || chosen.Rule is not null ? [] : used.Where(member => member.IsStem && member != stem && (partly.Contains(member) || (relation != MapRelation.Equivalent && _index.IsManifestation(member.Entity))));
        return new(chosen, answer, [.. group.Union(used).Except(beside)]);
    }

    /// <summary>Where every code with this stem says more than the expression: the one that says least beyond it, for a human to confirm.</summary>
    private BackAnswer? Nearest(Entity entity, List<BackMember> group)
    {
        var byExcess = _index.Entries(entity).GroupBy(entry => entry.Members.Count(own => !group.Exists(member => own.Entity.Contains(member.Entity)))).OrderBy(entries => entries.Key).Select(_order.LeastFirst).ToList();
        if (byExcess is not [[var nearest, ..] equals, ..]) return null;
        var others = byExcess.SelectMany(entries => entries).Skip(1).Take(MostAlternatives).Select(other => AlternativeOf(other.Code)).ToList();
        if (equals.Count > 1 && !_order.SaysLeast(nearest.Code, [.. equals.Skip(1).Select(entry => entry.Code)]))
            return NoAnswer(MapRelation.Unknown, group, AllSayMore) with { Provenance = nearest.Provenance, Alternatives = [AlternativeOf(nearest.Code), .. others.Take(MostAlternatives - 1)], Lost = [] };
        var lost = group.Where(member => !nearest.Members.Any(own => own.Entity.Contains(member.Entity))).Select(TitleOf).ToList();
        return new()
        {
            Codes = nearest.Codes,
            Relation = lost.Count > 0 ? MapRelation.RelatedTo : MapRelation.SourceIsBroaderThanTarget,
            Provenance = nearest.Provenance,
            Lost = lost,
            Alternatives = others,
            NeedsReview = true,
        };
    }

    /// <summary>A stem that is divided, where nothing leads back from itself: the code of all its subdivisions, if it is one, or the choice among theirs.</summary>
    private BackAnswer? FromBelow(BackMember stem, List<BackMember> group, bool isDivided)
    {
        var answers = stem.Entity.Children.Where(child => child.IsSelectable).Select(child => MapFirst([new(0, 0, child, IsStem: true)], new([], [])).Answer).ToList();
        if (answers.Count == 0 || answers.Exists(answer => answer.Codes.Count != 1 || answer.NeedsReview)) return null;
        var codes = answers.Select(answer => answer.Codes[0]).Distinct().ToList();
        var provenance = new Provenance(ProvenanceKind.Inverse, [.. answers.SelectMany(answer => answer.Provenance.Sources).Distinct()]);
        if (codes is [var one]) return new() { Codes = [one], Relation = MapRelation.SourceIsNarrowerThanTarget, Provenance = provenance, Lost = [.. group.Select(TitleOf)] };
        return isDivided ? null : NoAnswer(MapRelation.Unknown, group, Divided) with { Provenance = provenance, Alternatives = [.. Subdivisions(codes, null)], Lost = [] };
    }

    /// <summary>First how much is covered, exactly rather than from above; then who says no more than the expression.</summary>
    private static (int Covered, int Exact, int Safety) Rank(BackEntry entry, BackEntry.Coverage cover, WhoWayBack.Row? who)
    {
        var safety = entry.Relation switch
        {
            _ when entry.Rule is not null => 5,
            MapRelation.Equivalent => 4,
            _ when who?.Code == entry.Code => 3,
            MapRelation.SourceIsNarrowerThanTarget => 2,
            MapRelation.RelatedTo => 1,
            _ => 0,
        };
        return (cover.Used.Count + cover.Beside, cover.Exact, safety);
    }

    private BackAnswer WhoAnswer(WhoWayBack.Row row, Entity entity, List<BackMember> group)
    {
        var others = Subdivisions(row.Subdivisions, row.Code).ToList();
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

    private BackAnswer Unknown(in ClusterExpression expression)
    {
        var diagnostics = _crosswalk.Validator.Validate(in expression).Diagnostics;
        return new() { Relation = MapRelation.Unknown, Provenance = new(ProvenanceKind.None, []), Reason = new(Why(MessageLanguage.Bokmal), Why(MessageLanguage.English)) };

        string Why(MessageLanguage language) => string.Join(" ", diagnostics.Select(diagnostic => diagnostic.Describe(language, _crosswalk.Titles)));
    }

    private MapText TitleOf(BackMember member) => NameOf(member.Entity);

    private MapAlternative AlternativeOf(Icd10Code code) => new(code.ToString(), TextOf(code));

    private MapText TextOf(Icd10Code code) => _crosswalk.Edition.TryFind(code, out var entity) ? NameOf(entity) : new(code.ToString(), code.ToString());

    private MapText NameOf(Entity entity) => new(DisplayTitle.Of(entity, "nb", _crosswalk.Titles).Within("nb"), DisplayTitle.Of(entity, "en", _crosswalk.Titles).Within("en"));

    /// <param name="Stems">The stems that the codes before this one say: an asterisk code may stand beside them.</param>
    /// <param name="Codes">Those codes.</param>
    private sealed record Said(List<BackMember> Stems, IReadOnlyList<Icd10Code> Codes)
    {
        public HashSet<Icd10Code> Categories { get; } = [.. Codes.Select(code => code.Category)];
    }

    /// <param name="Entry">What was chosen.</param>
    /// <param name="Answer">What it says.</param>
    /// <param name="Used">The members that it answers.</param>
    private sealed record Found(BackEntry Entry, BackAnswer Answer, List<BackMember> Used);
}
