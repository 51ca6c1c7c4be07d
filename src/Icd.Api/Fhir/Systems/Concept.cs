using System.Globalization;
using Icd.Core.Postcoordination;
using Icd.Core.Releases;

namespace Icd.Api.Fhir.Systems;

/// <summary>A concept of a code system: an entity, or a postcoordinated expression.</summary>
internal sealed class Concept
{
    public Concept(CodeSystemVersion system, string asked, Entity entity) => (System, Asked, Entity) = (system, asked, entity);

    public Concept(CodeSystemVersion system, string asked, IReadOnlyList<ConceptPart> parts, IReadOnlyList<ConceptBinding> bindings) =>
        (System, Asked, Parts, Bindings) = (system, asked, parts, bindings);

    /// <summary>The code system that it was found in.</summary>
    public CodeSystemVersion System { get; }

    /// <summary>The code as it was asked.</summary>
    public string Asked { get; }

    /// <summary>The entity; <c>default</c> for an expression.</summary>
    public Entity Entity { get; }

    /// <summary>The parts of an expression in the order written; empty for an entity.</summary>
    public IReadOnlyList<ConceptPart> Parts { get; } = [];

    /// <summary>Which value of an expression sits on which axis of its stem.</summary>
    public IReadOnlyList<ConceptBinding> Bindings { get; } = [];

    public bool IsExpression => Entity.IsNone;

    /// <summary>What the rules say of an expression that does not make it wrong: required axes without a value above all.</summary>
    public IReadOnlyList<Diagnostic> Remarks { get; init; } = [];

    /// <summary>The short form; <see langword="null"/> where there is none.</summary>
    public string? ShortCode => IsExpression ? System.ShortFormOf(this) : System.ShortCodeOf(Entity);

    /// <summary>The canonical URI form; <see langword="null"/> where the system has no URIs.</summary>
    public string? UriForm => IsExpression
        ? string.Concat(Parts.Select((part, i) => (i == 0 ? "" : part.IsStem ? " / " : " & ") + System.UriOf(part.Entity)))
        : System.UriOf(Entity);

    /// <summary>The display in a language.</summary>
    public string Display(string language)
    {
        if (!IsExpression) return System.TitleOf(Entity, language);
        return string.Concat(Parts.Select((part, i) => i == 0 ? Title(part) : part.IsStem ? " / " + Title(part) : $" [{Title(part)}]"));

        string Title(ConceptPart part) => System.TitleOf(part.Entity, language);
    }

    /// <summary>Whether both say the same: the same entity, or the same stems in the same order, each with the same values in any order.</summary>
    public bool Is(Concept other) => System.Url == other.System.Url && System.Version == other.System.Version && Identity == other.Identity;

    /// <summary>What equal concepts of one system share.</summary>
    public string Identity
    {
        get
        {
            if (!IsExpression) return Entity.Index.ToString(CultureInfo.InvariantCulture) + '#' + Entity.Release.Key;
            var groups = new List<List<int>>();
            foreach (var part in Parts)
            {
                if (part.IsStem) groups.Add([]);
                groups[^1].Add(part.Entity.Index);
            }

            return string.Join('/', groups.Select(group => $"{group[0]}&{string.Join('&', group.Skip(1).Order())}"));
        }
    }
}

/// <summary>A part of an expression: a stem, or a value after <c>&amp;</c>.</summary>
internal readonly record struct ConceptPart(Entity Entity, bool IsStem);

/// <summary>A value on an axis of its stem; both are indexes of parts.</summary>
internal readonly record struct ConceptBinding(int Stem, int Value, string AxisUri);
