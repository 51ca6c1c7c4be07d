using Icd.Core.Codes;
using Icd.Core.Releases;
using Icd.Search;

namespace Icd.Api.Who;

/// <summary>Searches of a linearization or, without codes, of the Foundation.</summary>
internal sealed class WhoSearch(WhoRequest request, Linearization linearization, bool isFoundation = false)
{
    /// <summary>How many hits an answer has at most; a person reads fewer.</summary>
    private const int MostHits = 100;

    /// <summary>How many hits words are taken from, and how deep filters look that the engine has not.</summary>
    private const int Depth = 300;

    private const string AsTitle = "Title", AsSynonym = "Synonym";

    /// <summary>Chapters that medical coding leaves out unless they are named: functioning (V), traditional medicine (26), extension codes (X).</summary>
    private static readonly string[] SpecialChapters = ["26", "V", "X"];

    private ReleaseCatalog Catalog => request.Loaded.Catalog;

    /// <summary>Answers a search.</summary>
    public SearchAnswer Search(WhoSearchParameters parameters)
    {
        var id = Guid.NewGuid().ToString();
        var words = new QueryWords(parameters.Text, parameters.IsOpen);
        var found = Find(parameters);
        var answers = found.Take(MostHits).Select(hit => Destination(hit, parameters, words)).ToList();
        var suggestions = parameters.IncludeKeywords ? WordSuggestions.Of(words, [.. found.Select(hit => (TextsOf(hit), (double)hit.Score))]) : null;
        return new()
        {
            DestinationEntities = parameters.IsFlat ? answers : Nested(answers, found),
            UniqueSearchId = id,
            ResultChopped = found.Count > MostHits,
            WordSuggestionsChopped = suggestions?.IsChopped ?? false,
            GuessType = suggestions?.GuessType ?? 0,
            Words = suggestions?.Words,
        };
    }

    /// <summary>The best code for a text.</summary>
    public AutocodeAnswer Autocode(WhoSearchParameters parameters, double threshold)
    {
        if (Find(parameters) is not [var best, ..] || Math.Min(best.Score, 1) < threshold) return new(parameters.Text);
        var isTitle = best.MatchedText == request.Languages.TitleOf(Catalog, best.Entity).Text;
        var score = Math.Min(best.Score, 1);
        return new(parameters.Text)
        {
            MatchingText = best.MatchedText,
            TheCode = isFoundation ? null : best.Code,
            FoundationUri = WhoAddress.Foundation(best.Entity),
            LinearizationUri = isFoundation ? null : WhoAddress.Of(best.Entity),
            MatchLevel = IsSame(best.MatchedText, parameters.Text) ? 0 : Math.Clamp(1 + (int)((1 - score) * 6), 1, 4),
            MatchScore = Math.Round(score, 4),
            MatchType = 0,
            IsTitle = isTitle,
            Provenance = best.MatchProvenance is { Length: > 0 } who ? who : null,
        };
    }

    private IReadOnlyList<SearchHit> Find(WhoSearchParameters parameters)
    {
        // The engine takes a word without a space behind it for the beginning of one.
        var query = parameters.IsOpen ? parameters.Text : parameters.Text + " ";
        var options = new SearchOptions
        {
            Systems = SearchSystems.Icd11,
            Limit = Depth,
            SelectableOnly = parameters.CodedOnly,
            IncludeHeadings = !parameters.CodedOnly,
            Subtrees = Subtrees(parameters),
        };
        return
        [
            .. request.Loaded.SearchOf(linearization.Release).Search(query, options).Hits
                // What only our lexicon knows has no address in this release.
                .Where(hit => !hit.Entity.IsNone && (!isFoundation || hit.Entity.Residual == Residual.None))
                .Where(hit => parameters.IsFlexible || hit.AnswersWholeQuery)
                .Where(hit => parameters.Properties is not { } properties || properties.Contains(PropertyOf(hit), StringComparer.OrdinalIgnoreCase)),
        ];
    }

    /// <summary>The chapters and subtrees asked for; <see langword="null"/> for everything.</summary>
    private HashSet<Entity>? Subtrees(WhoSearchParameters parameters)
    {
        var release = linearization.Release;
        // Chapters of ICF have no numbers that a filter of ICD's chapters could mean.
        var hasChapters = release.Classification == Classification.Mms;
        var chapters = !hasChapters ? null
            : parameters.Chapters is { } named ? [.. release.Roots.Where(chapter => named.Contains(chapter.Code))]
            : parameters.CodedOnly ? release.Roots.Where(chapter => !SpecialChapters.Contains(chapter.Code)).ToHashSet()
            : null;
        if (parameters.Subtrees is not { } subtrees) return chapters;
        var roots = subtrees.Select(uri => release.TryFind(uri, out var root) ? root : (Entity?)null).OfType<Entity>();
        return [.. roots.Where(root => chapters is null || chapters.Contains(root.Chapter))];
    }

