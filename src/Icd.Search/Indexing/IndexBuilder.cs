using Icd.Search.Analysis;
using Icd.Search.Lexicons;

namespace Icd.Search.Indexing;

/// <summary>Builds the tables of an index: gathers concepts, learns the words, takes them apart, writes the postings.</summary>
internal sealed class IndexBuilder
{
    private const int MaxSlots = 60;

    /// <summary>Words that only say that nothing more is known: they add nothing to a name.</summary>
    private static readonly string[] Fillers = ["uspesifisert", "uspesifiserte", "unspecified", "nos", "uns", "sin", "especificacion", "spesifisert", "spesifiserte", "specified", "ikas"];

    private readonly IndexSources _sources;
    private readonly Lexicon _lexicon;

    private WordKeys _keys = null!;
    private StringTable _lexemes = null!;
    private readonly Dictionary<string, int> _lexemeOfWord = new(StringComparer.OrdinalIgnoreCase);

    private IndexBuilder(IndexSources sources)
    {
        _sources = sources;
        _lexicon = sources.Lexicon ?? Lexicon.Default;
    }

    /// <summary>Builds the tables of an index.</summary>
    public static IndexTables Build(IndexSources sources) => new IndexBuilder(sources).Build();

    private IndexTables Build()
    {
        var concepts = new ConceptCollector(_sources);
        concepts.Collect();
        _keys = WordKeys.Of(_lexicon.Inflections.Select(inflection => (inflection.Form, inflection.Lemma)), _lexicon.Stopwords);
        var words = new TermWords(concepts.Terms, _lexicon);

        var lexiconWords = LexiconWords().ToList();
        var (surfaces, spellings, spellingRanks, spellingStems) = Spell(concepts.Terms, words, lexiconWords);
        var partCounts = words.PartCounts(lexiconWords);
        // Parts that are no words by themselves have stems too.
        _lexemes = StringTable.Of(spellingStems.Concat(partCounts.Keys.Select(part => _keys.StemOf(part))));
        var spellingLexemes = Array.ConvertAll(spellingStems, stem => _lexemes.Find(stem));

        var parts = PartDictionary.Of([.. partCounts.Select(pair => (pair.Key, pair.Value))], _lexicon.Forms.Select(form => (form.Form, form.Position, form.Means)), LexemeOf, _lexemes.Count);
        var classes = new WordClasses(_lexicon, text => LexemesOf(text), _lexemes.Count);
        var writer = new PostingWriter(_lexemes.Count + classes.Count);
        var decompounder = new Decompounder(parts, _keys, _lexemes);
        var stopwords = _lexicon.Stopwords.Select(LexemeOf).Where(lexeme => lexeme >= 0).ToHashSet();
        var fillers = Fillers.Select(LexemeOf).Where(lexeme => lexeme >= 0).ToHashSet();
        var analysis = new TermAnalysis(decompounder, classes, LexemeOf, words.IsNorwegian, stopwords, fillers, MaxSlots);
        for (var term = 0; term < concepts.Terms.Count; term++) analysis.Write(term, words[term], writer);

        var (postingStarts, postings) = writer.Sorted();
        var importance = IndexWeights.Importance(postingStarts, classes, _lexemes.Count, stopwords, concepts.Terms.Count);
        var provenances = new Numbering();
        var languages = new Numbering();
        var (terms, slots) = IndexWeights.Weigh(concepts.Terms, analysis, importance, fillers, provenances, languages);
        var (documentStarts, termDocuments) = Flatten(concepts.Terms.Select(term => term.Documents));
        var (linkStarts, links) = Flatten(LinksByDocument(concepts, provenances));
        var verbatimTerms = Enumerable.Range(0, concepts.Terms.Count).ToArray();
        var verbatimKeys = concepts.Terms.Select(term => Verbatim.KeyOf(term.Text)).ToArray();
        Array.Sort(verbatimKeys, verbatimTerms);
        var (codeKeys, codeKeyStarts, codeKeyDocuments) = CodeKeys(concepts);
        var (shortForms, longFormStarts, longForms) = ShortForms();
        var (expansionStarts, expansions) = classes.ByLexeme(_lexemes.Count);
        var (phrases, phraseStarts, phraseExpansions) = classes.QueryPhrases();

        return new()
        {
            Keys = _keys,
            Surfaces = surfaces,
            SurfaceSpellings = SpellingsOf(surfaces, spellings),
            Spellings = spellings,
            SpellingLexemes = spellingLexemes,
            SpellingRanks = spellingRanks,
            Lexemes = _lexemes,
            Parts = parts,
            Importance = importance,
            NamesAlone = IndexWeights.NamesAlone(concepts, analysis, classes, _lexemes),
            PostingStarts = postingStarts,
            Postings = postings,
            ExpansionStarts = expansionStarts,
            Expansions = expansions,
            Phrases = phrases,
            PhraseStarts = phraseStarts,
            PhraseExpansions = phraseExpansions,
            ShortForms = shortForms,
            LongFormStarts = longFormStarts,
            LongForms = longForms,
            TermTexts = StringList.Of([.. concepts.Terms.Select(term => term.Text)]),
            Terms = terms,
            Slots = slots,
            SlotLexemes = [.. Enumerable.Range(0, terms.Length).SelectMany(term => analysis.SlotsOf(term)).Select(slot => slot.Lexeme)],
            Popularity = IndexWeights.Popularity(surfaces, concepts, words, terms, slots),
            VerbatimKeys = verbatimKeys,
            VerbatimTerms = verbatimTerms,
            TermDocumentStarts = documentStarts,
            TermDocuments = termDocuments,
            Documents = [.. concepts.Documents],
            Codes = StringList.Of(concepts.Codes),
            LinkStarts = linkStarts,
            Links = links,
            CodeKeys = codeKeys,
            CodeKeyStarts = codeKeyStarts,
            CodeKeyDocuments = codeKeyDocuments,
            Provenances = provenances.ToList(),
            Languages = languages.ToList(),
        };
    }

