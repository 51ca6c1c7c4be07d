using System.Text.RegularExpressions;
using Icd.Api.Fhir.Protocol;
using Icd.Api.Fhir.Systems;
using Icd.Core.Releases;
using Icd.Mapping.Export;

namespace Icd.Api.Fhir.ValueSets;

/// <summary>A filter over one version of a code system.</summary>
/// <param name="Top">The entity whose subtree holds all that can pass; <c>default</c> where that may be anything.</param>
/// <param name="Passes">Whether an entity passes.</param>
/// <param name="IsSubtree">Whether what passes is a subtree, with or without its top: then an expansion is nested.</param>
internal sealed record CompiledFilter(Entity Top, Func<Entity, bool> Passes, bool IsSubtree)
{
    private const int LongestPattern = 256;

    /// <summary>The filters that every system declares, with their operators.</summary>
    public static IReadOnlyList<(string Property, string Description, string[] Operators, string Value)> Declared { get; } =
    [
        ("concept", "The concept and its place in the tree", ["=", "is-a", "descendent-of", "is-not-a", "generalizes", "child-of", "descendent-leaf", "in", "not-in"], "A code, or for in and not-in several with commas"),
        ("code", "The short code", ["=", "regex", "in", "not-in"], "A code; for regex a pattern of the whole code"),
        ("parent", "What stands directly below an entity", ["="], "A code"),
        ("child", "What stands directly above an entity", ["="], "A code"),
        ("notSelectable", "Whether the entity has no code to choose", ["="], "true or false"),
        ("classKind", "chapter, block or category", ["="], "chapter, block or category"),
    ];

    /// <summary>The operators of a filter that a FHIR release has a code for.</summary>
    public static IEnumerable<string> OperatorsIn(FhirVersion version, string[] operators) => operators.Where(op => version == FhirVersion.R5 || op is not ("child-of" or "descendent-leaf"));

    public static CompiledFilter Of(ClauseFilter filter, CodeSystemVersion system)
    {
        var (op, value) = (filter.Op, filter.Value);
        switch (filter.Property, op)
        {
            case ("concept" or "code", "is-a"):
                return Subtree(withTop: true);
            case ("concept" or "code", "descendent-of" or "descendant-of"):
                return Subtree(withTop: false);
            case ("concept" or "code", "is-not-a"):
                var not = Find(value);
                return Test(entity => !not.Contains(entity));
            case ("concept" or "code", "generalizes"):
                var specific = Find(value);
                return Test(entity => entity.Contains(specific));
            case ("concept" or "code", "child-of") or ("parent", "="):
                var parent = Find(value);
                return new(parent, entity => entity.Parent == parent, false);
            case ("concept" or "code", "descendent-leaf"):
                var above = Find(value);
                return new(above, entity => entity != above && entity.IsLeaf, false);
            case ("concept" or "code", "="):
                var same = Find(value);
                return new(same, entity => entity == same, false);
            case ("concept" or "code", "in"):
                var among = value.Split(',').Select(Find).ToHashSet();
                return Test(among.Contains);
            case ("concept" or "code", "not-in"):
                var others = value.Split(',').Select(Find).ToHashSet();
                return Test(entity => !others.Contains(entity));
            case ("code", "regex"):
                var pattern = Pattern(value);
                return Test(entity => system.ShortCodeOf(entity) is { } code && pattern.IsMatch(code));
            case ("child", "="):
                var child = Find(value);
                return Test(entity => child.Parent == entity);
            case ("notSelectable", "=") when value is "true" or "false":
                return Test(entity => system.IsAbstract(entity) == (value == "true"));
            case ("classKind", "="):
                return Test(entity => UriCodeSystem.KindOf(entity) == value);
            default:
                throw Invalid($"the filter '{filter.Property} {op} {value}' is not offered for {system.Url}; see CodeSystem.filter");
        }

        Entity Find(string code)
        {
            var located = system.Locate(code.Trim(' '));
            return located.Concept is { IsExpression: false } concept ? concept.Entity : throw Invalid($"the value '{code}' of the filter '{filter.Property} {op}' is no code of {system.Url} {system.Version}");
        }

        CompiledFilter Subtree(bool withTop)
        {
            // What is below an expression is nothing: it has no place in the hierarchy.
            if (system.Locate(value).Concept is { IsExpression: true }) return Test(_ => false);
            var top = Find(value);
            return new(top, entity => top.Contains(entity) && (withTop || entity != top), true);
        }
    }

    private static CompiledFilter Test(Func<Entity, bool> passes) => new(default, passes, false);

    private static Regex Pattern(string pattern)
    {
        if (pattern.Length > LongestPattern) throw Invalid($"a regular expression has at most {LongestPattern} characters");
        try
        {
            // Without backtracking no pattern can keep the server busy.
            return new($"^(?:{pattern})$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            throw Invalid($"'{pattern}' is no regular expression that is understood here");
        }
    }

    private static FhirException Invalid(string what) => new(422, TxIssue.Error("invalid", "vs-invalid", $"The value set cannot be used: {what}."));
}
