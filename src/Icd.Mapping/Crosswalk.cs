using Icd.Core.Codes;
using Icd.Core.Expressions;
using Icd.Core.Postcoordination;
using Icd.Core.Releases;
using Icd.Mapping.Rules;
using Icd.Mapping.Who;

namespace Icd.Mapping;

/// <summary>Answers from Norwegian ICD-10 to ICD-11.</summary>
/// <remarks>
/// <para>An authored rule comes first, then WHO's row for the code, then the nearest parent that has an answer. Every target is judged
/// by <see cref="ExpressionValidator"/>; what it refuses is not given as an answer.</para>
/// <para>An answer is worked out when it is first asked for and kept: one for each code of the edition at most. Safe for concurrent use.</para>
/// </remarks>
public sealed class Crosswalk
{
    /// <summary>A rule may build on an answer that builds on another; more steps than this are a circle.</summary>
    private const int MaxDepth = 6;

    private readonly ExpressionValidator _validator;
    private readonly CrosswalkRules _rules;
    private readonly RuleExpansion _expansion;
    private readonly TargetTexts _texts;
    private readonly WhoAnswers? _who;
    private readonly ReleaseCarrier? _carrier;
    private readonly MapAnswer?[] _answers;

    [ThreadStatic]
    private static int _depth;

    /// <summary>A crosswalk over releases that are open already; <see cref="Open"/> finds them in a catalog.</summary>
    /// <param name="icd10">The Norwegian edition whose codes are answered.</param>
    /// <param name="validator">Judges targets, over the MMS release whose codes rules and tables are written in.</param>
    /// <param name="rules">Our rules.</param>
    /// <param name="who">WHO's tables; <see langword="null"/> where they are not imported.</param>
    /// <param name="carryTo">A later MMS release that answers are carried over to, by the URIs of their entities.</param>
    /// <param name="titles">Where titles come from that the MMS release lacks; may be <see langword="null"/>.</param>
    public Crosswalk(Release icd10, ExpressionValidator validator, CrosswalkRules rules, WhoCrosswalk? who, ExpressionValidator? carryTo = null, ReleaseCatalog? titles = null)
    {
        ArgumentNullException.ThrowIfNull(icd10);
        ArgumentNullException.ThrowIfNull(validator);
        ArgumentNullException.ThrowIfNull(rules);
        if (icd10.Classification != Classification.Icd10) throw new ArgumentException($"{icd10.Key} is not an edition of ICD-10.", nameof(icd10));
        (Edition, _validator, _rules, Who, Titles) = (icd10, validator, rules, who, titles);
        _texts = new(icd10, validator.Axes.Release, titles);
        _who = who is null ? null : new(who, icd10, validator, _texts);
        _expansion = new(rules, validator, AnswerOf);
        _carrier = carryTo is null ? null : new(validator.Axes.Release, carryTo);
        _answers = new MapAnswer[icd10.Count];
    }

    /// <summary>The Norwegian edition whose codes are answered.</summary>
    public Release Edition { get; }

    /// <summary>The MMS release whose codes the targets are.</summary>
    public Release Release => Validator.Axes.Release;

    /// <summary>Judges expressions of <see cref="Release"/>.</summary>
    public ExpressionValidator Validator => _carrier?.Validator ?? _validator;

    /// <summary>WHO's tables, or <see langword="null"/> where they are not imported.</summary>
    public WhoCrosswalk? Who { get; }

    /// <summary>Where titles come from that the MMS release lacks.</summary>
    internal ReleaseCatalog? Titles { get; }

    /// <summary>What tells these rules from others: <see cref="CrosswalkRules.Fingerprint"/>.</summary>
    public string RulesFingerprint => _rules.Fingerprint;

    /// <summary>All codes of the edition that may be used, in its order.</summary>
    public IEnumerable<Icd10Code> Codes => Edition.Entities.Where(entity => entity.IsSelectable && entity.Kind == EntityKind.Category).Select(entity => entity.Icd10Code);

