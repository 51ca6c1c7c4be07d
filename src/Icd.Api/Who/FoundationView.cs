using Icd.Core.Codes;
using Icd.Core.Releases;

namespace Icd.Api.Who;

/// <summary>The Foundation, as far as MMS and ICF show it: their entities but residuals, with one parent each and no codes.</summary>
/// <remarks>WHO's files hold linearizations only; further parents and what lies below a linearization's leaves are not in them.</remarks>
internal sealed class FoundationView
{
    private readonly List<Linearization> _linearizations;
    private readonly WhoRequest _request;

    private FoundationView(WhoRequest request, List<Linearization> linearizations) => (_request, _linearizations) = (request, linearizations);

    /// <summary>What is seen of the Foundation: MMS, then ICF.</summary>
    public IReadOnlyList<Linearization> Linearizations => _linearizations;

    /// <summary>The Foundation in the release that a request names, else in the newest ones; <see langword="null"/> where that is not loaded.</summary>
    public static FoundationView? Of(WhoRequest request)
    {
        var release = request.Query("releaseId");
        var found = ((Classification[])[Classification.Mms, Classification.Icf])
            .Select(classification => release.Length > 0 ? Linearization.Find(request.Loaded, release, classification.Name()) : Linearization.Newest(request.Loaded, classification))
            .OfType<Linearization>().ToList();
        return found.Count > 0 ? new(request, found) : null;
    }

    /// <summary>The root.</summary>
    public TopLevel Root()
    {
        var first = _linearizations[0];
        var view = new EntityView(first, _request.Languages).Root();
        return view with
        {
            Context = WhoAddress.Context("FoundationTopLevel"),
            Id = WhoAddress.FoundationRoot,
            Title = new("en", $"Foundation as shown by {string.Join(" and ", _linearizations.Select(linearization => linearization.Release.Title))}"),
            Child = [.. _linearizations.SelectMany(linearization => linearization.Release.Roots).Select(WhoAddress.Foundation).Distinct()],
            BrowserUrl = $"https://icd.who.int/browse/{first.Release.Key.ReleaseId}/foundation/en",
            SupportedLinearizations = [.. _linearizations.Select(linearization => linearization.Release.Classification.Name())],
            AllReleases = [.. Linearization.Releases(_request.Loaded, Classification.Mms).Concat(Linearization.Releases(_request.Loaded, Classification.Icf))
                .Select(key => key.ReleaseId.ToString()).Distinct().OrderDescending(StringComparer.Ordinal)],
        };
    }

    /// <summary>An entity by its number.</summary>
    public EntityAnswer? Describe(string id)
    {
        if (_linearizations.Select(linearization => linearization.Entity(id)).FirstOrDefault(found => found is not null) is not { } entity) return null;
        var catalog = _request.Loaded.Catalog;
        var title = _request.Languages.TitleOf(catalog, entity);
        var terms = EntityView.TermsByKind(catalog, entity);
        var answer = EntityView.WithTexts(new()
        {
            Context = WhoAddress.Context("FoundationEntity"),
            Id = WhoAddress.Foundation(entity),
            Title = new(title.Language, title.Text),
            Parent = [entity.Parent is { } parent ? WhoAddress.Foundation(parent) : WhoAddress.FoundationRoot],
            Child = EntityView.NoneIfEmpty(Below(entity, terms)),
            Ancestor = _request.Includes("ancestor") ? [.. entity.Ancestors.Select(WhoAddress.Foundation), WhoAddress.FoundationRoot] : null,
            Descendant = _request.Includes("descendant") ? EntityView.NoneIfEmpty(entity.Descendants.Where(IsInFoundation).Select(WhoAddress.Foundation)) : null,
            BrowserUrl = $"https://icd.who.int/browse/{entity.Release.Key.ReleaseId}/foundation/en#{entity.Id}",
            IsAuthored = entity.IsAuthored ? true : null,
            IsTitleAuthored = title.IsAuthored ? true : null,
        }, terms, _request.Languages, entity.Release, _request.Includes("diagnosticCriteria"));
        // What a linearization calls index terms are the Foundation's synonyms; notes on coding are the linearization's own.
        return answer with
        {
            Synonym = answer.IndexTerm,
            IndexTerm = null,
            CodingNote = null,
            FoundationChildElsewhere = null,
        };
    }

    /// <summary>The children in the linearization, and those that it has elsewhere.</summary>
    private static IEnumerable<string> Below(Entity entity, ILookup<TermKind, Term> terms) => entity.Children.Where(IsInFoundation).Select(WhoAddress.Foundation)
        .Concat(terms[TermKind.FoundationChildElsewhere].Where(term => term.Reference != default)
            .Select(term => EntityUri.Create(Core.Codes.Linearization.Foundation, term.Reference.Id).ToString()))
        .Distinct();

    private static bool IsInFoundation(Entity entity) => entity.Residual == Residual.None;
}
