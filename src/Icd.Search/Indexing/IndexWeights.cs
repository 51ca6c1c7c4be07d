using Icd.Search.Analysis;

namespace Icd.Search.Indexing;

/// <summary>What words and names weigh in an index.</summary>
internal static class IndexWeights
{
    /// <summary>The rarer a word, the more it tells; a member of a class is as common as the whole class.</summary>
    public static byte[] Importance(int[] postingStarts, WordClasses classes, int lexemeCount, HashSet<int> stopwords, int termCount)
    {
        var importance = new byte[lexemeCount];
        for (var lexeme = 0; lexeme < importance.Length; lexeme++)
        {
            if (stopwords.Contains(lexeme)) continue;
            var frequency = Frequency(lexeme) + classes.OfQuery(lexeme).Where(expansion => expansion.Weight >= WordClasses.EquivalentWeight).Sum(expansion => Frequency(expansion.Token));
            var idf = Math.Log((termCount + 1.0) / (frequency + 1.0));
            importance[lexeme] = (byte)(255 * Math.Clamp(0.2 + (0.8 * (idf - 1.5) / 5.5), 0.2, 1));
        }

        return importance;

        int Frequency(int token) => postingStarts[token + 1] - postingStarts[token];
    }

    /// <summary>Which words are by themselves the name of something that can be coded, or stand for such a word. What extension codes name describes it.</summary>
    public static byte[] NamesAlone(ConceptCollector concepts, TermAnalysis analysis, WordClasses classes, StringTable lexemes)
    {
        var names = new byte[lexemes.Count];
        var tokens = new HashSet<int>();
        for (var term = 0; term < concepts.Terms.Count; term++)
        {
            if (analysis.OnlyWordOf(term) is not (>= 0 and var lexeme)) continue;
            // An abbreviation has no forms: VATER is no plural of våt.
            if (!concepts.Terms[term].Text.Any(char.IsLower) && !lexemes[lexeme].SequenceEqual(WordKeys.SpellingOf(concepts.Terms[term].Text))) continue;
            if (concepts.Terms[term].Documents.All(link => (concepts.Documents[link.Document].Traits & (DocumentTraits.Extension | DocumentTraits.Listed)) != DocumentTraits.Listed)) continue;
            names[lexeme] = 1;
            tokens.UnionWith(classes.OfName(lexeme));
        }

        for (var lexeme = 0; lexeme < names.Length; lexeme++)
        {
            if (classes.OfQuery(lexeme).Any(expansion => expansion.Weight >= WordClasses.EquivalentWeight && tokens.Contains(expansion.Token))) names[lexeme] = 1;
        }

        return names;
    }

    /// <summary>What each name weighs, and each of its words.</summary>
    public static (IndexedTerm[] Terms, Slot[] Slots) Weigh(List<DraftTerm> drafts, TermAnalysis analysis, byte[] importance, HashSet<int> fillers, Numbering provenances, Numbering languages)
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

    /// <summary>How likely a word is meant by whoever begins to type it: by how common the concepts are that it names, and how much of their names it is.</summary>
    public static byte[] Popularity(StringTable surfaces, ConceptCollector concepts, TermWords words, IndexedTerm[] terms, Slot[] slots)
    {
        var popularity = new byte[surfaces.Count];
        for (var i = 0; i < terms.Length; i++)
        {
            if (terms[i].Mass == 0 || terms[i].SlotCount == 0) continue;
            var best = 0;
            foreach (var link in concepts.Terms[i].Documents) best = Math.Max(best, concepts.Documents[link.Document].Prior * link.Weight / 255);
            foreach (var word in words[i])
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
}
