using Icd.Core.Codes;
using Icd.Core.Releases;

namespace Icd.Import.Crawl;

/// <summary>Puts one language of a crawl into the draft of its release.</summary>
internal sealed class CrawledRelease(CrawlJournal journal, Uri server, string language, bool isStarter)
{
    private readonly ReleaseSource _source = new(isStarter ? SourceKind.Authored : SourceKind.WhoApi, server.GetLeftPart(UriPartial.Authority), language, "v2", "");

    public void AddTo(ReleaseDraft draft, IEnumerable<string> chapters)
    {
        var isFirst = draft.Languages.Count == 0;
        draft.Sources.Add(_source);
        // An earlier language may have brought this one along, where the server answered in it for want of a translation.
        if (!draft.Languages.Contains(language)) draft.Languages.Add(language);
        var placed = new HashSet<(uint, Residual)>();
        var known = draft.Entities.ToDictionary(entity => (entity.Id, entity.Residual));
        var open = new Stack<(string Uri, DraftEntity? Parent)>(chapters.Reverse().Select(uri => (uri, (DraftEntity?)null)));
        while (open.TryPop(out var next))
        {
            var (uri, json) = (Parse(next.Uri), new ApiEntity(next.Uri, journal.Get(next.Uri)));
            if (!placed.Add((uri.Id, uri.Residual))) throw new ImportException(server.ToString(), $"{next.Uri} stands in the tree twice", "The server answers differently from ICD-API v2.");
            DraftEntity? entity;
            if (isFirst) entity = Add(draft, next.Parent, uri, json);
            else if (!known.TryGetValue((uri.Id, uri.Residual), out entity)) throw new ImportException(server.ToString(), $"{next.Uri} is there in '{language}' but not in '{draft.Languages[0]}'", "The server's release changed during the crawl: crawl again.");
            AddTexts(draft, entity, json, isFirst);
            // A window shows another part of the tree, which is crawled where it belongs.
            if (entity.Kind == EntityKind.Window) continue;
            foreach (var child in json.Children.Reverse()) open.Push((child, entity));
        }
    }

    private DraftEntity Add(ReleaseDraft draft, DraftEntity? parent, EntityUri uri, ApiEntity json)
    {
        var entity = draft.Add(parent);
        (entity.Id, entity.Residual, entity.Kind, entity.Code, entity.BlockId) = (uri.Id, uri.Residual, json.Kind, json.Code, json.BlockId);
        if (entity.Kind == EntityKind.Category && entity.Code.Length > 0) entity.Traits = EntityTraits.Selectable;
        if (json.IsPrimaryTabulation) entity.Traits |= EntityTraits.PrimaryTabulation;
        if (isStarter && json.IsAuthored) entity.Traits |= EntityTraits.Authored;
        entity.Scales.AddRange(json.Scales(_source));
        return entity;
    }

    private void AddTexts(ReleaseDraft draft, DraftEntity entity, ApiEntity json, bool isFirst)
    {
        var title = json.Title;
        // Our server has Norwegian titles of ours for WHO's entities; in WHO's release they would pass for WHO's.
        var isTaken = isStarter || !json.IsTitleAuthored;
        if (isTaken && LanguageOf(draft, title.Language, isFirst) is { } titleLanguage) entity.Titles[titleLanguage] = title.Text;
        if (entity.Titles.Count == 0)
            throw new ImportException(server.ToString(), $"{entity.Name} has no title of WHO's in '{language}', only one of the server's own", "Name a language of the release first, for example --language en.");
        foreach (var term in json.Terms(_source, isStarter))
        {
            if (term.Text.Length == 0 && isFirst) entity.Terms.Add(term);
            else if (term.Text.Length > 0 && LanguageOf(draft, term.Language, isFirst) is { } termLanguage) AddOnce(entity, term with { Language = termLanguage });
        }
    }

    /// <summary>What the server said in this language for want of another one is not said again.</summary>
    private static void AddOnce(DraftEntity entity, Term term)
    {
        if (!entity.Terms.Exists(known => known with { Source = term.Source } == term)) entity.Terms.Add(term);
    }

    /// <summary>
    /// The language that a text really is in. Where a translation is missing servers answer in English: such a text never
    /// passes for the language asked for, and it is left out where an earlier crawl has brought it.
    /// </summary>
    private string? LanguageOf(ReleaseDraft draft, string stated, bool isFirst)
    {
        if (stated.Length == 0 || stated.Equals(language, StringComparison.OrdinalIgnoreCase)) return language;
        if (!isFirst) return null;
        if (!draft.Languages.Contains(stated)) draft.Languages.Add(stated);
        return stated;
    }

    private EntityUri Parse(string uri) =>
        EntityUri.TryParse(uri, out var parsed) ? parsed : throw new ImportException(server.ToString(), $"'{uri}' is not an entity URI", "The server answers differently from ICD-API v2.");
}
