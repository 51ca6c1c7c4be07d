using Icd.Core.Expressions;
using Icd.Core.Postcoordination;

namespace Icd.Mapping.Rules;

/// <summary>Turns a rule's target into an expression for one code, part by part, leaving out by name what the stem does not take.</summary>
internal sealed class RuleExpansion
{
    private readonly CrosswalkRules _rules;
    private readonly ExpressionValidator _validator;
    private readonly Func<string, RuleTemplate.Segment, MapAnswer?> _answerOf;

    /// <param name="rules">Where schemes are found.</param>
    /// <param name="validator">Judges what a stem takes.</param>
    /// <param name="answerOf">The answer that a slot refers to, for a code; <see langword="null"/> where there is none.</param>
    public RuleExpansion(CrosswalkRules rules, ExpressionValidator validator, Func<string, RuleTemplate.Segment, MapAnswer?> answerOf) =>
        (_rules, _validator, _answerOf) = (rules, validator, answerOf);

    /// <summary>The answer of a rule for a code; <see langword="null"/> where an answer that it builds on is missing.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="code">The code; the dagger code of a pair.</param>
    /// <param name="asterisk">The asterisk code of a pair; empty for a single code.</param>
    /// <param name="isChecking">Whether an alternative that is not valid is an error too, rather than left out.</param>
    /// <exception cref="InvalidRuleException">The rule does not yield a valid expression.</exception>
    public MapAnswer? Expand(CrosswalkRule rule, string code, string asterisk, bool isChecking = false)
    {
        if (rule.Target is null) return new() { Relation = MapRelation.NotRelatedTo, Provenance = new(ProvenanceKind.AuthoredRule, [rule.Origin]), NeedsReview = rule.NeedsReview, Reason = rule.Reason };
        if (Fragments(rule.Target, rule, code, asterisk) is not { } fragments) return null;

        var built = Assemble(fragments, rule, code);
        IReadOnlyList<MapText> added = rule.Added;
        IReadOnlyList<string> sources = [rule.Origin];
        var (relation, review, isBuiltOn) = (rule.Relation, rule.NeedsReview, false);
        foreach (var fragment in fragments)
        {
            if (fragment.Answer is { } answer)
            {
                isBuiltOn = true;
                if (answer.Extension is null) relation = relation.Then(answer.Relation);
                if (answer.Added.Count > 0) added = [.. added, .. answer.Added];
                sources = [.. sources, .. answer.Provenance.Sources];
                review |= answer.NeedsReview && answer.Extension is null;
            }

            if (fragment.Value is not { } value) continue;
            sources = [.. sources, value.Origin];
            relation = relation.Then(fragment.Fit);
            if (MapRelations.SaysMore(fragment.Fit) && value.Added is { } more) added = [.. added, more];
        }

        var hasAlternatives = rule.Alternatives.Count > 0 || fragments.Exists(fragment => fragment.Value is { Alternatives.Count: > 0 } || fragment.Answer is { Extension: null });
        var expanded = new MapAnswer
        {
            Expression = built,
            Relation = relation,
            Provenance = new(ProvenanceKind.AuthoredRule, sources),
            Lost = isBuiltOn ? [] : Lost(rule, fragments),
            LostLater = isBuiltOn ? _ => Lost(rule, fragments) : null,
            Added = added,
            NeedsReview = review,
            Reason = rule.Reason,
            AlternativesLater = hasAlternatives && !isChecking ? answer => Alternatives(rule, fragments, code, asterisk, answer.Expression, isChecking: false) : null,
        };
        return hasAlternatives && isChecking ? expanded with { Alternatives = Alternatives(rule, fragments, code, asterisk, in built, isChecking) } : expanded;
    }

    private static IReadOnlyList<MapText> Lost(CrosswalkRule rule, List<Fragment> fragments)
    {
        var lost = rule.Lost;
        foreach (var fragment in fragments)
        {
            if (fragment.Answer is { Lost.Count: > 0 } answer) lost = [.. lost, .. answer.Lost];
            if (fragment is { Loses: true, Value: { } value }) lost = [.. lost, value.Meaning];
        }

        return lost;
    }

