using System.Text.Json;
using Icd.Api.Fhir.Protocol;

namespace Icd.Api.Fhir.ValueSets;

/// <summary>What a value set is: its metadata and its clauses.</summary>
internal sealed record ValueSetDefinition
{
    public string? Url { get; init; }

    public string? Version { get; init; }

    public string? Name { get; init; }

    public string? Title { get; init; }

    public string Status { get; init; } = "active";

    public bool? Experimental { get; init; }

    public string? Date { get; init; }

    public string? Publisher { get; init; }

    public string? Description { get; init; }

    public IReadOnlyList<Clause> Includes { get; init; } = [];

    public IReadOnlyList<Clause> Excludes { get; init; } = [];

    /// <summary>The client's resource, where it is one.</summary>
    public JsonElement Source { get; init; }

    /// <summary>What messages call it.</summary>
    public string Reference => new Canonical(Url ?? "(value set without url)", Version).ToString();
}

/// <summary>An include or exclude.</summary>
/// <param name="System">The code system; <see langword="null"/> where only other value sets are named.</param>
/// <param name="Version">The version that is asked for.</param>
/// <param name="Concepts">The enumerated codes as written; <see langword="null"/> where nothing is enumerated.</param>
/// <param name="Filters">All must hold.</param>
/// <param name="ValueSets">All must contain the code.</param>
internal sealed record Clause(string? System, string? Version, IReadOnlyList<string>? Concepts, IReadOnlyList<ClauseFilter> Filters, IReadOnlyList<Canonical> ValueSets)
{
    public static Clause Is(string op, string system, string version, string code) => new(system, version, null, [new("concept", op, code)], []);
}

/// <summary>A condition on concepts.</summary>
internal sealed record ClauseFilter(string Property, string Op, string Value);
