using Icd.Core.Codes;
using Icd.Core.Releases;
using Icd.Search.Lexicons;

namespace Icd.Search.Indexing;

/// <summary>Gathers the concepts and their names from releases, lexicon and links.</summary>
internal sealed class ConceptCollector
{
    /// <summary>What the codes of a lexicon row are worth, best first.</summary>
    private static readonly byte[] RankWeights = [255, 232, 218, 210, 205, 201, 198, 195, 192, 190];

    private const byte CategoryWeight = 247, HeadingWeight = 225, SecondBestBridge = 216;

    private readonly IndexSources _sources;
    private readonly Lexicon _lexicon;
    private readonly Dictionary<(SearchSystems, string), int> _byCode = [];

    public ConceptCollector(IndexSources sources)
    {
        _sources = sources;
        _lexicon = sources.Lexicon ?? Lexicon.Default;
    }

    public List<Document> Documents { get; } = [];

    public List<string> Codes { get; } = [];

    public List<DraftTerm> Terms { get; } = [];

    public List<(int From, int To, LinkRelation Relation, string Provenance)> Links { get; } = [];

    private readonly List<List<DraftTerm>> _termsOf = [];

    public void Collect()
    {
        Add(_sources.Icd10, SearchSystems.Icd10);
        Add(_sources.Icd11, SearchSystems.Icd11);
        Add(_sources.Icpc2, SearchSystems.Icpc2);
        foreach (var name in _lexicon.Names) Add(name);
        GiveCategoryNames();
        AddLinks();
        SetPriors();
        RestrictSexes();
    }

    private void Add(Release? release, SearchSystems system)
    {
        if (release is null) return;
        var offset = Documents.Count;
        foreach (var entity in release.Entities)
        {
            var document = Documents.Count;
            var traits = TraitsOf(entity);
            Documents.Add(new(entity.Index, entity.Parent is { } parent ? offset + parent.Index : -1, offset + entity.Chapter.Index, offset + entity.Index + 1 + entity.DescendantCount, -1, -1, system, traits, 0));
            _termsOf.Add([]);
            var code = entity.Kind == EntityKind.Category ? entity.Code : "";
            Codes.Add(code);
            if (code.Length > 0) _byCode[(system, code)] = document;
            AddTitles(entity, document, release, system);
            foreach (var term in entity.Terms) AddTerm(term, document);
        }
    }

    private void AddTitles(Entity entity, int document, Release release, SearchSystems system)
    {
        foreach (var language in release.Languages)
        {
            if (entity.TitleIn(language) is not { Length: > 0 } title) continue;
            var isAuthored = entity.IsAuthored || release.Key.IsStarter;
            var term = AddName(title, language, TermSort.Title, isAuthored ? "authored" : "", document, isShortText: system == SearchSystems.Icd10 && !isAuthored);
            SetTitle(document, term, language);
        }

        if (release.Key.IsStarter || system != SearchSystems.Icd11 || _sources.Starter is not { } starter || entity.Id == 0
            || !starter.TryFind(entity.Id, entity.Residual, out var overlay)) return;
        if (overlay.TitleIn("nb") is { Length: > 0 } authored)
            SetTitle(document, AddName(authored, "nb", TermSort.Title, "authored", document), "nb");
        foreach (var term in overlay.Terms) AddTerm(term, document);
    }

    private void SetTitle(int document, int term, string language)
    {
        var current = Documents[document];
        if (language == "nb" || current.Title < 0) current = current with { Title = term };
        if (language == "en") current = current with { TitleEn = term };
        Documents[document] = current;
    }

    private void AddTerm(Term term, int document)
    {
        TermSort? sort = term.Kind switch
        {
            TermKind.Synonym or TermKind.FullySpecifiedName => TermSort.Synonym,
            TermKind.NarrowerTerm or TermKind.Inclusion or TermKind.IndexTerm => TermSort.Index,
            _ => null,
        };
        if (sort is { } found && term.Text.Length > 0)
            AddName(term.Text, term.Language, found, term.Source.Kind == SourceKind.Authored ? "authored" : "", document);
    }

    private int AddName(string text, string language, TermSort sort, string provenance, int document, bool isShortText = false)
    {
        var term = new DraftTerm(text, language, sort, provenance, isShortText);
        term.AddTo(document, 255, TermOrigin.Own);
        Terms.Add(term);
        _termsOf[document].Add(term);
        return Terms.Count - 1;
    }

