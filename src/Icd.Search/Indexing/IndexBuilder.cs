using Icd.Search.Analysis;
using Icd.Search.Lexicons;

namespace Icd.Search.Indexing;

/// <summary>Builds the tables of an index: gathers concepts, learns the words, takes them apart, writes the postings.</summary>
internal sealed class IndexBuilder
{
    private const int MaxSlots = 60;

    /// <summary>What finding another word of a class is worth, of 255.</summary>
    private const byte EquivalentWeight = 222;

    /// <summary>Words that only say that nothing more is known: they add nothing to a name.</summary>
    private static readonly string[] Fillers = ["uspesifisert", "uspesifiserte", "unspecified", "nos", "uns", "sin", "especificacion", "spesifisert", "spesifiserte", "specified", "ikas"];

    private readonly IndexSources _sources;
    private readonly Lexicon _lexicon;
    private readonly Dictionary<string, int> _norwegianCounts = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<ReadWord[]> _words = [];

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
        ReadTerms(concepts.Terms);

        var lexiconWords = LexiconWords().ToList();
        var (surfaces, spellings, spellingRanks, spellingStems) = Spell(concepts.Terms, lexiconWords);
        var partCounts = PartCounts(lexiconWords);
        // Parts that are no words by themselves have stems too.
        _lexemes = StringTable.Of(spellingStems.Concat(partCounts.Keys.Select(part => _keys.StemOf(part))));
        var spellingLexemes = Array.ConvertAll(spellingStems, stem => _lexemes.Find(stem));

        var parts = PartDictionary.Of([.. partCounts.Select(pair => (pair.Key, pair.Value))], _lexicon.Forms.Select(form => (form.Form, form.Position, form.Means)), LexemeOf, _lexemes.Count);
        var classes = new WordClasses(_lexicon, text => LexemesOf(text), _lexemes.Count, EquivalentWeight);
        var writer = new PostingWriter(_lexemes.Count + classes.Count);
        var decompounder = new Decompounder(parts, _keys, _lexemes);
        var stopwords = _lexicon.Stopwords.Select(LexemeOf).Where(lexeme => lexeme >= 0).ToHashSet();
        var fillers = Fillers.Select(LexemeOf).Where(lexeme => lexeme >= 0).ToHashSet();
        var analysis = new TermAnalysis(decompounder, classes, LexemeOf, IsNorwegian, stopwords, fillers, MaxSlots);
        for (var term = 0; term < concepts.Terms.Count; term++) analysis.Write(term, _words[term], writer);

        var (postingStarts, postings) = writer.Sorted();
        var importance = Importance(postingStarts, classes, stopwords, concepts.Terms.Count);
        var provenances = new Numbering();
        var languages = new Numbering();
        var (terms, slots) = Weigh(concepts.Terms, analysis, importance, fillers, provenances, languages);
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
            NamesAlone = NamesAlone(concepts, analysis, classes),
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
            Popularity = Popularity(surfaces, concepts, terms, slots),
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

    /// <summary>Reads all names: those in full words first, since the abbreviated ones are written out by the words of the others.</summary>
    private void ReadTerms(List<DraftTerm> terms)
    {
        var reader = new TitleReader(_lexicon.Abbreviations, IsKnownWord, Complete, Likelier);
        var read = new ReadWord[terms.Count][];
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < terms.Count; i++)
        {
            if (terms[i].IsShortText) continue;
            read[i] = [.. reader.Read(terms[i].Text, isShortText: false)];
            if (terms[i].Language == "nb" && seen.Add(terms[i].Text)) Count(read[i].Select(word => word.Text));
        }

        foreach (var stopword in _lexicon.Stopwords) Count([stopword, stopword, stopword]);
        _authored.UnionWith(_norwegianCounts.Keys);
        var fullWords = WordsInFull(terms);
        Count(fullWords);
        _completions = new(_norwegianCounts.Keys.Where(word => word.Length > 3).Select(word => word.ToLowerInvariant()), StringComparer.Ordinal);
        for (var i = 0; i < terms.Count; i++)
        {
            if (!terms[i].IsShortText) continue;
            read[i] = [.. reader.Read(terms[i].Text, isShortText: true)];
        }