    /// <summary>Our rules of the way back, with their expressions in the codes of <see cref="Release"/>; without those whose codes it lacks.</summary>
    internal IEnumerable<(BackRule Rule, ClusterExpression Expression)> BackRules
    {
        get
        {
            foreach (var rule in _rules.BackRules)
            {
                var expression = rule.Expression;
                if (_carrier is null) yield return (rule, expression);
                else if (_carrier.TryCarry(in expression, out var carried, out _)) yield return (rule, carried);
            }
        }
    }

    /// <summary>The crosswalk that a catalog's releases allow.</summary>
    /// <param name="catalog">The data directory, and what the program carries.</param>
    /// <param name="release">The MMS release that targets should be of; <c>default</c> for the newest.</param>
    /// <param name="rules">Our rules; <see cref="CrosswalkRules.Default"/> where none are given.</param>
    /// <returns><see langword="null"/> where the catalog has no Norwegian ICD-10 or no such MMS release.</returns>
    /// <exception cref="ReleaseFormatException">A file is damaged.</exception>
    public static Crosswalk? Open(ReleaseCatalog catalog, ReleaseId release = default, CrosswalkRules? rules = null)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        // Our own tables need no release: they are read while releases are opened.
        var authored = Task.Run(() => rules ?? CrosswalkRules.Default);
        var mms = release.IsNone ? catalog.Newest(Classification.Mms) : catalog.Find(Classification.Mms, release);
        if (mms is null || catalog.Newest(Classification.Icd10) is not { } icd10) return null;
        // Tables of a later release than the one in use name entities that it may lack; they serve where there are no others.
        var who = WhoCrosswalk.Newest(catalog.DataDirectory, mms.Key.ReleaseId) ?? WhoCrosswalk.Newest(catalog.DataDirectory);
        var written = who?.Release ?? CrosswalkRules.WrittenFor;
        var validator = new ExpressionValidator(new StemAxes(mms));
        rules = authored.GetAwaiter().GetResult();
        // Rules and tables speak the codes of one release. Where it is there too, its entities' URIs lead to the release in use.
        if (!mms.Key.IsStarter && written != mms.Key.ReleaseId && catalog.Find(Classification.Mms, written) is { } own) return new(icd10, new(new StemAxes(own)), rules, who, validator, catalog);
        return new(icd10, validator, rules, who, titles: catalog);
    }

    /// <summary>The same crosswalk for another edition of the Norwegian list.</summary>
    public Crosswalk Over(Release icd10) => new(icd10, _validator, _rules, Who, _carrier?.Validator, Titles);

    /// <summary>The answer for a code.</summary>
    /// <param name="code">With or without a mark; a code that the edition lacks is answered by its international meaning, where WHO's table has it.</param>
    public MapAnswer Map(Icd10Code code)
    {
        if (!Edition.TryFind(code, out var entity)) return Carry(Evaluate(code.ToString("N", null), isListed: false));
        // Two threads may both work it out; the answers are equal and either may stay.
        return _answers[entity.Index] ??= Carry(Evaluate(code.ToString("N", null), entity.IsSelectable));
    }

    /// <summary>The answer for a dagger and an asterisk code: one cluster, the underlying disease first.</summary>
    /// <param name="one">One of the codes; marks decide which is which, where they are given.</param>
    /// <param name="other">The other one.</param>
    /// <returns><see langword="null"/> where the two are no such pair.</returns>
    public MapAnswer? MapPair(Icd10Code one, Icd10Code other) =>
        DaggerPair.TryOrder(one, other, out var dagger, out var asterisk) ? Carry(EvaluatePair(dagger, asterisk)) : null;

    /// <summary>Checks that every rule yields valid expressions for every code of the edition that it is for.</summary>
    /// <returns>What is wrong, a sentence each.</returns>
    public IEnumerable<string> Problems() => new RuleCheck(this, _rules, _expansion, _validator.Axes.Release).Problems().Concat(new BackRuleCheck(Edition, _validator).Problems(_rules.BackRules));

    private MapAnswer Carry(MapAnswer answer) => _carrier is null ? answer : _carrier.Carry(answer);

    private MapAnswer Evaluate(string code, bool isListed = true)
    {
        if (++_depth > MaxDepth)
        {
            _depth--;
            throw new InvalidOperationException($"The rules for {code} build on each other in a circle.");
        }

        try
        {
            string? refused = null;
            if (FromRule(code, ref refused) is { } authored) return authored;
            if (_who?.Find(code, ref refused) is { } who) return who;
            if (isListed && FromParent(code) is { } parent) return parent;
            return Nothing(code, refused);
        }
        finally
        {
            _depth--;
        }
    }

    private MapAnswer? FromRule(string code, ref string? refused)
    {
        if (!_rules.TryFind(code, "", out var rule)) return null;
        try
        {
            return _expansion.Expand(rule, code, "");
        }
        catch (InvalidRuleException exception)
        {
            refused = exception.Message;
            return null;
        }
    }

    private MapAnswer? FromParent(string code)
    {
        for (var length = code.Length - 1; length >= 3; length--)
        {
            var parent = code[..length];
            if (Evaluate(parent, isListed: false) is not { HasTarget: true } answer) continue;
            return answer with
            {
                Relation = answer.Relation.Then(MapRelation.SourceIsNarrowerThanTarget),
                Provenance = new(ProvenanceKind.ParentFallback, [Display(parent), .. answer.Provenance.Sources]),
                LostLater = mapped => [_texts.LostBetween(code, mapped.Expression), .. answer.Lost],
            };
        }

        return null;
    }

    private MapAnswer Nothing(string code, string? refused)
    {
        if (refused is not null)
            return new() { Relation = MapRelation.Unknown, Provenance = new(ProvenanceKind.None, []), NeedsReview = true, Reason = new($"Regelen for {Display(code)} gir ikke noe gyldig mål: {refused}", $"The rule for {Display(code)} yields no valid target: {refused}") };
        if (Who is null)
        {
            return new()
            {
                Relation = MapRelation.Unknown,
                Provenance = new(ProvenanceKind.None, []),
                Reason = new("Ingen av våre regler gjelder koden, og WHOs overgangstabeller er ikke importert (icd data import).", "No rule of ours is for the code, and WHO's mapping tables are not imported (icd data import)."),
            };
        }

        return new()
        {
            Relation = MapRelation.NotRelatedTo,
            Provenance = new(ProvenanceKind.None, [$"WHO {Who.Release} 10To11MapToOneCategory"]),
            NeedsReview = true,
            Reason = new($"Verken {Display(code)} eller en overordnet kode har et mål med kode i WHOs tabell.", $"Neither {Display(code)} nor a parent has a target with a code in WHO's table."),
        };
    }

    private MapAnswer EvaluatePair(Icd10Code dagger, Icd10Code asterisk)
    {
        var (first, second) = (dagger.ToString("N", null), asterisk.ToString("N", null));
        if (_rules.TryFind(first, second, out var rule) && _expansion.Expand(rule, first, second) is { } authored) return authored;
        return DaggerPair.Join(Evaluate(first), Evaluate(second), dagger, asterisk, _validator);
    }

    private MapAnswer? AnswerOf(string code, RuleTemplate.Segment segment)
    {
        string? ignored = null;
        return segment.Kind switch
        {
            RuleTemplate.SegmentKind.Parent => code.Length > 3 ? Evaluate(code[..^1]) : null,
            RuleTemplate.SegmentKind.Who => _who?.Find(code, ref ignored),
            _ => Evaluate(segment.Text),
        };
    }

    private static string Display(string code) => Icd10Code.Parse(code).ToString("D", null);
}
