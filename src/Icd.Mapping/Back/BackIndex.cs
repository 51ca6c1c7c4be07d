using Icd.Core.Codes;
using Icd.Core.Expressions;
using Icd.Core.Releases;

namespace Icd.Mapping;

/// <summary>What leads back from each stem: authored rules of the way back, the inverse of all answers of a crosswalk, and the inverse of their alternatives.</summary>
internal sealed class BackIndex
{
    private readonly Dictionary<int, List<BackEntry>> _byStem = [];
    private readonly Dictionary<int, List<BackEntry>> _alternatives = [];
    private readonly Dictionary<int, Icd10Code> _agents = [];

    public BackIndex(Crosswalk crosswalk)
    {
        foreach (var (rule, expression) in crosswalk.BackRules)
            Add(_byStem, expression, members => new(rule.Codes, members, rule.Relation, new(ProvenanceKind.AuthoredRule, [rule.Origin])) { Rule = rule });
        foreach (var code in crosswalk.Codes)
        {
            var answer = crosswalk.Map(code);
            if (!answer.HasTarget) continue;
            Add(_byStem, answer.Expression, members => new([code], members, answer.Relation.Inverse(), new(ProvenanceKind.Inverse, [$"{code} -> {answer.Expression}", .. answer.Provenance.Sources])));
            if (AgentOf(crosswalk.Release, code, answer) is { } agent) _agents.TryAdd(agent.Index, code);
            // What a code means under a condition that it does not say itself, it holds. WHO's further rows have no conditions.
            if (answer.Provenance.Kind != ProvenanceKind.AuthoredRule) continue;
            foreach (var alternative in answer.Alternatives)
            {
                if (ClusterExpression.TryParse(alternative.Target, out var expression))
                    Add(_alternatives, expression, members => new([code], members, Holds(code, answer, members) ? MapRelation.SourceIsNarrowerThanTarget : MapRelation.RelatedTo, new(ProvenanceKind.Inverse, [$"{code} -> {expression}, {alternative.Condition.English}", .. answer.Provenance.Sources])));
            }
        }

        void Add(Dictionary<int, List<BackEntry>> index, in ClusterExpression expression, Func<BackMember[], BackEntry> make)
        {
            if (BackMember.Resolve(crosswalk.Release, in expression) is not { } members) return;
            if (!index.TryGetValue(members[0].Entity.Index, out var entries)) index[members[0].Entity.Index] = entries = [];
            entries.Add(make(members));
        }
    }

    /// <summary>The entries of an entity, and those of its "unspecified", which says the same.</summary>
    public IEnumerable<BackEntry> Entries(Entity entity) => Find(_byStem, entity);

    /// <summary>The entries that alternatives make, likewise.</summary>
    public IEnumerable<BackEntry> Alternatives(Entity entity) => Find(_alternatives, entity);

    /// <summary>The supplementary code of ICD-10 for an infectious agent: B96.2 for Escherichia coli.</summary>
    public bool TryFindAgent(Entity extension, out Icd10Code code)
    {
        for (Entity? at = extension; at is { IsSelectable: true } entity; at = entity.Parent)
        {
            if (_agents.TryGetValue(entity.Index, out code)) return true;
        }

        code = default;
        return false;
    }

    /// <summary>Whether a code surely holds what an alternative of its names: not where the code itself loses something, nor where the alternative is a residual that the condition picks from.</summary>
    private static bool Holds(Icd10Code code, MapAnswer answer, BackMember[] members) =>
        BackOrder.IsNationalKey(code)
        || (!MapRelations.SaysMore(answer.Relation.Inverse()) && (members.Length > 1 || members[0].Entity is not { Residual: Residual.Other } and not { Residual: Residual.Unspecified, Parent.IsSelectable: false }));

    /// <summary>B95 to B98 name agents of diseases in other chapters: the extension code of their target.</summary>
    private static Entity? AgentOf(Release release, Icd10Code code, MapAnswer answer) =>
        code.Category.ToString("N", null) is "B95" or "B96" or "B97" or "B98" && answer.Expression.Count == 2 && release.TryFind(answer.Expression[1].Code, out var agent) && agent.IsExtension ? agent : null;

    /// <summary>Whether a stem is a manifestation, whose disease ICD-10 names before it by a dagger code.</summary>
    public bool IsManifestation(Entity entity)
    {
        var entries = Entries(entity).ToList();
        return entries.Count > 0 && entries.TrueForAll(entry => entry.Codes.Count > 0 && DaggerPair.IsAsterisk(entry.Codes[^1]));
    }

    private static IEnumerable<BackEntry> Find(Dictionary<int, List<BackEntry>> index, Entity entity)
    {
        var own = index.GetValueOrDefault(entity.Index, []);
        return entity.ResidualChild(Residual.Unspecified) is { } unspecified && index.TryGetValue(unspecified.Index, out var more) ? own.Concat(more) : own;
    }
}
