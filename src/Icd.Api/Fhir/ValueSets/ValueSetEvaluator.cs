using Icd.Api.Fhir.Protocol;
using Icd.Api.Fhir.Systems;
using Icd.Core.Releases;

namespace Icd.Api.Fhir.ValueSets;

/// <summary>Works out what is in a value set, for one request.</summary>
internal sealed class ValueSetEvaluator(ValueSetSource source, VersionRules versions)
{
    /// <summary>Value sets that import each other many times over could keep the server busy for ever.</summary>
    private const int MostSteps = 500_000;

    private readonly List<string> _open = [];
    private readonly HashSet<string> _checked = new(StringComparer.Ordinal);
    private readonly Dictionary<(Clause, CodeSystemVersion), Func<Concept, bool>> _tests = new(ClauseIdentity.Instance);
    private readonly List<CodeSystemVersion> _systems = [];
    private readonly List<ValueSetDefinition> _valueSets = [];
    private int _run, _steps;

    /// <summary>The versions of code systems that were used.</summary>
    public IReadOnlyList<CodeSystemVersion> UsedSystems => _systems;

    /// <summary>The value sets that were imported.</summary>
    public IReadOnlyList<ValueSetDefinition> UsedValueSets => _valueSets;

    /// <summary>Where a coding's version is not the one that the value set is made of.</summary>
    public string? Mismatch { get; private set; }

    /// <summary>Finds the code systems and value sets that a value set is made of, so that <see cref="UsedSystems"/> and <see cref="UsedValueSets"/> are known.</summary>
    /// <exception cref="FhirException">One of them is unknown, or the value set imports itself.</exception>
    public void Prepare(ValueSetDefinition definition)
    {
        CheckImports(definition);
        foreach (var clause in _valueSets.Prepend(definition).SelectMany(valueSet => valueSet.Includes))
        {
            if (clause.System is not null) Use(clause);
        }
    }

    /// <summary>All members in the order of the includes, inside one in the classification's order, each once. Worked out as they are asked for.</summary>
    public IEnumerable<Member> Members(ValueSetDefinition definition)
    {
        Step(definition);
        var seen = new HashSet<(CodeSystemVersion, Entity, string?)>();
        // A single walk of the tree meets nothing twice.
        var isOnce = definition.Includes is [{ System: not null, Concepts: null }];
        var excluded = definition.Excludes.Select(Test).ToList();
        foreach (var include in definition.Includes)
        {
            foreach (var member in MembersOf(include))
            {
                if ((isOnce || seen.Add(member.Identity)) && !(excluded.Count > 0 && excluded.Exists(test => test(member.Concept)))) yield return member;
            }
        }
    }

    /// <summary>Whether a concept is a member.</summary>
    public bool Contains(ValueSetDefinition definition, Concept concept)
    {
        CheckImports(definition);
        return Holds(definition, concept);
    }

    private bool Holds(ValueSetDefinition definition, Concept concept)
    {
        Step(definition);
        return definition.Includes.Any(include => Test(include)(concept)) && !definition.Excludes.Any(exclude => Test(exclude)(concept));
    }

    private IEnumerable<Member> MembersOf(Clause clause)
    {
        if (clause.System is null)
        {
            var first = Import(clause.ValueSets[0]);
            var others = clause.ValueSets.Skip(1).Select(Import).ToList();
            return Members(first).Where(member => others.TrueForAll(other => Holds(other, member.Concept)));
        }

        var system = Use(clause);
        var members = clause.Concepts is { } codes ? Enumerated(system, codes) : Filtered(system, clause);
        return clause.ValueSets.Count == 0 ? members : members.Where(member => clause.ValueSets.All(reference => Holds(Import(reference), member.Concept)));
    }

    /// <summary>Codes that do not exist are left out.</summary>
    private static IEnumerable<Member> Enumerated(CodeSystemVersion system, IReadOnlyList<string> codes)
    {
        foreach (var code in codes)
        {
            if (system.Locate(code).Concept is { } concept) yield return new(system, concept.Entity, concept, 0);
        }
    }