    /// <summary>Words that only the lexicon's word tables have.</summary>
    private IEnumerable<string> LexiconWords() =>
        _lexicon.Equivalents.SelectMany(row => row.Words)
            .Concat(_lexicon.Related.SelectMany(row => row.Query.Concat(row.Finds)))
            .Concat(_lexicon.Forms.SelectMany(row => row.Means))
            .Concat(_lexicon.Inflections.SelectMany(row => new[] { row.Lemma }))
            .Concat(_lexicon.Abbreviations.Where(row => row.InNotes).SelectMany(row => row.Meanings))
            .Concat(_lexicon.Stopwords)
            .Concat(Fillers)
            .SelectMany(TermAnalysis.WordsOf);

    private (StringTable Surfaces, StringTable Spellings, byte[] Ranks, string[] Stems) Spell(List<DraftTerm> terms, TermWords words, List<string> lexiconWords)
    {
        var ranks = new Dictionary<string, byte>(StringComparer.Ordinal);
        var seen = new HashSet<(string, byte)>();
        var surfaces = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < terms.Count; i++)
        {
            foreach (var word in words[i]) Take(word.Text, (byte)(terms[i].Language == "nb" ? 2 : 1));
        }

        foreach (var word in lexiconWords) Take(word, 2);
        foreach (var inflection in _lexicon.Inflections) Take(inflection.Form, 2);
        var spellings = StringTable.Of(ranks.Keys);
        var (all, stems) = (new byte[spellings.Count], new string[spellings.Count]);
        Span<char> stem = stackalloc char[SpellingKey.MaxLength];
        for (var i = 0; i < all.Length; i++)
        {
            all[i] = ranks[spellings[i].ToString()];
            stems[i] = stem[.._keys.Stem(spellings[i], stem)].ToString();
        }

