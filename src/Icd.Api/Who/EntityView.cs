using System.Globalization;
using Icd.Core.Codes;
using Icd.Core.Postcoordination;
using Icd.Core.Releases;

namespace Icd.Api.Who;

/// <summary>Entities as ICD-API v2 describes them.</summary>
internal sealed class EntityView(Linearization linearization, ReaderLanguages languages)
{
    private Release Release => linearization.Release;

    private ReleaseCatalog Catalog => linearization.Loaded.Catalog;

    /// <summary>The root of the linearization.</summary>
    public TopLevel Root() => new()
    {
        Context = WhoAddress.Context("TopLevel"),
        Id = WhoAddress.Root(Release),
        Title = new("en", Release.Title),
        ReleaseId = Release.Key.ReleaseId.ToString(),
        ReleaseDate = ReleaseDate(Release),
        Child = [.. Release.Roots.Select(WhoAddress.Of)],
        BrowserUrl = WhoAddress.Browser(Release, null),
        AvailableLanguages = AvailableLanguages(linearization),
        IsStarter = Release.Key.IsStarter ? true : null,
        Edition = Release.Key.IsStarter ? "Our starter release: a selection in our own words, on WHO's codes and addresses; not WHO's" : null,
    };

    /// <summary>An entity of the linearization.</summary>
    public EntityAnswer Describe(Entity entity, bool ancestors = false, bool descendants = false, bool criteria = false)
    {
        var title = languages.TitleOf(Catalog, entity);
        var terms = TermsByKind(Catalog, entity);
        var isBlock = entity.Kind == EntityKind.Block;
        var codeRange = isBlock && !entity.IsExtension ? CodeRange(entity) : null;
        return WithTexts(new()
        {
            Context = WhoAddress.Context("LinearizationEntity"),
            Id = WhoAddress.Of(entity),
            Title = new(title.Language, title.Text),
            Parent = [Above(entity)],
            Child = NoneIfEmpty(entity.Children.Select(WhoAddress.Of)),
            Ancestor = ancestors ? [.. entity.Ancestors.Select(WhoAddress.Of), WhoAddress.Root(Release)] : null,
            Descendant = descendants ? NoneIfEmpty(entity.Descendants.Select(WhoAddress.Of)) : null,
            BrowserUrl = WhoAddress.Browser(Release, entity),
            Code = entity.Code,
            CodeRange = codeRange,
            ClassKind = NameOf(entity.Kind),
            BlockId = isBlock ? entity.BlockId : null,
            Source = entity.Residual == Residual.None ? entity.FoundationUri.ToString() : null,
            PostcoordinationScale = NoneIfEmpty(Scales(entity)),
            IsAuthored = entity.IsAuthored ? true : null,
            IsTitleAuthored = title.IsAuthored ? true : null,
            IsPrimaryTabulation = entity.IsPrimaryTabulation ? true : null,
        }, terms, languages, Release, criteria);
    }

    /// <summary>One axis of an entity, by its name.</summary>
    public ScaleAnswer? Scale(Entity entity, string axis) => Scales(entity).FirstOrDefault(scale => scale.AxisName.EndsWith($"/{axis}", StringComparison.Ordinal));

    /// <summary>The axes that an entity takes; our profile has them for entities with a code only.</summary>
    public static IReadOnlyList<Axis> AxesOf(Linearization linearization, Entity entity) =>
        linearization.Engines is { } engines && (linearization.Release.HasScales || entity.IsSelectable) ? engines.Validator.Axes.Of(entity) : [];

    /// <summary>The languages that a release is answered in, our Norwegian ones included.</summary>
    public static IReadOnlyList<string> AvailableLanguages(Linearization linearization) =>
        linearization.Release.Classification == Classification.Mms && linearization.Loaded.Catalog.Starter is { } starter
            ? [.. linearization.Release.Languages.Union(starter.Languages.Take(1))]
            : linearization.Release.Languages;

    /// <summary>Which releases have an entity.</summary>
    public static MultiVersion? Versions(WhoRequest request, Classification classification, string id, string? residual)
    {
        var having = Linearization.Releases(request.Loaded, classification).Select(key => Linearization.Of(request.Loaded, key))
            .Select(linearization => linearization.Entity(id, residual)).OfType<Entity>().ToList();
        if (having is not [var newest, ..]) return null;
        var title = request.Languages.TitleOf(request.Loaded.Catalog, newest);
        return new(WhoAddress.Context("MultiVersion"), newest.Uri.ToString(), new(title.Language, title.Text), WhoAddress.Of(newest), [.. having.Select(WhoAddress.Of)]);
    }

    /// <summary>Which releases of a linearization there are.</summary>
    public static MultiVersion? Versions(WhoRequest request, Classification classification)
    {
        var roots = Linearization.Releases(request.Loaded, classification).Select(request.Loaded.Catalog.Open).ToList();
        return roots is [var newest, ..]
            ? new(WhoAddress.Context("MultiVersion"), WhoAddress.Linearization(classification), new("en", newest.Title), WhoAddress.Root(newest), [.. roots.Select(WhoAddress.Root)])
            : null;
    }

