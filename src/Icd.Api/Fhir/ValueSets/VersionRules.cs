using Icd.Api.Fhir.Protocol;
using Icd.Api.Fhir.Systems;

namespace Icd.Api.Fhir.ValueSets;

/// <summary>Which version of a code system a request means: <c>system-version</c>, <c>check-system-version</c> and <c>force-system-version</c>.</summary>
internal sealed class VersionRules(Terminology terminology, OperationInput input)
{
    private readonly List<Canonical> _default = Read(input, "system-version"), _check = Read(input, "check-system-version"), _force = Read(input, "force-system-version");

    /// <summary>The version to use for a system.</summary>
    /// <param name="system">The system.</param>
    /// <param name="stated">The version that a value set or coding states.</param>
    /// <param name="expression">What an issue points to.</param>
    /// <exception cref="FhirException">It is not loaded, or not the one demanded.</exception>
    public CodeSystemVersion Resolve(string system, string? stated, string expression = "system")
    {
        var found = terminology.Get(system, Stated(system, stated), expression);
        if (Of(_check, system) is { } demanded && demanded != found.Version)
            throw new FhirException(422, TxIssue.Error("exception", "version-error", $"The version '{found.Version}' is not allowed for system '{system}': required to be '{demanded}' by a version-check parameter", expression, "VALUESET_VERSION_CHECK"));
        return found;
    }

    /// <summary>The version that the rules make of what is stated; <see langword="null"/> for the newest.</summary>
    public string? Stated(string system, string? stated) => Of(_force, system) ?? stated ?? Of(_default, system) ?? Of(_check, system);

    private static string? Of(List<Canonical> rules, string system)
    {
        foreach (var rule in rules)
        {
            if (Terminology.Normal(rule.Url) == Terminology.Normal(system)) return rule.Version;
        }

        return null;
    }

    private static List<Canonical> Read(OperationInput input, string name)
    {
        var rules = input.All(name).Select(Canonical.Parse).ToList();
        return rules.TrueForAll(rule => rule.Version is not null) ? rules : throw FhirException.Invalid($"The parameter {name} must be system|version.", name);
    }
}
