using Icd.Core.Expressions;

namespace Icd.Mapping;

/// <summary>What the crosswalk says of an ICD-10 code or pair.</summary>
public sealed record MapAnswer
{
    // An expression has room for 32 members, most have one or two, and a crosswalk keeps tens of thousands of answers.
    private readonly ClusterMember[] _members = [];
    private readonly uint _stems;
    private readonly Later<IReadOnlyList<MapText>>? _lost;
    private readonly Later<IReadOnlyList<MapAlternative>>? _alternatives;

    /// <summary>The target; <c>default</c> where there is none, or none is known.</summary>
    public ClusterExpression Expression
    {
        get
        {
            if (_members.Length == 0) return default;
            var expression = new ClusterExpression(_members[0]);
            for (var i = 1; i < _members.Length; i++) expression = (_stems >> i & 1) != 0 ? expression.WithStem(_members[i]) : expression.WithExtension(_members[i]);
            return expression;
        }
        init
        {
            (_members, _stems) = (new ClusterMember[value.Count], 0);
            for (var i = 0; i < value.Count; i++) (_members[i], _stems) = (value[i], _stems | (value.IsStem(i) ? 1u << i : 0));
        }
    }

    /// <summary>Whether there is a target.</summary>
    public bool HasTarget => _members.Length > 0;

    /// <summary>How the code stands to the target; <see cref="MapRelation.Unknown"/> where the data that are loaded do not tell.</summary>
    public required MapRelation Relation { get; init; }

    /// <summary>Who says so.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>What the code says and the target does not.</summary>
    public IReadOnlyList<MapText> Lost
    {
        get => _lost?.Value ?? field;
        init => (field, _lost) = (value, null);
    } = [];

    /// <summary>What is lost, worked out when it is first asked for: most answers are read for their target alone.</summary>
    internal Func<MapAnswer, IReadOnlyList<MapText>>? LostLater
    {
        init => _lost = value is null ? null : new(this, value);
    }

    /// <summary>What the target says and the code does not.</summary>
    public IReadOnlyList<MapText> Added { get; init; } = [];

    /// <summary>Other targets, each with its condition.</summary>
    public IReadOnlyList<MapAlternative> Alternatives
    {
        get => _alternatives?.Value ?? field;
        init => (field, _alternatives) = (value, null);
    } = [];

    /// <summary>Alternatives that are worked out when they are first asked for.</summary>
    internal Func<MapAnswer, IReadOnlyList<MapAlternative>>? AlternativesLater
    {
        init => _alternatives = value is null ? null : new(this, value);
    }

    /// <summary>Whether a human must choose, because the code joins what ICD-11 keeps apart.</summary>
    public bool NeedsReview { get; init; }

    /// <summary>An extension code that says it on the stem of another diagnosis; by itself it is no expression. <see langword="null"/> for most codes.</summary>
    internal string? Extension { get; init; }

    /// <summary>Why the answer is as it is; <see langword="null"/> where there is nothing to explain.</summary>
    public MapText? Reason { get; init; }

    /// <summary>A part of an answer that is worked out once. Where two threads both do so, the results are equal and either may stay.</summary>
    private sealed class Later<T>(MapAnswer answer, Func<MapAnswer, T> make) where T : class
    {
        public T Value => field ??= make(answer);
    }
}