    /// <summary>WHO's name of a kind.</summary>
    public static string NameOf(EntityKind kind) => kind switch
    {
        EntityKind.Chapter => "chapter",
        EntityKind.Block => "block",
        EntityKind.Window => "window",
        _ => "category",
    };

    /// <summary>Texts and references, in the reader's language where there are any in it.</summary>
    public static EntityAnswer WithTexts(EntityAnswer answer, ILookup<TermKind, Term> terms, ReaderLanguages languages, Release release, bool criteria)
    {
        return answer with
        {
            FullySpecifiedName = One(TermKind.FullySpecifiedName),
            Definition = One(TermKind.Definition),
            LongDefinition = One(TermKind.LongDefinition),
            CodingNote = One(TermKind.CodingNote),
            DiagnosticCriteria = criteria ? One(TermKind.DiagnosticCriteria) : null,
            NarrowerTerm = Many(TermKind.NarrowerTerm),
            Inclusion = Many(TermKind.Inclusion),
            Exclusion = Many(TermKind.Exclusion),
            // A linearization of WHO's has no synonyms: its index terms hold them.
            IndexTerm = NoneIfEmpty((Many(TermKind.Synonym) ?? []).Concat(Many(TermKind.IndexTerm) ?? [])),
            FoundationChildElsewhere = Many(TermKind.FoundationChildElsewhere),
            RelatedImpairment = Many(TermKind.RelatedImpairment),
            RelatedEntitiesInMaternalChapter = References(TermKind.RelatedInMaternalChapter),
            RelatedEntitiesInPerinatalChapter = References(TermKind.RelatedInPerinatalChapter),
        };

        LanguageText? One(TermKind kind) => languages.Of([.. terms[kind]]) is [var first, ..] ? new(first.Language, first.Text) : null;

        IReadOnlyList<TermAnswer>? Many(TermKind kind) => NoneIfEmpty(languages.Of([.. terms[kind]]).Select(term => Answer(term, release)));

        IReadOnlyList<string>? References(TermKind kind) => NoneIfEmpty(terms[kind].Select(term => term.Reference.ToString()).Distinct());
    }

    /// <summary>What is said of an entity, ours behind what its release says.</summary>
    public static ILookup<TermKind, Term> TermsByKind(ReleaseCatalog catalog, Entity entity) => catalog.TermsOf(entity).ToLookup(term => term.Kind);

    public static IReadOnlyList<T>? NoneIfEmpty<T>(IEnumerable<T> items) => items.ToArray() is { Length: > 0 } some ? some : null;

    private static TermAnswer Answer(Term term, Release release)
    {
        var reference = term.Reference;
        var isLinear = reference != default && reference.Linearization != Core.Codes.Linearization.Foundation;
        return new(new(term.Language, term.Text))
        {
            LinearizationReference = isLinear ? WhoAddress.Of(release, reference).ToString() : null,
            FoundationReference = reference == default || reference.Residual != Residual.None ? null : EntityUri.Create(Core.Codes.Linearization.Foundation, reference.Id).ToString(),
            IsAuthored = term.Source.Kind == SourceKind.Authored ? true : null,
            Kind = term.Kind == TermKind.Synonym ? "synonym" : null,
        };
    }

    private IEnumerable<ScaleAnswer> Scales(Entity entity)
    {
        foreach (var axis in AxesOf(linearization, entity))
        {
            var isAuthored = axis.Authority == AxisAuthority.AuthoredRule;
            yield return new($"{WhoAddress.Of(entity)}/postcoordinationScale/{axis.Name}", axis.Uri, axis.IsRequired ? "true" : "false", axis.AllowMultipleValues.ToString(), [.. axis.Subtrees.Select(WhoAddress.Of)])
            {
                IsAuthored = isAuthored ? true : null,
                Provenance = isAuthored ? axis.Provenance : null,
            };
        }
    }

    /// <summary>The date in the label of WHO's files, <c>2024 Jan 21 - 22:30 UTC</c>; <see langword="null"/> where there is none.</summary>
    private static string? ReleaseDate(Release release)
    {
        foreach (var source in release.Sources)
        {
            if (DateTime.TryParseExact(source.Version.Split(" - ")[0], "yyyy MMM d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                return date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        return null;
    }

    private string Above(Entity entity) => entity.Parent is { } parent ? WhoAddress.Of(parent) : WhoAddress.Root(Release);

    /// <summary>From the first to the last category of a block, without what is below categories.</summary>
    private static string? CodeRange(Entity block)
    {
        var categories = block.Descendants.Where(below => below.Kind == EntityKind.Category && below.Code.Length > 0 && below.Parent!.Value.Kind != EntityKind.Category).ToList();
        return categories.Count == 0 ? null : $"{categories[0].Code}-{categories[^1].Code}";
    }
}
