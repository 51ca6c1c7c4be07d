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
        var mms = release.IsNone ? catalog.Newest(Classification.Mms) : catalog.Find(Classification.Mms, release);
        if (mms is null || catalog.Newest(Classification.Icd10) is not { } icd10) return null;
        // Tables of a later release than the one in use name entities that it may lack; they serve where there are no others.
        var who = WhoCrosswalk.Newest(catalog.DataDirectory, mms.Key.ReleaseId) ?? WhoCrosswalk.Newest(catalog.DataDirectory);
        var written = who?.Release ?? CrosswalkRules.WrittenFor;
        var validator = new ExpressionValidator(new StemAxes(mms));
        rules ??= CrosswalkRules.Default;
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
    public IEnumerable<string> Problems()
    {
        var used = new HashSet<CrosswalkRule>();
        foreach (var code in Codes)
        {
            if (ProblemOf(code.ToString("N", null), used) is { } problem) yield return problem;
        }

        foreach (var rule in _rules.Rules.Where(rule => rule.IsOfRetiredCode))
        {
            if (used.Contains(rule)) yield return $"{rule.Origin}: {rule.Pattern} is a code of {Edition.Key}, so its rule belongs into another table.";
            else if (ProblemOf(rule.Pattern.Text.Replace(".", "", StringComparison.Ordinal), used) is { } problem) yield return problem;
        }

        foreach (var rule in _rules.Rules)
        {
            if (rule.Asterisk is null && !rule.IsOfRetiredCode && !used.Contains(rule) && !_rules.Rules.Any(other => other.Origin == rule.Origin && used.Contains(other)))
                yield return $"{rule.Origin}: no code of {Edition.Key} is left for this rule ({rule.Pattern}).";
        }

        foreach (var rule in _rules.Rules.Where(rule => rule.Asterisk is not null))
        {
            foreach (var problem in PairProblems(rule)) yield return problem;
        }

        foreach (var problem in _rules.BackRules.SelectMany(BackProblems)) yield return problem;

        // A part with a code that does not exist would be left out everywhere, as if no stem took it.
        foreach (var value in _rules.SchemeValues)
        {
            foreach (var part in value.Candidates.Select(candidate => candidate.Text).Concat(value.Alternatives.Select(alternative => alternative.Target.Text)))
            {
                foreach (var code in part.Split('&', '/').Where(code => code.Length >= 4 && !_validator.Axes.Release.TryFind(code, out _)))
                    yield return $"{value.Origin}: {code} is not in {_validator.Axes.Release.Key}.";
            }
        }
    }

    private string? ProblemOf(string code, HashSet<CrosswalkRule> used)
    {
        try
        {
            if (!_rules.TryFind(code, "", out var rule)) return null;
            used.Add(rule);
            _expansion.Expand(rule, code, "", isChecking: true);
            return null;
        }
        catch (Exception exception) when (exception is InvalidRuleException or InvalidOperationException)
        {
            return exception.Message;
        }
    }

    private List<string> PairProblems(CrosswalkRule rule)
    {
        var texts = Codes.Select(code => code.ToString("N", null)).ToList();
        var (daggers, asterisks) = (texts.FindAll(code => rule.Pattern.Matches(code)), texts.FindAll(code => rule.Asterisk!.Matches(code)));
        if (daggers.Count == 0 || asterisks.Count == 0) return [$"{rule.Origin}: no pair of {Edition.Key} is left for this rule ({rule.Pattern}+{rule.Asterisk})."];
        var problems = new List<string>();
        foreach (var (dagger, asterisk) in daggers.SelectMany(dagger => asterisks.Select(asterisk => (dagger, asterisk))))
        {
            try
            {
                _expansion.Expand(rule, dagger, asterisk, isChecking: true);
            }
            catch (InvalidRuleException exception)
            {
                problems.Add(exception.Message);
            }
        }

        return problems;
    }

    private IEnumerable<string> BackProblems(BackRule rule)
    {
        var expression = rule.Expression;
        if (!TargetJudge.Accepts(_validator, in expression)) yield return $"{rule.Origin}: {expression} is not valid in {_validator.Axes.Release.Key}.";
        foreach (var code in rule.Codes.Concat(rule.Alternatives.SelectMany(other => other.Target.Split(' ').Select(text => Icd10Code.Parse(text)))))
        {
            if (!Edition.TryFind(code, out var entity) || !entity.IsSelectable) yield return $"{rule.Origin}: {code} is not a code of {Edition.Key}.";
        }

        if (rule.Codes.Count > 0 && rule.Codes.All(DaggerPair.IsAsterisk)) yield return $"{rule.Origin}: {rule.Codes[0]} is an asterisk code; write the dagger code before it, joined by +.";
    }

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
            if (FromWho(code, ref refused) is { } who) return who;
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

    private MapAnswer? FromWho(string code, ref string? refused)
    {
        if (Who?.Find(Icd10Code.Parse(code)) is not { Class: WhoTargetClass.Category, Expression.Length: > 0 } row) return null;
        var origin = $"WHO {Who.Release} {(row.Table == WhoTable.OneCategory ? "10To11MapToOneCategory" : row.Table)} row {row.Row}";
        if (Icd11Code.TryParse(row.Expression, out var single) && single.Kind == Icd11CodeKind.Extension && _validator.Axes.Release.TryFind(single, out var extension))
            return OnlyExtension(extension, origin);
        if (!TryRead(row, out var expression))
        {
            refused = $"{origin}: the target {row.Expression} is not valid in {_validator.Axes.Release.Key}.";
            return null;
        }

        var isUnspecified = row.Entity.Residual == Residual.Unspecified && !expression.IsPostcoordinated && SaysUnspecified(code);
        // Equivalent in the Foundation is equivalent here only where the category kept its own place, or its detail, on the way into MMS;
        // "unspecified" below an entity says no more and no less than the entity.
        var isEquivalent = isUnspecified || (row.IsEquivalent && (row.Entity.Id == row.Foundation.Id ? row.Entity.Residual != Residual.Other : expression.IsPostcoordinated));
        var answer = new MapAnswer
        {
            Expression = expression,
            Relation = isEquivalent ? MapRelation.Equivalent : MapRelation.SourceIsNarrowerThanTarget,
            Provenance = new(ProvenanceKind.WhoTable, [origin]),
            Lost = isEquivalent ? [] : [LostBetween(code, in expression)],
        };
        return Who.FindAll(Icd10Code.Parse(code)) is { Count: > 1 } several ? answer with { AlternativesLater = () => AlternativesOf(several, in expression) } : answer;
    }

    private static MapAnswer OnlyExtension(Entity extension, string origin) => new()
    {
        Relation = MapRelation.NotRelatedTo,
        Provenance = new(ProvenanceKind.WhoTable, [origin]),
        Extension = extension.Code,
        Alternatives = [new(extension.Code, new("som tilleggskode på stamkoden for sykdommen", "as an extension code on the stem of the disease"))],
        NeedsReview = true,
        Reason = new($"ICD-11 sier dette med tilleggskoden {extension.Code} på en annen diagnose; alene er den ingen diagnose.", $"ICD-11 says this by the extension code {extension.Code} on another diagnosis; alone it is none."),
    };

    /// <summary>
    /// The Foundation has no residuals, so WHO calls no "unspecified" equivalent. Where both sides say unspecified of the same thing, they are.
    /// </summary>
    private bool SaysUnspecified(string code) =>
        code[^1] == '9' && Edition.TryFind(Icd10Code.Parse(code), out var entity) && entity.Title.Contains("uspes", StringComparison.OrdinalIgnoreCase);

    private List<MapAlternative> AlternativesOf(IReadOnlyList<WhoTarget> several, in ClusterExpression main)
    {
        var alternatives = new List<MapAlternative>();
        foreach (var row in several)
        {
            if (row.Class == WhoTargetClass.Category && TryRead(row, out var expression) && expression != main && !alternatives.Exists(known => known.Target == expression.ToString()))
                alternatives.Add(new(expression.ToString(), TitleOf(in expression, (title, language) => title.Within(language))));
        }

        return alternatives;
    }

    /// <summary>The target of a row in the codes of the release that judges: by URI where the row's own code has gone to another.</summary>
    private bool TryRead(WhoTarget row, out ClusterExpression expression)
    {
        if (!ClusterExpression.TryParse(row.Expression, out expression)) return false;
        if (Who!.Release != _validator.Axes.Release.Key.ReleaseId && row.Entity != default
            && _validator.Axes.Release.TryFind(row.Entity.Id, row.Entity.Residual, out var entity) && entity.Icd11Code != expression[0].Code && entity.IsSelectable
            && !ClusterExpression.TryParse(string.Concat(entity.Code, row.Expression.AsSpan(expression[0].ToString().Length)), out expression)) return false;
        return TargetJudge.Accepts(_validator, in expression);
    }

    private MapAnswer? FromParent(string code)
    {
        for (var length = code.Length - 1; length >= 3; length--)
        {
            var parent = code[..length];
            if (Evaluate(parent, isListed: false) is not { HasTarget: true } answer) continue;
            var expression = answer.Expression;
            return answer with
            {
                Relation = answer.Relation.Then(MapRelation.SourceIsNarrowerThanTarget),
                Provenance = new(ProvenanceKind.ParentFallback, [Display(parent), .. answer.Provenance.Sources]),
                Lost = [LostBetween(code, in expression), .. answer.Lost],
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
            RuleTemplate.SegmentKind.Who => FromWho(code, ref ignored),
            _ => Evaluate(segment.Text),
        };
    }

    /// <summary>What a coarser target loses, where no rule names it: what the code's text says beyond the target's title.</summary>
    private MapText LostBetween(string code, in ClusterExpression target)
    {
        var title = Edition.TryFind(Icd10Code.Parse(code), out var entity) ? entity.Title : Display(code);
        var to = TitleOf(in target, (title, _) => title.Quoted);
        return new($"det «{title}» sier utover {to.Bokmal}", $"what «{title}» says beyond {to.English}");
    }

    private MapText TitleOf(in ClusterExpression expression, Func<DisplayTitle, string, string> form)
    {
        var (nb, en) = (new List<string>(), new List<string>());
        for (var i = 0; i < expression.Count; i++)
        {
            var isKnown = _validator.Axes.Release.TryFind(expression[i].Code, out var entity);
            nb.Add(isKnown ? form(DisplayTitle.Of(entity, "nb", Titles), "nb") : expression[i].ToString());
            en.Add(isKnown ? form(DisplayTitle.Of(entity, "en", Titles), "en") : expression[i].ToString());
        }

        return new(string.Join(", ", nb), string.Join(", ", en));
    }

    private static string Display(string code) => Icd10Code.Parse(code).ToString("D", null);
}