    private IEnumerable<Member> Filtered(CodeSystemVersion system, Clause clause)
    {
        var filters = clause.Filters.Select(filter => CompiledFilter.Of(filter, system)).ToArray();
        var run = Array.TrueForAll(filters, filter => filter.IsSubtree) ? ++_run : 0;
        var top = Array.Find(filters, filter => !filter.Top.IsNone)?.Top;
        foreach (var tree in top is { } only ? [only.Release] : system.Trees)
        {
            // A plain loop: all of MMS is looked through while somebody types.
            var end = top?.Index + top?.DescendantCount + 1 ?? tree.Count;
            for (var index = top?.Index ?? 0; index < end; index++)
            {
                var entity = tree[index];
                if (system.Holds(entity) && Passes(filters, entity)) yield return new(system, entity, null, run);
            }
        }
    }

    private static bool Passes(CompiledFilter[] filters, Entity entity)
    {
        foreach (var filter in filters)
        {
            if (!filter.Passes(entity)) return false;
        }

        return true;
    }

    /// <summary>Whether a concept meets a clause.</summary>
    private Func<Concept, bool> Test(Clause clause)
    {
        Func<Concept, bool> own = _ => true;
        if (clause.System is { } url)
        {
            own = concept =>
            {
                if (Terminology.Normal(url) != concept.System.Url) return false;
                var system = Use(clause, concept.System.Version);
                if (system.Version != concept.System.Version)
                {
                    Mismatch ??= $"The code system '{url}' version '{system.Version}' in the ValueSet include is different to the one in the value ('{concept.System.Version}')";
                    return false;
                }

                if (!_tests.TryGetValue((clause, system), out var test)) _tests[(clause, system)] = test = OwnTest(clause, system);
                return test(concept);
            };
        }

        return concept => own(concept) && clause.ValueSets.All(reference => Holds(Import(reference), concept));
    }

    private static Func<Concept, bool> OwnTest(Clause clause, CodeSystemVersion system)
    {
        if (clause.Concepts is { } codes)
        {
            var known = codes.Select(code => system.Locate(code).Concept?.Identity).OfType<string>().ToHashSet(StringComparer.Ordinal);
            return concept => known.Contains(concept.Identity);
        }

        var filters = clause.Filters.Select(filter => CompiledFilter.Of(filter, system)).ToList();
        return concept => filters.Count == 0 || (!concept.IsExpression && filters.TrueForAll(filter => filter.Passes(concept.Entity)));
    }

    private CodeSystemVersion Use(Clause clause, string? otherwise = null)
    {
        var system = versions.Resolve(clause.System!, clause.Version ?? otherwise);
        if (!_systems.Contains(system)) _systems.Add(system);
        return system;
    }

    private ValueSetDefinition Import(Canonical reference)
    {
        var found = source.Find(reference) ?? throw source.Unknown(reference);
        if (!_valueSets.Contains(found)) _valueSets.Add(found);
        return found;
    }

    private void Step(ValueSetDefinition definition)
    {
        if (++_steps > MostSteps) throw new FhirException(422, TxIssue.Error("too-costly", "too-costly", $"The value set {definition.Reference} takes too much work: it imports others too many times over."));
    }

    /// <summary>Follows imports as far as they lead: none may be unknown, and none may lead back.</summary>
    private void CheckImports(ValueSetDefinition definition)
    {
        if (definition.Url is not null && _open.Contains(definition.Reference))
            throw new FhirException(422, TxIssue.Error("processing", "vs-invalid", $"The value set {definition.Reference} imports itself: {string.Join(" -> ", _open)} -> {definition.Reference}"));
        _open.Add(definition.Reference);
        foreach (var imported in definition.Includes.Concat(definition.Excludes).SelectMany(clause => clause.ValueSets).Select(Import))
        {
            if (_open.Contains(imported.Reference) || _checked.Add(imported.Reference)) CheckImports(imported);
        }

        _open.RemoveAt(_open.Count - 1);
    }

    /// <summary>Clauses are told apart by what they are, not by what they say: their lists are long.</summary>
    private sealed class ClauseIdentity : IEqualityComparer<(Clause Clause, CodeSystemVersion System)>
    {
        public static ClauseIdentity Instance { get; } = new();

        public bool Equals((Clause Clause, CodeSystemVersion System) x, (Clause Clause, CodeSystemVersion System) y) => ReferenceEquals(x.Clause, y.Clause) && x.System == y.System;

        public int GetHashCode((Clause Clause, CodeSystemVersion System) pair) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(pair.Clause);
    }
}