        _words.AddRange(read);
    }

    private SortedSet<string> _completions = [];
    private readonly HashSet<string> _authored = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Words of the short texts that are certainly whole: no point behind, not the last of a text that may be cut off, and often enough.</summary>
    private static IEnumerable<string> WordsInFull(List<DraftTerm> terms)
    {
        var counts = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var lookup = counts.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var term in terms.Where(term => term.IsShortText))
        {
            // The composed texts ("Tr.uly bil;h-inst/sykehus") are abbreviated without points.
            if (term.Text.Contains(';')) continue;
            var scanner = new WordScanner(term.Text);
            while (scanner.MoveNext())
            {
                var word = scanner.Current;
                if (word.HasPoint || word.HasSlash || word.Length < 4 || (word.End == term.Text.Length && term.Text.Length > 57)) continue;
                if (word.Start > 0 && term.Text[word.Start - 1] is '.' or '/') continue;
                var text = word.In(term.Text);
                lookup[text] = lookup.TryGetValue(text, out var count) ? count + 1 : 1;
            }
        }

        return counts.SelectMany(pair => Enumerable.Repeat(pair.Key, Math.Min(pair.Value, 60)));
    }

    private void Count(IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            if (word.Any(char.IsAsciiDigit)) continue;
            _norwegianCounts[word] = _norwegianCounts.GetValueOrDefault(word) + 1;
        }
    }

    private bool IsKnownWord(string word) => _norwegianCounts.ContainsKey(word);

    private bool IsNorwegian(string word) => _norwegianCounts.ContainsKey(word);

    private List<string> Complete(string cut)
    {
        var lower = cut.ToLowerInvariant();
        return [.. _completions.GetViewBetween(lower, lower + '\uFFFF').OrderByDescending(word => _norwegianCounts[word]).ThenBy(word => word, StringComparer.Ordinal).Take(2)];
    }

    /// <summary>What "kompl" is short for, though it has no point: a word that only short texts have, and a much commoner word begins with.</summary>
    private List<string> Likelier(string word) =>
        word.Length is >= 3 and <= 8 && !_authored.Contains(word) && word[^1] is not ('a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'æ' or 'ø' or 'å' or 's') && !word.Any(char.IsAsciiDigit)
            ? [.. Complete(word).Where(full => full.Length > word.Length && _norwegianCounts[full] > 4 * _norwegianCounts.GetValueOrDefault(word)).Take(1)]
            : [];

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

    private (StringTable Surfaces, StringTable Spellings, byte[] Ranks, string[] Stems) Spell(List<DraftTerm> terms, List<string> lexiconWords)
    {
        var ranks = new Dictionary<string, byte>(StringComparer.Ordinal);
        var seen = new HashSet<(string, byte)>();
        var surfaces = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < terms.Count; i++)
        {
            foreach (var word in _words[i]) Take(word.Text, (byte)(terms[i].Language == "nb" ? 2 : 1));
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

    private Dictionary<string, int> PartCounts(List<string> lexiconWords)
    {
        var stopwords = _lexicon.Stopwords.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var counts = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var (word, count) in _norwegianCounts)
        {
            if (word.Length > 2 && (count > 1 || word.Length > 3) && !stopwords.Contains(word)) counts[word] = count;
        }

        // What the word tables name is a word that people use, whether or not a title has it.
        foreach (var word in lexiconWords.Where(word => word.Length > 2 && !stopwords.Contains(word) && !word.Any(char.IsAsciiDigit))) counts[word] = counts.GetValueOrDefault(word) + 2;
        foreach (var (bound, count) in CompoundWords.Learn(counts, [.. _norwegianCounts.Keys])) counts[bound] = counts.GetValueOrDefault(bound) + count;
        foreach (var bound in CompoundWords.Bound) counts[bound] = counts.GetValueOrDefault(bound) + 3;
        foreach (var never in CompoundWords.Never) counts.Remove(never);
        return counts;
    }

    private int LexemeOf(string word)
    {
        if (_lexemeOfWord.TryGetValue(word, out var known)) return known;
        return _lexemeOfWord[word] = _lexemes.Find(_keys.StemOf(word));
    }

    private int[] LexemesOf(string text) => [.. TermAnalysis.WordsOf(text).Select(LexemeOf)];

    /// <summary>The rarer a word, the more it tells; a member of a class is as common as the whole class.</summary>
    private byte[] Importance(int[] postingStarts, WordClasses classes, HashSet<int> stopwords, int termCount)
    {
        var importance = new byte[_lexemes.Count];
        for (var lexeme = 0; lexeme < importance.Length; lexeme++)
        {
            if (stopwords.Contains(lexeme)) continue;
            var frequency = Frequency(lexeme) + classes.OfQuery(lexeme).Where(expansion => expansion.Weight >= EquivalentWeight).Sum(expansion => Frequency(expansion.Token));
            var idf = Math.Log((termCount + 1.0) / (frequency + 1.0));
            importance[lexeme] = (byte)(255 * Math.Clamp(0.2 + (0.8 * (idf - 1.5) / 5.5), 0.2, 1));
        }

        return importance;

        int Frequency(int token) => postingStarts[token + 1] - postingStarts[token];
    }

    /// <summary>Which words are by themselves the name of something that can be coded, or stand for such a word. What extension codes name describes it.</summary>
    private byte[] NamesAlone(ConceptCollector concepts, TermAnalysis analysis, WordClasses classes)
    {
        var names = new byte[_lexemes.Count];
        var tokens = new HashSet<int>();
        for (var term = 0; term < concepts.Terms.Count; term++)
        {
            if (analysis.OnlyWordOf(term) is not (>= 0 and var lexeme)) continue;
            // An abbreviation has no forms: VATER is no plural of våt.
            if (!concepts.Terms[term].Text.Any(char.IsLower) && !_lexemes[lexeme].SequenceEqual(WordKeys.SpellingOf(concepts.Terms[term].Text))) continue;
            if (concepts.Terms[term].Documents.All(link => (concepts.Documents[link.Document].Traits & (DocumentTraits.Extension | DocumentTraits.Listed)) != DocumentTraits.Listed)) continue;
            names[lexeme] = 1;
            tokens.UnionWith(classes.OfName(lexeme));
        }

        for (var lexeme = 0; lexeme < names.Length; lexeme++)
        {
            if (classes.OfQuery(lexeme).Any(expansion => expansion.Weight >= EquivalentWeight && tokens.Contains(expansion.Token))) names[lexeme] = 1;
        }

        return names;
    }

    private static (IndexedTerm[] Terms, Slot[] Slots) Weigh(List<DraftTerm> drafts, TermAnalysis analysis, byte[] importance, HashSet<int> fillers, Numbering provenances, Numbering languages)
    {
        provenances.Of("");
        languages.Of("nb");
        languages.Of("en");
        var terms = new IndexedTerm[drafts.Count];
        var slots = new List<Slot>();
        for (var i = 0; i < terms.Length; i++)
        {
            var first = slots.Count;
            var mass = 0;
            foreach (var slot in analysis.SlotsOf(i))
            {
                var weight = slot.Lexeme < 0 ? 200 : importance[slot.Lexeme];
                if (fillers.Contains(slot.Lexeme)) weight = 12;
                if (slot.IsAside) weight = weight * 55 / 100;
                mass += weight;
                slots.Add(new((ushort)Math.Min(slot.Start, ushort.MaxValue), (byte)Math.Min(slot.Length, 255), (byte)weight));
            }

            terms[i] = new(first, (byte)(slots.Count - first), drafts[i].Sort, (byte)languages.Of(drafts[i].Language), provenances.Of(drafts[i].Provenance), (ushort)mass, analysis.DeniedBy(i));
        }

        return (terms, [.. slots]);
    }

    private byte[] Popularity(StringTable surfaces, ConceptCollector concepts, IndexedTerm[] terms, Slot[] slots)
    {
        var popularity = new byte[surfaces.Count];
        for (var i = 0; i < terms.Length; i++)
        {
            if (terms[i].Mass == 0 || terms[i].SlotCount == 0) continue;
            var best = 0;
            foreach (var link in concepts.Terms[i].Documents) best = Math.Max(best, concepts.Documents[link.Document].Prior * link.Weight / 255);
            foreach (var word in _words[i])
            {
                if (word.IsAlternative || surfaces.Find(LetterFolding.LowerOf(word.Text)) is not (>= 0 and var surface)) continue;
                var mass = 0;
                for (var slot = terms[i].FirstSlot; slot < terms[i].FirstSlot + terms[i].SlotCount; slot++)
                {
                    if (slots[slot].Start >= word.Start && slots[slot].Start < word.Start + word.Length) mass += slots[slot].Mass;
                }

                var value = best * (40 + (60 * mass / terms[i].Mass)) / 100 * (concepts.Terms[i].Language == "nb" ? 100 : 70) / 100;
                popularity[surface] = (byte)Math.Max(popularity[surface], value);
            }
        }

        return popularity;
    }

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
