using Icd.Core.Codes;
using Icd.Core.Expressions;
using Icd.Core.Postcoordination;
using Icd.Core.Releases;

namespace Icd.Mapping.Dual;

/// <summary>Derives the missing side of a diagnosis, checks that two sides agree, and derives anew for another release.</summary>
/// <remarks>Safe for concurrent use.</remarks>
public sealed class DualCoding
{
    private readonly Crosswalk _crosswalk;
    private readonly Lazy<BackCrosswalk> _back;
    private readonly TimeProvider _time;

    /// <summary>Dual coding over a crosswalk.</summary>
    /// <param name="crosswalk">The crosswalk.</param>
    /// <param name="time">The clock; the system's where none is given.</param>
    /// <param name="back">The crosswalk's inverse, where there is one already.</param>
    public DualCoding(Crosswalk crosswalk, TimeProvider? time = null, Lazy<BackCrosswalk>? back = null)
    {
        ArgumentNullException.ThrowIfNull(crosswalk);
        (_crosswalk, _time) = (crosswalk, time ?? TimeProvider.System);
        _back = back ?? new(() => new(crosswalk));
    }

    /// <summary>A diagnosis that was entered in ICD-10: one code, or a pair of dagger and asterisk code.</summary>
    /// <exception cref="ArgumentException">There are no codes, or several that are no pair.</exception>
    public DualRegistration FromIcd10(params IReadOnlyList<Icd10Code> codes)
    {
        var answer = Derive(codes);
        return Registration(CodingSide.Icd10, codes, answer.Expression, answer.Relation, answer.Provenance, answer.NeedsReview);
    }

    /// <summary>A diagnosis that was entered in ICD-11.</summary>
    /// <exception cref="ArgumentException">The expression is <c>default</c>.</exception>
    public DualRegistration FromIcd11(in ClusterExpression expression)
    {
        if (expression.Count == 0) throw new ArgumentException("There is no expression.", nameof(expression));
        var answer = _back.Value.Map(in expression);
        return Registration(CodingSide.Icd11, answer.Codes, expression, answer.Relation, answer.Provenance, answer.NeedsReview);
    }

    private DualRegistration Registration(CodingSide entered, IReadOnlyList<Icd10Code> icd10, ClusterExpression icd11, MapRelation relation, Provenance provenance, bool needsReview) => new()
    {
        Icd10 = icd10,
        Icd11 = icd11,
        Entered = entered,
        Edition = _crosswalk.Edition.Key.ReleaseId,
        Release = _crosswalk.Release.Key.ReleaseId,
        Time = _time.GetUtcNow(),
        Relation = relation,
        Provenance = provenance.ToString(),
        NeedsReview = needsReview,
    };

    /// <summary>The same diagnosis with its derived side derived anew; the entered side is never touched.</summary>
    /// <param name="registration">A registration, perhaps of an earlier release.</param>
    /// <returns>The new registration, and what changed; empty where nothing did.</returns>
    public (DualRegistration Registration, IReadOnlyList<MapText> Changes) DeriveAnew(DualRegistration registration)
    {
        ArgumentNullException.ThrowIfNull(registration);
        var now = registration.Entered == CodingSide.Icd10 ? FromIcd10(registration.Icd10) : FromIcd11(registration.Icd11);
        var changes = new List<MapText>();
        if (now.Icd11 != registration.Icd11) changes.Add(new($"ICD-11: {Shown(registration.Icd11)} er nå {Shown(now.Icd11)}.", $"ICD-11: {Shown(registration.Icd11)} is now {Shown(now.Icd11)}."));
        if (!now.Icd10.SequenceEqual(registration.Icd10)) changes.Add(new($"ICD-10: {Shown(registration.Icd10)} er nå {Shown(now.Icd10)}.", $"ICD-10: {Shown(registration.Icd10)} is now {Shown(now.Icd10)}."));
        if (now.Relation != registration.Relation) changes.Add(new($"Forholdet {registration.Relation} er nå {now.Relation}.", $"The relation {registration.Relation} is now {now.Relation}."));
        // Without a change the earlier derivation stands, with its time.
        return changes.Count == 0 && now.Release == registration.Release && now.Edition == registration.Edition ? (registration, []) : (now, changes);
    }