        return (StringTable.Of(surfaces), spellings, all, stems);

        void Take(string word, byte rank)
        {
            if (!seen.Add((word, rank))) return;
            var key = _keys.KeyOf(word);
            if (!ranks.TryGetValue(key, out var known) || known < rank) ranks[key] = rank;
            surfaces.Add(LetterFolding.LowerOf(word));
        }
    }

    private int[] SpellingsOf(StringTable surfaces, StringTable spellings)
    {
        var found = new int[surfaces.Count];
        for (var i = 0; i < found.Length; i++) found[i] = spellings.Find(_keys.KeyOf(surfaces[i]));
        return found;
    }

    private int LexemeOf(string word)
    {
        if (_lexemeOfWord.TryGetValue(word, out var known)) return known;
        return _lexemeOfWord[word] = _lexemes.Find(_keys.StemOf(word));
    }

    private int[] LexemesOf(string text) => [.. TermAnalysis.WordsOf(text).Select(LexemeOf)];

    /// <summary>The links of each document: what means the same first, what is only related last, otherwise as the crosswalk and then the lexicon give them.</summary>
    private static IEnumerable<IEnumerable<DocumentLink>> LinksByDocument(ConceptCollector concepts, Numbering provenances)
    {
        var links = concepts.Links.ToLookup(link => link.From);
        return Enumerable.Range(0, concepts.Documents.Count).Select(document => Ordered(document).Select(link => new DocumentLink(link.To, provenances.Of(link.Provenance), link.Relation)));

        // Of the ICD-10 codes of a stem the unspecified before others that are as near; those of an ICD-10 code stand in the order of its targets.
        IEnumerable<(int From, int To, LinkRelation Relation, string Provenance)> Ordered(int document) => concepts.Documents[document].System != SearchSystems.Icd11
            ? links[document]
            : links[document].OrderBy(link => link.Relation switch { LinkRelation.Equivalent => 0, LinkRelation.Related => 2, _ => 1 }).ThenBy(link => !concepts.Codes[link.To].EndsWith('9')).ThenBy(link => concepts.Codes[link.To].Length);
    }

    private static (StringTable Keys, int[] Starts, int[] Documents) CodeKeys(ConceptCollector concepts)
    {
        var byKey = Enumerable.Range(0, concepts.Codes.Count).Where(document => concepts.Codes[document].Length > 0)
            .ToLookup(document => concepts.Codes[document].Replace(".", "", StringComparison.Ordinal).ToLowerInvariant(), StringComparer.Ordinal);
        var keys = StringTable.Of(byKey.Select(group => group.Key));
        var (starts, documents) = Flatten(Enumerable.Range(0, keys.Count).Select(key => byKey[keys[key].ToString()]));
        return (keys, starts, documents);
    }

    private (StringTable ShortForms, int[] Starts, StringList LongForms) ShortForms()
    {
        var byKey = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var abbreviation in _lexicon.Abbreviations.Where(abbreviation => abbreviation.InNotes))
        {
            var words = TermAnalysis.WordsOf(abbreviation.Form);
            if (words.Count == 0) continue;
            var key = string.Join(' ', words.Select(word => LetterFolding.LowerOf(word)));
            if (!byKey.TryGetValue(key, out var known)) byKey[key] = known = [];
            known.AddRange(abbreviation.Meanings);
        }

        var keys = StringTable.Of(byKey.Keys);
        var (starts, longForms) = Flatten(Enumerable.Range(0, keys.Count).Select(key => byKey[keys[key].ToString()].Distinct()));
        return (keys, starts, StringList.Of(longForms));
    }

    private static (int[] Starts, T[] Items) Flatten<T>(IEnumerable<IEnumerable<T>> groups)
    {
        var (starts, items) = (new List<int> { 0 }, new List<T>());
        foreach (var group in groups)
        {
            items.AddRange(group);
            starts.Add(items.Count);
        }

        return ([.. starts], [.. items]);
    }
}