    private DestinationEntity Destination(SearchHit hit, WhoSearchParameters parameters, QueryWords words)
    {
        var entity = hit.Entity;
        var title = request.Languages.TitleOf(Catalog, entity);
        var isTitle = hit.MatchedText == title.Text;
        var (inTitle, hasAll) = (words.In(title.Text, out var all), all);
        var marked = isTitle && hit.Highlights.Count > 0 ? hit.Highlights : inTitle;
        var isImportant = IsSame(hit.MatchedText, parameters.Text);
        var score = Math.Round(hit.Score, 4);
        var traits = Traits(entity);
        return new()
        {
            Id = isFoundation ? WhoAddress.Foundation(entity) : WhoAddress.Of(entity),
            StemId = isFoundation ? WhoAddress.Foundation(entity) : WhoAddress.Of(entity),
            Title = FoundHtml.Mark(title.Text, parameters.IsHighlighted ? marked : []),
            TheCode = isFoundation ? null : entity.Code,
            Chapter = entity.Chapter.Code,
            IsLeaf = entity.IsLeaf,
            Score = score,
            Important = isImportant,
            TitleIsASearchResult = isTitle || hasAll,
            TitleIsTopScore = isTitle,
            MatchingPVs = isTitle ? [] : [new(PropertyOf(hit), FoundHtml.Mark(hit.MatchedText, parameters.IsHighlighted ? hit.Highlights : []), score, isImportant)
            {
                FoundationUri = entity.Residual == Residual.None ? WhoAddress.Foundation(entity) : null,
                Provenance = hit.MatchProvenance is { Length: > 0 } who ? who : null,
            }],
            PostcoordinationAvailability = isFoundation ? 0 : Availability(entity),
            HasCodingNote = traits.Contains(TermKind.CodingNote),
            HasMaternalChapterLink = traits.Contains(TermKind.RelatedInMaternalChapter),
            HasPerinatalChapterLink = traits.Contains(TermKind.RelatedInPerinatalChapter),
            IsResidualOther = entity.Residual == Residual.Other,
            IsResidualUnspecified = entity.Residual == Residual.Unspecified,
            IsTitleAuthored = title.IsAuthored ? true : null,
        };
    }

    /// <summary>Hits under their nearest ancestor that is a hit too. An ancestor is worth at least what it holds, so that the list stays in order.</summary>
    private static IReadOnlyList<DestinationEntity> Nested(List<DestinationEntity> answers, IReadOnlyList<SearchHit> hits)
    {
        var places = new Dictionary<Entity, int>(answers.Count);
        for (var i = 0; i < answers.Count; i++) places[hits[i].Entity] = i;
        var below = new List<int>?[answers.Count];
        var top = new List<int>();
        for (var i = 0; i < answers.Count; i++)
        {
            var above = hits[i].Entity.Ancestors.Select(ancestor => places.GetValueOrDefault(ancestor, -1)).FirstOrDefault(place => place >= 0, -1);
            if (above < 0) top.Add(i);
            else (below[above] ??= []).Add(i);
        }

        return [.. top.Select(Build).OrderByDescending(entity => entity.Score)];

        DestinationEntity Build(int place)
        {
            if (below[place] is not { } children) return answers[place];
            DestinationEntity[] descendants = [.. children.Select(Build).OrderByDescending(entity => entity.Score)];
            return answers[place] with { Descendants = descendants, Score = Math.Max(answers[place].Score, descendants[0].Score) };
        }
    }

    private int Availability(Entity entity) =>
        EntityView.AxesOf(linearization, entity) is { Count: > 0 } axes ? axes.Any(axis => axis.IsRequired) ? 2 : 1 : 0;

    private HashSet<TermKind> Traits(Entity entity) => [.. Catalog.TermsOf(entity).Select(term => term.Kind)];

    /// <summary>WHO's name for what matched. A title in another language than the one shown is another name.</summary>
    private string PropertyOf(SearchHit hit)
    {
        if (hit.MatchedText == request.Languages.TitleOf(Catalog, hit.Entity).Text) return AsTitle;
        return Catalog.TermsOf(hit.Entity).FirstOrDefault(term => term.Text == hit.MatchedText)?.Kind.ToString() ?? AsSynonym;
    }

    /// <summary>What words are taken from: the name that matched, unless it is one of ICD-10's abbreviated ones, and the title in the reader's own language.</summary>
    private IReadOnlyList<string> TextsOf(SearchHit hit)
    {
        var title = request.Languages.TitleOf(Catalog, hit.Entity);
        return [.. hit.Kind == MatchKind.Bridged ? [] : (string[])[hit.MatchedText], .. title.Language == request.Languages.First ? (string[])[title.Text] : []];
    }

    private static bool IsSame(string text, string query) => text.Equals(query.Trim(), StringComparison.OrdinalIgnoreCase);
}