    private static DocumentTraits TraitsOf(Entity entity)
    {
        var traits = DocumentTraits.None;
        if (entity.Kind == EntityKind.Category && entity.Code.Length > 0) traits |= DocumentTraits.Listed;
        if (entity.IsSelectable) traits |= DocumentTraits.Selectable;
        if (entity.IsExtension) traits |= DocumentTraits.Extension;
        if (entity.Release.Classification == Classification.Mms)
        {
            if (entity.Residual == Residual.Unspecified) traits |= DocumentTraits.Unspecified;
            if (entity.Residual == Residual.Other) traits |= DocumentTraits.Other;
        }
        else if (entity.Release.Classification == Classification.Icd10 && entity.Code.Length > 4)
        {
            if (entity.Code[^1] == '9') traits |= DocumentTraits.Unspecified;
            if (entity.Code[^1] == '8') traits |= DocumentTraits.Other;
        }

        return traits;
    }

    private void Add(NamedDiagnosis name)
    {
        var terms = name.Terms.Select(text => new DraftTerm(text, name.Kind == NameKind.English ? "en" : "nb", TermSort.Lexicon, $"{name.Origin} {name.Kind.ToString().ToLowerInvariant()}", false)).ToList();
        Terms.AddRange(terms);
        Attach(name.Icd10, SearchSystems.Icd10);
        Attach(name.Icd11, SearchSystems.Icd11);

        void Attach(IReadOnlyList<string> codes, SearchSystems system)
        {
            for (var rank = 0; rank < codes.Count; rank++)
            {
                var document = Find(system, codes[rank], terms);
                if (document < 0) continue;
                var weight = RankWeights[Math.Min(rank, RankWeights.Length - 1)];
                var (listed, heading) = UnspecifiedAndHeading(document);
                foreach (var term in terms)
                {
                    term.AddTo(document, document == listed ? weight : weight * HeadingWeight / 255, TermOrigin.Lexicon);
                    if (listed >= 0 && listed != document) term.AddTo(listed, weight - 2, TermOrigin.Lexicon);
                    // A name of the unspecified code names the category too, so that what else is below it inherits the name.
                    if (heading >= 0 && heading != document) term.AddTo(heading, weight * (HeadingWeight - 20) / 255, TermOrigin.Lexicon);
                    term.Systems |= system;
                    _termsOf[document].Add(term);
                }
            }
        }
    }

    /// <summary>The unspecified code that stands for a category, and the category that it stands for; a code itself is its own.</summary>
    private (int Unspecified, int Heading) UnspecifiedAndHeading(int document)
    {
        var found = Documents[document];
        if ((found.Traits & DocumentTraits.Unspecified) != 0 && found.Parent >= 0 && (Documents[found.Parent].Traits & DocumentTraits.Listed) != 0) return (document, found.Parent);
        return (UnspecifiedBelow(document) is >= 0 and var below ? below : document, document);
    }

    private int UnspecifiedBelow(int document)
    {
        for (var child = document + 1; child < Documents[document].End; child = Documents[child].End)
        {
            if ((Documents[child].Traits & (DocumentTraits.Unspecified | DocumentTraits.Selectable)) == (DocumentTraits.Unspecified | DocumentTraits.Selectable)) return child;
        }

        return -1;
    }

    /// <summary>The concept of a code; where the official release is not loaded the lexicon's word for it is enough.</summary>
    private int Find(SearchSystems system, string code, List<DraftTerm> terms)
    {
        if (_byCode.TryGetValue((system, code), out var document)) return document;
        var release = system == SearchSystems.Icd10 ? _sources.Icd10 : _sources.Icd11;
        if (release is { Key.IsStarter: false }) return -1;
        var parent = ParentOf(system, code);
        document = Documents.Count;
        Documents.Add(new(-1, parent, parent < 0 ? document : Documents[parent].Chapter, document + 1, Terms.IndexOf(terms[0]), -1, system,
            DocumentTraits.Listed | DocumentTraits.Selectable | DocumentTraits.LexiconOnly | (code[^1] == 'Z' ? DocumentTraits.Unspecified : 0), 0));
        _termsOf.Add([]);
        Codes.Add(code);
        return _byCode[(system, code)] = document;
    }

    private int ParentOf(SearchSystems system, string code)
    {
        for (var length = code.Length - 1; length >= 3; length--)
        {
            if (_byCode.TryGetValue((system, code[..length].TrimEnd('.')), out var parent)) return parent;
        }

        return -1;
    }

    /// <summary>The unspecified code answers to its category's names: nobody says "unspecified".</summary>
    private void GiveCategoryNames()
    {
        for (var document = 0; document < Documents.Count; document++)
        {
            var (unspecified, heading) = UnspecifiedAndHeading(document);
            if (heading != document || unspecified == document) continue;
            foreach (var term in _termsOf[document].Where(term => term.Sort != TermSort.Lexicon))
            {
                term.AddTo(unspecified, CategoryWeight, TermOrigin.Category);
                _termsOf[unspecified].Add(term);
            }
        }
    }