    private List<MapAlternative> Alternatives(CrosswalkRule rule, List<Fragment> fragments, string code, string asterisk, in ClusterExpression built, bool isChecking)
    {
        var alternatives = new List<MapAlternative>();
        foreach (var alternative in rule.Alternatives)
        {
            try
            {
                if (Fragments(alternative.Target, rule, code, asterisk) is { } others) Add(Assemble(others, rule, code), alternative.Condition, in built);
            }
            catch (InvalidRuleException) when (!isChecking)
            {
                // A later release has retired a code of it; the check of the rules tells.
            }
        }

        for (var i = 0; i < fragments.Count; i++)
        {
            foreach (var alternative in fragments[i].Value?.Alternatives ?? [])
            {
                var text = string.Concat(fragments.Select((fragment, at) => at == i ? alternative.Target.Text : fragment.Chosen));
                // A part that this stem does not take is no alternative for it.
                if (TryRead(text, out var expression)) Add(expression, alternative.Condition, in built);
            }

            foreach (var alternative in fragments[i].Answer is { Extension: null } taken ? taken.Alternatives : [])
            {
                // What another answer leaves open stays open, with the rest of this rule added to each of its alternatives.
                if (TryAssemble(fragments, i, alternative.Target, out var expression)) Add(expression, alternative.Condition, in built);
            }
        }

        return alternatives;

        void Add(in ClusterExpression expression, MapText condition, in ClusterExpression main)
        {
            var target = expression.ToString();
            if (expression != main && !alternatives.Exists(known => known.Target == target)) alternatives.Add(new(target, condition));
        }
    }

    /// <summary>The target with another text in the place of one piece; the additions are chosen anew, since another stem may take others.</summary>
    private bool TryAssemble(List<Fragment> fragments, int place, string text, out ClusterExpression expression)
    {
        var others = fragments.Select((fragment, at) => at == place ? new Fragment { Chosen = text }
            : fragment.Value is { Candidates: [{ IsAddition: true }, ..] } value ? new Fragment { Value = value }
            : new Fragment { Chosen = fragment.Chosen }).ToList();
        ChooseAdditions(others, out var chosen);
        return TryRead(Text(others), in chosen, out expression);
    }

    /// <summary>The pieces of a target in their order; <see langword="null"/> where an answer that it builds on is missing.</summary>
    private List<Fragment>? Fragments(RuleTemplate target, CrosswalkRule rule, string code, string asterisk)
    {
        var fragments = new List<Fragment>(target.Segments.Length);
        foreach (var segment in target.Segments)
        {
            if (segment.Kind == RuleTemplate.SegmentKind.Literal)
            {
                fragments.Add(new() { Chosen = segment.Text });
            }
            else if (segment.Kind == RuleTemplate.SegmentKind.Scheme)
            {
                fragments.Add(ValueFragment(segment, rule, asterisk.Length > 0 ? code + asterisk : code));
            }
            else
            {
                if (_answerOf(code, segment) is not { } answer || !(answer.HasTarget || answer.Extension is not null)) return null;
                fragments.Add(new() { Chosen = answer.Extension ?? answer.Expression.ToString(), Answer = answer });
            }
        }

        return fragments;
    }

    private Fragment ValueFragment(RuleTemplate.Segment segment, CrosswalkRule rule, string code)
    {
        Span<char> characters = stackalloc char[segment.Places.Length];
        for (var i = 0; i < characters.Length; i++)
        {
            if (segment.Places[i] >= code.Length) throw new InvalidRuleException(rule, code, $"{{{segment.Text}}} asks for a character that {code} does not have");
            characters[i] = code[segment.Places[i]];
        }

        var value = _rules.FindValue(segment.Text, characters) ?? throw new InvalidRuleException(rule, code, $"the scheme {segment.Text} has no value for '{characters}'");
        if (value.Candidates is [{ IsAddition: false } piece, ..]) return new() { Value = value, Chosen = piece.Text, Fit = piece.Fit, Loses = Loses(piece.Fit) };
        return new() { Value = value, Fit = value.Candidates.Length == 0 ? value.Fit : MapRelation.Equivalent, Loses = value.Candidates.Length == 0 && Loses(value.Fit) };
    }

