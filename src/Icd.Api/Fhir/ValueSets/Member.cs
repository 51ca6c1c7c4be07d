using Icd.Api.Fhir.Systems;
using Icd.Core.Releases;

namespace Icd.Api.Fhir.ValueSets;

/// <summary>A member of an expansion.</summary>
/// <param name="System">Its code system.</param>
/// <param name="Entity">The entity; <c>default</c> for an expression.</param>
/// <param name="Enumerated">The concept as the value set wrote it; <see langword="null"/> where it was not enumerated.</param>
/// <param name="Run">Members of one run may be nested by the tree; 0 for those that stand alone.</param>
internal readonly record struct Member(CodeSystemVersion System, Entity Entity, Concept? Enumerated, int Run)
{
    /// <summary>The code to write: as it was enumerated.</summary>
    public string Code => Enumerated?.Asked ?? System.CodeOf(Entity);

    public string Display(string language) => Enumerated is { IsExpression: true } expression ? expression.Display(language) : System.TitleOf(Entity, language);

    public bool IsAbstract => !Entity.IsNone && System.IsAbstract(Entity);

    public Concept Concept => Enumerated ?? new(System, System.CodeOf(Entity), Entity);

    /// <summary>What two members with the same concept share.</summary>
    public (CodeSystemVersion, Entity, string?) Identity => (System, Entity, Enumerated is { IsExpression: true } expression ? expression.Identity : null);
}
