using System.Globalization;
using Icd.Core.Codes;
using Icd.Core.Releases;

namespace Icd.Api.Fhir.Systems;

/// <summary>A code system of WHO's, whose entities have URIs.</summary>
internal abstract class UriCodeSystem(ReleaseCatalog catalog, StringComparison comparison) : CodeSystemVersion(catalog, comparison)
{
    protected const string WhoCopyright = "World Health Organization (WHO), CC BY-ND 3.0 IGO. Titles in Norwegian are not WHO's.";

    public sealed override string Publisher => "World Health Organization (WHO)";

    public override string Copyright => WhoCopyright;

    /// <summary>Which kind of URI this system's are.</summary>
    protected abstract Linearization Linearization { get; }

    /// <summary>Finds an entity by a URI of this system.</summary>
    /// <param name="code">A text that begins like a URI.</param>
    /// <param name="entity">The entity, or <c>default</c>.</param>
    /// <param name="why">Why there is none.</param>
    protected bool TryFindUri(string code, out Entity entity, out string why)
    {
        entity = default;
        why = "";
        // Only the canonical spelling: https and leading zeros would be second codes for the same concept.
        if (!EntityUri.TryParse(code, out var uri) || uri.ToString() != code) return false;
        if (uri.Linearization != Linearization)
        {
            why = uri.Linearization == Linearization.Foundation ? "It is an entity of the Foundation, which is another code system." : "It is an entity of another code system.";
            return false;
        }

        if (!uri.Release.IsNone && uri.Release.ToString() != Version)
        {
            why = $"It names release {uri.Release}; this is {Version}.";
            return false;
        }

        foreach (var tree in Trees)
        {
            if (tree.TryFind(uri.Id, uri.Residual, out entity) && Holds(entity)) return true;
        }

        entity = default;
        return false;
    }

    /// <summary>Finds an entity by WHO's number alone.</summary>
    protected bool TryFindId(string code, out Entity entity)
    {
        entity = default;
        // Chapters have numbers of two digits; no entity's number is so short.
        return code.Length > 2 && code[0] != '0' && uint.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && Trees[0].TryFind(id, Residual.None, out entity);
    }

    /// <summary>What every entity has: its place, its URI, and whether it can be chosen.</summary>
    protected void DescribePlace(Entity entity, List<ConceptProperty> properties)
    {
        if (UriOf(entity) is { } uri) properties.Add(ConceptProperty.OfCode("id", uri));
        if (ShortCodeOf(entity) is { } code) properties.Add(ConceptProperty.OfCode("code", code));
        if (entity.Parent is { } parent && UriOf(parent) is { } above) properties.Add(ConceptProperty.OfCode("parent", above));
        foreach (var child in entity.Children.Where(Holds)) properties.Add(ConceptProperty.OfCode("child", UriOf(child)!));
        properties.Add(ConceptProperty.OfCode("classKind", KindOf(entity)));
        if (entity.BlockId is { } block) properties.Add(ConceptProperty.OfCode("blockId", block));
    }

    public static string KindOf(Entity entity) => entity.Kind switch
    {
        EntityKind.Chapter => "chapter",
        EntityKind.Block => "block",
        EntityKind.Window => "window",
        _ => "category",
    };

    protected static IReadOnlyList<PropertyDefinition> PlaceProperties { get; } =
    [
        new("id", "code", "The unversioned entity URI"),
        new("parent", "code", "The entity directly above, as URI"),
        new("child", "code", "An entity directly below, as URI"),
        new("classKind", "code", "chapter, block or category"),
        new("blockId", "code", "WHO's identifier of a block"),
        new("definition", "string", "WHO's definition, where the release has it"),
        new("longDefinition", "string", "WHO's longer definition, where the release has it"),
        new("inclusion", "string", "An inclusion term"),
        new("exclusion", "string", "An exclusion"),
        new("indexTerm", "string", "A term of WHO's index"),
        new("codingNote", "string", "A coding note"),
        new("titleAuthored", "boolean", "true where the display is our wording, not WHO's"),
    ];
}