    private void AddLinks()
    {
        // What a crosswalk says comes first; the lexicon says more, if less exactly.
        var links = (_sources.Links?.All() ?? []).Concat(LexiconLinks());
        var seen = new HashSet<(int, int)>();
        var named = new HashSet<int>();
        foreach (var link in links)
        {
            if (!_byCode.TryGetValue((SearchSystems.Icd10, link.Icd10), out var icd10) || !_byCode.TryGetValue((SearchSystems.Icd11, link.Icd11), out var icd11)) continue;
            if (!seen.Add((icd10, icd11))) continue;
            Links.Add((icd10, icd11, link.Relation, link.Provenance));
            Links.Add((icd11, icd10, link.Relation, link.Provenance));
            // A name of what is narrower leads to what is broader; the other way it would promise too much.
            var weight = link.Relation switch { LinkRelation.Equivalent => 238, LinkRelation.Related => 214, _ => 206 };
            var isFirst = named.Add(icd11);
            if (link.Relation != LinkRelation.Icd10Broader) Bridge(icd10, icd11, isFirst || link.Relation == LinkRelation.Equivalent ? weight : weight - 14);
            // Of the ICD-10 codes that lead to one ICD-11 code only the best takes its names over.
            if (link.Relation == LinkRelation.Equivalent || (link.Relation != LinkRelation.Icd10Narrower && isFirst)) Bridge(icd11, icd10, weight);
        }
    }

    private void Bridge(int from, int to, int weight)
    {
        // Where a row of the lexicon names codes of the other system itself, those are what its names mean there.
        foreach (var term in _termsOf[from]) term.AddTo(to, (term.Systems & Documents[to].System) != 0 ? weight * SecondBestBridge / 255 : weight, TermOrigin.Bridged);
    }

    /// <summary>The best codes of each row that has both, those that most rows agree on first.</summary>
    private IEnumerable<CodeLink> LexiconLinks() =>
        // Rows with many codes are about ambiguous names, whose first codes need not belong together.
        _lexicon.Names.Where(name => name.Icd10.Count is 1 or 2 && name.Icd11.Count is 1 or 2)
            .GroupBy(name => (Icd10: name.Icd10[0], Icd11: name.Icd11[0]))
            .OrderByDescending(group => group.Sum(name => name.Icd10.Count + name.Icd11.Count == 2 ? 2 : 1))
            .Select(group => new CodeLink(group.Key.Icd10, group.Key.Icd11, LinkRelation.Related, group.First().Origin));

    private void RestrictSexes()
    {
        foreach (var restriction in _lexicon.SexRestrictions)
        {
            var trait = restriction.Sex == Sex.Female ? DocumentTraits.FemaleOnly : DocumentTraits.MaleOnly;
            foreach (var place in restriction.Icd10) Mark(_sources.Icd10, SearchSystems.Icd10, place);
            foreach (var place in restriction.Icd11) Mark(_sources.Icd11, SearchSystems.Icd11, place);

            // A place may be a code of the starter's that only the official release has; a block by its beginning, such as GA0.
            void Mark(Release? release, SearchSystems system, string place)
            {
                for (var i = 0; i < Documents.Count; i++)
                {
                    if (Documents[i].System != system || (Documents[i].Traits & trait) != 0) continue;
                    var isPlace = Codes[i].StartsWith(place, StringComparison.Ordinal)
                        || (release is not null && Documents[i].Entity >= 0 && release[Documents[i].Entity] is var entity && (entity.BlockId == place || (entity.Kind == EntityKind.Chapter && entity.Code == place)));
                    if (!isPlace) continue;
                    for (var below = i; below < Documents[i].End; below++) Documents[below] = Documents[below] with { Traits = Documents[below].Traits | trait };
                }
            }
        }
    }

    private void SetPriors()
    {
        var levels = new Dictionary<(SearchSystems, string), int>();
        foreach (var prior in _lexicon.Priors)
        {
            foreach (var code in prior.Icd10) levels[(SearchSystems.Icd10, code)] = prior.Level;
            foreach (var code in prior.Icd11) levels[(SearchSystems.Icd11, code)] = prior.Level;
        }

        for (var i = 0; i < Documents.Count; i++)
        {
            var document = Documents[i];
            var level = LevelOf(i);
            var prior = 60 + ((level - 1) * 30);
            if ((document.Traits & DocumentTraits.Unspecified) != 0) prior += 24;
            if ((document.Traits & DocumentTraits.Other) != 0) prior -= 15;
            if ((document.Traits & DocumentTraits.Selectable) == 0) prior -= 30;
            if (document.System == SearchSystems.Icd10 && Codes[i] is [>= 'V' and <= 'Y', ..] code && code.Length > 3) prior -= 30;
            Documents[i] = document with { Prior = (byte)Math.Clamp(prior, 0, 255) };
        }

        int LevelOf(int document)
        {
            for (var at = document; at >= 0; at = Documents[at].Parent)
            {
                if (Codes[at].Length > 0 && levels.TryGetValue((Documents[at].System, Codes[at]), out var level)) return level;
            }

            return 1;
        }
    }
}