    /// <summary>Puts the pieces together: what is fixed first, then each addition with the first candidate that the expression takes.</summary>
    private ClusterExpression Assemble(List<Fragment> fragments, CrosswalkRule rule, string code)
    {
        ChooseAdditions(fragments, out var chosen);
        var text = Text(fragments);
        return TryRead(text, in chosen, out var expression)
            ? expression
            : throw new InvalidRuleException(rule, code, $"its target {text} is not valid: {WhyNot(text)}");
    }

    /// <param name="fragments">The pieces.</param>
    /// <param name="chosen">What was read of them last, with a whole candidate.</param>
    private void ChooseAdditions(List<Fragment> fragments, out Reading chosen)
    {
        chosen = default;
        foreach (var fragment in fragments)
        {
            if (fragment.Chosen.Length > 0 || fragment.Value is not { Candidates.Length: > 0 } value) continue;
            if (!TryFull(fragments, fragment, value, ref chosen)) ChoosePartly(fragments, fragment, value);
        }
    }

    private bool TryFull(List<Fragment> fragments, Fragment fragment, SchemeValue value, ref Reading chosen)
    {
        foreach (var candidate in value.Candidates)
        {
            fragment.Chosen = candidate.Text;
            var text = Text(fragments);
            if (!TryRead(text, out var expression)) continue;
            chosen = new(text, in expression);
            (fragment.Fit, fragment.Loses) = (candidate.Fit, Loses(candidate.Fit));
            return true;
        }

        return false;
    }

    /// <summary>No candidate fits as a whole: what fits of the first one stays, and the meaning is named as lost.</summary>
    private void ChoosePartly(List<Fragment> fragments, Fragment fragment, SchemeValue value)
    {
        (fragment.Chosen, fragment.Fit, fragment.Loses) = ("", MapRelation.SourceIsNarrowerThanTarget, true);
        var all = value.Candidates[0].Text;
        if (all.LastIndexOfAny(['&', '/']) == 0) return;
        for (var start = 0; start < all.Length;)
        {
            var end = all.AsSpan(start + 1).IndexOfAny('&', '/') is >= 0 and var next ? start + 1 + next : all.Length;
            var before = fragment.Chosen;
            fragment.Chosen = before + all[start..end];
            if (!TryRead(Text(fragments), out _)) fragment.Chosen = before;
            start = end;
        }
    }

    private static bool Loses(MapRelation fit) => fit is MapRelation.SourceIsNarrowerThanTarget or MapRelation.RelatedTo;

    private static string Text(List<Fragment> fragments)
    {
        if (fragments.Count == 1) return fragments[0].Chosen;
        var texts = new string[fragments.Count];
        for (var i = 0; i < texts.Length; i++) texts[i] = fragments[i].Chosen;
        return string.Concat(texts);
    }

    /// <summary>Reads a text, unless it is the one that was read already.</summary>
    private bool TryRead(string text, in Reading known, out ClusterExpression expression)
    {
        if (text != known.Text) return TryRead(text, out expression);
        expression = known.Expression;
        return true;
    }

    private bool TryRead(string text, out ClusterExpression expression) =>
        ClusterExpression.TryParse(text, out expression) && TargetJudge.Accepts(_validator, in expression);

    private string WhyNot(string text) =>
        !ClusterExpression.TryParse(text, out var expression, out var error) ? error.Describe(text)
        : string.Join(" ", _validator.Validate(in expression).Diagnostics.Select(diagnostic => diagnostic.Describe()));

    /// <summary>A text and the valid expression that it is.</summary>
    private readonly struct Reading(string text, in ClusterExpression expression)
    {
        public readonly ClusterExpression Expression = expression;

        public string? Text => text;
    }

    /// <summary>A piece of a target, and what became of it.</summary>
    private sealed class Fragment
    {
        public string Chosen { get; set; } = "";

        public SchemeValue? Value { get; init; }

        public MapAnswer? Answer { get; init; }

        public MapRelation Fit { get; set; } = MapRelation.Equivalent;

        public bool Loses { get; set; }
    }
}