    /// <summary>Whether ICD-10 codes and an ICD-11 expression say the same diagnosis.</summary>
    /// <exception cref="ArgumentException">There are no codes, or several that are no pair; or there is no expression.</exception>
    public DualCheck Check(IReadOnlyList<Icd10Code> codes, in ClusterExpression expression)
    {
        if (expression.Count == 0) throw new ArgumentException("There is no expression.", nameof(expression));
        var answer = Derive(codes);
        var verdict = _crosswalk.Validator.Validate(in expression);
        if (verdict.Kind is VerdictKind.Invalid or VerdictKind.NotEvaluated)
        {
            return new(DualVerdict.NotJudged,
                [.. verdict.Diagnostics.Where(diagnostic => diagnostic.Severity is DiagnosticSeverity.Error or DiagnosticSeverity.NotEvaluated).Select(diagnostic => new MapText(diagnostic.Describe(MessageLanguage.Bokmal, _crosswalk.Titles), diagnostic.Describe(MessageLanguage.English, _crosswalk.Titles)))], answer);
        }

        if (!answer.HasTarget)
            return new(DualVerdict.NotJudged, [answer.Reason ?? new("ICD-10-siden har ikke noe mål i ICD-11.", "The ICD-10 side has no target in ICD-11.")], answer);
        var derived = answer.Expression;
        var (has, lacks) = (Says(in expression, in derived), Says(in derived, in expression));
        if (has && lacks) return new(OfEqual(answer.Relation), Reasons(answer, null), answer);
        foreach (var alternative in answer.Alternatives)
        {
            if (ClusterExpression.TryParse(alternative.Target, out var other) && Says(in expression, in other))
                return new(DualVerdict.Icd10Broader, [new($"ICD-11 er ett av flere mål: {alternative.Condition.Bokmal}.", $"ICD-11 is one of several targets: {alternative.Condition.English}.")], answer);
        }

        if (has)
        {
            // Both say more than the common target; whether they say the same more, only the way back can tell.
            if (answer.Lost.Count == 0) return new(DualVerdict.Icd10Broader, [new($"ICD-11 sier mer enn {derived}, som koden svarer til.", $"ICD-11 says more than {derived}, which the code corresponds to.")], answer);
            return LeadsBack(codes, in expression)
                ? new(DualVerdict.Consistent, [new("ICD-11 fører tilbake til samme ICD-10-kode.", "ICD-11 leads back to the same ICD-10 code.")], answer)
                : new(DualVerdict.NotJudged, Reasons(answer, new("Begge sider sier mer enn det de har felles.", "Both sides say more than what they have in common.")), answer);
        }

        if (lacks) return new(DualVerdict.Icd11Broader, [new($"ICD-10 svarer til {derived}, som sier mer.", $"ICD-10 corresponds to {derived}, which says more.")], answer);
        if (LeadsBack(codes, in expression)) return new(DualVerdict.Icd10Broader, [new("ICD-11 fører tilbake til samme ICD-10-kode.", "ICD-11 leads back to the same ICD-10 code.")], answer);
        // A target that the parent or a coarse row stands in for proves no contradiction below it.
        if (answer.Relation == MapRelation.RelatedTo || (answer.Provenance.Kind == ProvenanceKind.ParentFallback && SharesBlock(in expression, in derived)))
            return new(DualVerdict.NotJudged, Reasons(answer, new("ICD-10-koden har bare et omtrentlig mål.", "The ICD-10 code has an approximate target only.")), answer);
        return new(DualVerdict.Contradictory, [new($"ICD-10 svarer til {derived}, ikke {expression}.", $"ICD-10 corresponds to {derived}, not {expression}.")], answer);
    }

    private MapAnswer Derive(IReadOnlyList<Icd10Code> codes) => codes switch
    {
        [var one] => _crosswalk.Map(one),
        [var one, var other] => _crosswalk.MapPair(one, other) ?? throw new ArgumentException($"{one} and {other} are no pair of dagger and asterisk code.", nameof(codes)),
        _ => throw new ArgumentException($"A diagnosis has one ICD-10 code or a pair; there are {codes.Count}.", nameof(codes)),
    };

    private bool LeadsBack(IReadOnlyList<Icd10Code> codes, in ClusterExpression expression)
    {
        var back = _back.Value.Map(in expression);
        return back.Codes.Count == codes.Count && codes.All(code => back.Codes.Any(other => other.WithoutMark == code.WithoutMark));
    }

    private static DualVerdict OfEqual(MapRelation relation) => relation switch
    {
        MapRelation.Equivalent => DualVerdict.Consistent,
        MapRelation.SourceIsNarrowerThanTarget => DualVerdict.Icd11Broader,
        MapRelation.SourceIsBroaderThanTarget => DualVerdict.Icd10Broader,
        _ => DualVerdict.NotJudged,
    };

    private static List<MapText> Reasons(MapAnswer answer, MapText? first)
    {
        var reasons = new List<MapText>();
        if (first is not null) reasons.Add(first);
        reasons.AddRange(answer.Lost.Select(lost => new MapText($"Bare ICD-10 sier: {lost.Bokmal}.", $"Only ICD-10 says: {lost.English}.")));
        reasons.AddRange(answer.Added.Select(added => new MapText($"Bare ICD-11 sier: {added.Bokmal}.", $"Only ICD-11 says: {added.English}.")));
        if (reasons.Count == 0) reasons.Add(new("Begge sider sier det samme.", "Both sides say the same."));
        return reasons;
    }

    /// <summary>Whether one expression says all that the other says: each of its members, or something below it.</summary>
    private bool Says(in ClusterExpression one, in ClusterExpression other)
    {
        for (var i = 0; i < other.Count; i++)
        {
            if (!TryFind(other[i], out var wanted)) return false;
            // "Unspecified" says no more than its parent.
            if (wanted.Residual == Residual.Unspecified && wanted.Parent is { } parent) wanted = parent;
            var found = false;
            for (var j = 0; j < one.Count && !found; j++) found = TryFind(one[j], out var had) && wanted.Contains(had);
            if (!found) return false;
        }

        return true;
    }

    private bool SharesBlock(in ClusterExpression one, in ClusterExpression other) =>
        TryFind(one[0], out var first) && TryFind(other[0], out var second) && first.Groupings.LastOrDefault() == second.Groupings.LastOrDefault();

    private bool TryFind(ClusterMember member, out Entity entity) => member.IsUri ? _crosswalk.Release.TryFind(member.Uri, out entity) : _crosswalk.Release.TryFind(member.Code, out entity);

    private static string Shown(in ClusterExpression expression) => expression.Count == 0 ? "-" : expression.ToString();

    private static string Shown(IReadOnlyList<Icd10Code> codes) => codes.Count == 0 ? "-" : string.Join(' ', codes);
}
