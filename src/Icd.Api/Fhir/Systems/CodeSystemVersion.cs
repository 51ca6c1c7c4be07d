using Icd.Core.Releases;

namespace Icd.Api.Fhir.Systems;

/// <summary>One version of a code system as FHIR sees it, over one or more releases. Immutable; safe for concurrent use.</summary>
internal abstract class CodeSystemVersion(ReleaseCatalog catalog, StringComparison comparison)
{
    /// <summary>The canonical URL.</summary>
    public abstract string Url { get; }

    /// <summary>The release id.</summary>
    public abstract string Version { get; }

    /// <summary>The publisher's name of the system, in English.</summary>
    public abstract string Name { get; }

    /// <summary>What its resources are called here: <c>icd11-mms-2024-01</c>.</summary>
    public abstract string Id { get; }

    /// <summary>Who publishes it.</summary>
    public abstract string Publisher { get; }

    /// <summary>The publisher's terms in a sentence.</summary>
    public abstract string Copyright { get; }

    /// <summary><c>is-a</c> or <c>classified-with</c>.</summary>
    public abstract string HierarchyMeaning { get; }

    /// <summary>Whether its codes may be combined.</summary>
    public abstract bool IsCompositional { get; }

    /// <summary>The releases whose entities are its concepts.</summary>
    public abstract IReadOnlyList<Release> Trees { get; }

    /// <summary>What <see cref="PropertiesOf"/> may give.</summary>
    public abstract IReadOnlyList<PropertyDefinition> Properties { get; }

    /// <summary>The languages that displays can be given in, the default first.</summary>
    public virtual IReadOnlyList<string> Languages => Trees[0].Languages;

    /// <summary>Whether an entity of one of the trees is a concept here.</summary>
    public virtual bool Holds(Entity entity) => true;

    /// <summary>Finds what a text names.</summary>
    public abstract Located Locate(string code);

    /// <summary>The code to write for an entity that nobody asked for by name.</summary>
    public virtual string CodeOf(Entity entity) => ShortCodeOf(entity) ?? UriOf(entity) ?? "";

    /// <summary>The short code; <see langword="null"/> where there is none.</summary>
    public abstract string? ShortCodeOf(Entity entity);

    /// <summary>The canonical unversioned URI; <see langword="null"/> where the system has none.</summary>
    public abstract string? UriOf(Entity entity);

    /// <summary>The short form of an expression; <see langword="null"/> where a part has no short code.</summary>
    public virtual string? ShortFormOf(Concept expression) => null;

    /// <summary>Whether an entity only groups others.</summary>
    public abstract bool IsAbstract(Entity entity);

    /// <summary>The title in a language, where there is one, else in the release's first.</summary>
    public string TitleOf(Entity entity, string language) => Catalog.TitleOf(entity, language).Text;

    /// <summary>Whether the title in a language is ours.</summary>
    public bool IsTitleAuthored(Entity entity, string language) => Catalog.TitleOf(entity, language) is { IsAuthored: true } title && title.Language == language;

    /// <summary>The other names of an entity.</summary>
    public IEnumerable<Designation> DesignationsOf(Entity entity)
    {
        foreach (var language in Languages)
        {
            var title = Catalog.TitleOf(entity, language);
            if (title.Language == language) yield return new(language, title.Text, "display", title.IsAuthored);
        }

        foreach (var term in Catalog.TermsOf(entity))
        {
            if (term.Kind is TermKind.Synonym or TermKind.FullySpecifiedName && term.Text.Length > 0)
                yield return new(term.Language, term.Text, term.Kind == TermKind.Synonym ? "alternate" : "preferred", term.Source.Kind == SourceKind.Authored);
        }
    }

    /// <summary>All that is known of a concept, ordered by code and value.</summary>
    public IReadOnlyList<ConceptProperty> PropertiesOf(Concept concept, string language)
    {
        var properties = new List<ConceptProperty>();
        Describe(concept, language, properties);
        // A stable sort: what belongs together in its own order stays so.
        return [.. properties.OrderBy(property => property.Code, StringComparer.Ordinal).ThenBy(property => property.Value, StringComparer.Ordinal)];
    }

    /// <summary>Adds the properties of a concept.</summary>
    protected abstract void Describe(Concept concept, string language, List<ConceptProperty> properties);

    /// <summary>The titles and terms.</summary>
    protected ReleaseCatalog Catalog => catalog;

    /// <summary>Whether two codes are the same text.</summary>
    protected bool Same(string one, string other) => string.Equals(one, other, comparison);

    /// <summary>The definition and other texts, where the release has them.</summary>
    protected void DescribeTexts(Entity entity, List<ConceptProperty> properties)
    {
        foreach (var term in Catalog.TermsOf(entity))
        {
            var name = term.Kind switch
            {
                TermKind.Definition => "definition",
                TermKind.LongDefinition => "longDefinition",
                TermKind.Inclusion => "inclusion",
                TermKind.Exclusion => "exclusion",
                TermKind.IndexTerm => "indexTerm",
                TermKind.CodingNote => "codingNote",
                _ => null,
            };
            if (name is not null && term.Text.Length > 0) properties.Add(ConceptProperty.OfText(name, term.Text));
        }
    }
}
