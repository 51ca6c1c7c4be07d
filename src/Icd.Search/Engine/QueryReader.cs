using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Icd.Search.Analysis;
using Icd.Search.Indexing;
using static Icd.Search.SearchScratch;

namespace Icd.Search;

/// <summary>
/// Reads a query into units, the smallest parts of its words, and evidence: every token that would answer some of them, with how surely. What
/// the names went through is done to the query too: stems, spellings, compounds, classes; and for the last word beginnings, for unknown words
/// typing errors.
/// </summary>
internal sealed class QueryReader
{
    /// <summary>How much of a query counts.</summary>
    public const int MaxLength = 256;

    /// <summary>How many words of a query count.</summary>
    public const int MaxWords = 16;

    private const byte JoinedWeight = 240;
    private const int LongestPhrase = 6;
    private const int MaxFuzzyScans = 40;
    private const int LongestShortForm = 3;

    /// <summary>Spelling keys of so few letters say little.</summary>
    private const int ShortKey = 3;

    /// <summary>How many completions of the last word are looked up one by one.</summary>
    private const int MaxCompletions = 64;

    /// <summary>What a word is worth that no name has in this spelling or form.</summary>
    private const int VariantWeight = 236;

    /// <summary>What such a word is worth where other words begin with its very letters.</summary>
    private const int DoubtfulWeight = 150;

    /// <summary>What stands before the head of a compound counts a little less than the head: a milk allergy is an allergy before it is milk.</summary>
    private const float Modifier = 0.85f;

    /// <summary>What a word that only describes counts beside one that is by itself a name: <c>uklar feber</c> is a fever.</summary>
    private const float Describing = 0.75f;

    /// <summary>The same of an adjective; of another word, a place or a cause, more is left.</summary>
    private const float Adjective = 0.5f;

    /// <summary>What a compound that is by itself a name counts at least beside other words: its parts may be everyday words, the whole is not.</summary>
    private const float NamingCompound = 1.2f;

    /// <summary>How much a head counts at most that alone says nothing: the illness of a tropesykdom.</summary>
    private const float GeneralHead = 0.45f;

    /// <summary>What counts of a number or a single letter, of a side, of a negation and of what the query says is absent.</summary>
    private const float Number = 0.5f, Side = 0.3f, Negator = 0.3f, Absent = 0.5f;

    private readonly IndexTables _tables;
    private readonly Decompounder _decompounder;
    private readonly FuzzyWords _similarSurfaces, _similarSpellings;

    public QueryReader(IndexTables tables)
    {
        _tables = tables;
        _decompounder = new(tables.Parts, tables.Keys, tables.Lexemes);
        _similarSurfaces = new(tables.Surfaces);
        _similarSpellings = new(tables.Spellings);
    }

    /// <summary>Replaces a short form in a query by something that it stands for.</summary>
    /// <param name="query">The query.</param>
    /// <param name="number">Which replacement, from 0: the likeliest first.</param>
    /// <param name="rewritten">Room for the query written out.</param>
    /// <returns>How long it is; 0 where there is no such replacement.</returns>
    public int WriteOut(ReadOnlySpan<char> query, int number, Span<char> rewritten)
    {
        Span<Word> words = stackalloc Word[MaxWords];
        var count = 0;
        var scanner = new WordScanner(query);
        while (count < MaxWords && scanner.MoveNext()) words[count++] = scanner.Current;
        Span<char> key = stackalloc char[(LongestShortForm + 1) * SpellingKey.MaxLength];
        for (var i = 0; i < count; i++)
        {
            for (var length = Math.Min(LongestShortForm, count - i); length > 0; length--)
            {
                var written = 0;
                for (var w = i; w < i + length; w++)
                {
                    if (w > i) key[written++] = ' ';
                    written += LetterFolding.Lower(words[w].In(query), key[written..]);
                }

                if (_tables.ShortForms.Find(key[..written]) is not (>= 0 and var found)) continue;
                var meanings = _tables.LongFormStarts[found + 1] - _tables.LongFormStarts[found];
                if (number >= meanings)
                {
                    number -= meanings;
                    break;
                }

                var meaning = _tables.LongForms[_tables.LongFormStarts[found] + number];
                var before = query[..words[i].Start];
                var after = query[words[i + length - 1].End..];
                if (before.Length + meaning.Length + after.Length + 1 > rewritten.Length) return 0;
                before.CopyTo(rewritten);
                meaning.CopyTo(rewritten[before.Length..]);
                var end = before.Length + meaning.Length;
                after.CopyTo(rewritten[end..]);
                end += after.Length;
                // A short form is whole: what it stands for is no beginning of a word.
                if (after.IsEmpty) rewritten[end++] = ' ';
                return end;
            }
        }

        return 0;
    }

    /// <summary>A word of the query with its units.</summary>
    private readonly record struct QueryWord(int Start, int End, int Lexeme, byte FirstUnit, byte UnitCount);

    /// <summary>Reads a query.</summary>
    public void Read(ReadOnlySpan<char> query, SearchScratch scratch)
    {
        Span<QueryWord> words = stackalloc QueryWord[MaxWords];
        var count = 0;
        scratch.QueryLength = 0;
        scratch.FuzzyBudget = MaxFuzzyScans;
        foreach (var unit in query)
        {
            if (char.IsLetterOrDigit(unit)) scratch.Query[scratch.QueryLength++] = char.ToLowerInvariant(unit);
        }

        var scanner = new WordScanner(query);
        var negation = Negation.None;
        while (count < MaxWords && scanner.MoveNext())
        {
            var word = scanner.Current;
            var isOpen = word.End == query.Length;
            var first = scratch.UnitCount;
            // "type I" and "grad III": alone the letter I is a word that says nothing.
            if (Read(word, word.In(query), isOpen, isOnly: count == 0 && isOpen, scratch) is { } read) words[count++] = read;
            Role(word.In(query), first, ref negation, scratch);
            if (scratch.UnitCount >= SearchScratch.MaxUnits) break;
        }

        WeighDescribing(query, words[..count], scratch);
        Join(query, words[..count], scratch);
        AddPhrases(words[..count], scratch);
    }

    /// <summary>Whether a word's units can make a hit by themselves, or only add to one.</summary>
    private static void Role(ReadOnlySpan<char> word, int first, ref Negation negation, SearchScratch scratch)
    {
        var begins = Negations.Of(word);
        if (begins != Negation.None) negation = begins;
        else if (negation != Negation.None && Negations.Ends(word)) negation = Negation.None;
        var isDenied = begins == Negation.None && negation != Negation.None;
        var isNumber = word.Length == 1 || IsNumber(word);
        var isSide = Sides.Contain(word);
        var carries = begins == Negation.None && !isDenied && !isNumber && !isSide;
        for (var unit = first; unit < scratch.UnitCount; unit++)
        {
            if (carries) scratch.Carrying = scratch.Carrying.WithElement(unit, byte.MaxValue);
            scratch.UnitImportance[unit] *= isDenied ? Absent : isNumber ? Number : isSide ? Side : begins != Negation.None ? Negator : 1f;
            if (isDenied) scratch.Denied = scratch.Denied.WithElement(unit, byte.MaxValue);
        }

        if (isDenied && negation == Negation.NextWord) negation = Negation.None;
    }

    private static bool IsNumber(ReadOnlySpan<char> word)
    {
        Span<char> key = stackalloc char[SpellingKey.MaxLength];
        return !key[..WordKeys.Spell(word, key)].ContainsAnyExceptInRange('0', '9');
    }

    /// <summary>Lowers what only describes where another word is by itself a name, and notes the compounds that are known as a whole or end in a general word.</summary>
    private void WeighDescribing(ReadOnlySpan<char> query, ReadOnlySpan<QueryWord> words, SearchScratch scratch)
    {
        var hasName = false;
        foreach (var word in words)
        {
            hasName |= IsName(word) && scratch.Carrying.GetElement(word.FirstUnit) != 0;
            if (word.UnitCount < 2) continue;
            var head = (byte)(word.FirstUnit + word.UnitCount - 1);
            var kind = word.Lexeme >= 0 ? CompoundKind.Whole : scratch.UnitImportance[head] > GeneralHead ? CompoundKind.Headed : words.Length > 1 ? CompoundKind.General : CompoundKind.Whole;
            var units = Vector128<byte>.Zero;
            for (var unit = word.FirstUnit; unit < word.FirstUnit + word.UnitCount; unit++) units = units.WithElement(unit, byte.MaxValue);
            scratch.Compounds[scratch.CompoundCount++] = new(units, head, kind);
            if (words.Length > 1 && IsName(word) && scratch.Denied.GetElement(word.FirstUnit) == 0) Raise(scratch.UnitImportance.AsSpan(word.FirstUnit, word.UnitCount));
        }

        foreach (var word in words)
        {
            if (!hasName || (word.Lexeme < 0 && word.UnitCount < 2) || IsName(word) || scratch.Carrying.GetElement(word.FirstUnit) == 0) continue;
            var factor = IsAdjective(query[word.Start..word.End]) ? Adjective : Describing;
            for (var unit = word.FirstUnit; unit < word.FirstUnit + word.UnitCount; unit++) scratch.UnitImportance[unit] *= factor;
        }
    }

    private static void Raise(Span<float> importance)
    {
        var sum = 0f;
        foreach (var unit in importance) sum += unit;
        if (sum is <= 0 or >= NamingCompound) return;
        foreach (ref var unit in importance) unit *= NamingCompound / sum;
    }

    private static readonly string[] AdjectiveEnds = ["ig", "isk", "ell", "iv", "ende", "bar", "som", "løs", "al", "øs", "ant", "ert", "fikk", "lar", "ete"];

    /// <summary>Whether a word ends like an adjective, its own endings taken off.</summary>
    private static bool IsAdjective(ReadOnlySpan<char> word)
    {
        foreach (var end in AdjectiveEnds)
        {
            if (word.EndsWith(end, StringComparison.OrdinalIgnoreCase)) return true;
            if (word.Length > end.Length + 2 && word[^1] is 'e' or 't' or 'E' or 'T' && word[..^1].EndsWith(end, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    private bool IsName(QueryWord word) => word.Lexeme >= 0 && word.UnitCount > 0 && _tables.NamesAlone[word.Lexeme] != 0;

    private QueryWord? Read(Word at, ReadOnlySpan<char> word, bool isOpen, bool isOnly, SearchScratch scratch)
    {
        Span<char> key = stackalloc char[SpellingKey.MaxLength];
        Span<char> stem = stackalloc char[SpellingKey.MaxLength];
        var spelled = key[.._tables.Keys.Write(word, key)];
        if (spelled.IsEmpty) return null;
        var spelling = _tables.Spellings.Find(spelled);
        var lexeme = spelling >= 0 ? _tables.SpellingLexemes[spelling] : _tables.Lexemes.Find(stem[.._tables.Keys.Stem(spelled, stem)]);
        if (lexeme >= 0 && _tables.Importance[lexeme] == 0 && !isOnly) return null;
        // Q-feber, hepatitt C: a letter that names have counts. Others are beginnings of nothing: s. or v.
        if (word.Length == 1 && !isOpen && lexeme < 0) return null;

        Span<char> letters = stackalloc char[LetterFolding.MaxWordLength];
        var surface = letters[..LetterFolding.Lower(word, letters)];
        var isSurface = _tables.Surfaces.Find(surface) >= 0;
        // Many words are spelled like one of a few letters: zzzqqq is no SCC. One that no name has, and that is much longer than its key, is none of them.
        if (!isSurface && spelled.Length <= ShortKey && LetterFolding.Fold(word, stem) > spelled.Length + 1) lexeme = -1;
        // appen is the beginning of appendisitt before it is another spelling of åpen.
        // So is what is spelled like a name of a few letters, even where some name has it: chol is the beginning of cholera before it is KOL.
        var isShort = spelled.Length <= ShortKey && WithoutDoubles(surface) > spelled.Length;
        var isBeginning = isOpen && (!isSurface || isShort) && _tables.Surfaces.Range(surface) is var (begin, end) && end - begin > (isSurface ? 1 : 0);
        var whole = lexeme;
        if (isBeginning && isShort) lexeme = -1;
        Span<WordNode> nodes = stackalloc WordNode[WordTree.MaxNodes];
        Span<byte> starts = stackalloc byte[WordTree.MaxLeaves];
        var tree = new WordTree(nodes, starts);
        _decompounder.Split(word, lexeme, ref tree);
        var first = scratch.UnitCount;
        var units = Math.Min(tree.LeafCount, SearchScratch.MaxUnits - first);
        for (var unit = 0; unit < units; unit++) scratch.UnitImportance[first + unit] = ImportanceOf(tree.Nodes, unit) * (unit == units - 1 || units == 1 ? 1f : Modifier);
        scratch.UnitCount += units;
        // Forms in a word that no name has are a guess: more often it is a misspelling of another.
        var isGuess = lexeme < 0 && HasForm(tree.Nodes);
        foreach (var node in tree.Nodes)
        {
            if (node.FirstLeaf >= units) continue;
            // What is written otherwise than in any name is a little less sure.
            var weight = isSurface || node.Lexeme != lexeme ? node.Weight : node.Weight * (isBeginning ? DoubtfulWeight : VariantWeight) / 255;
            Add(node.Lexeme, first + node.FirstLeaf, Math.Min(node.LeafCount, units - node.FirstLeaf), isGuess ? weight * 2 / 3 : weight, false, scratch);
        }

        var isKnown = lexeme >= 0 || (tree.LeafCount > 1 && !isGuess);
        if (isOpen)
        {
            AddCompletions(surface, spelled, whole, first, units, isSurface, isSurface || isShort, scratch);
            if (!isKnown && !isBeginning) isKnown = AddCompoundCompletions(word, first, scratch);
        }

        scratch.IsOpen |= isBeginning;
        if (!isSurface && !isBeginning) AddSimilar(surface, spelled, isOpen, first, units, isKnown, scratch);
        return new(at.Start, at.End, lexeme, (byte)first, (byte)(scratch.UnitCount - first));
    }

    /// <summary>How many letters a word has, doubled ones counted once: menn is spelled men, and still itself.</summary>
    private static int WithoutDoubles(ReadOnlySpan<char> surface)
    {
        var count = 0;
        for (var i = 0; i < surface.Length; i++) count += i == 0 || surface[i] != surface[i - 1] ? 1 : 0;
        return count;
    }

    private static bool HasForm(ReadOnlySpan<WordNode> nodes)
    {
        foreach (var node in nodes)
        {
            if (node.Weight == Decompounder.FormWeight) return true;
        }

        return false;
    }

    /// <summary>What a unit counts: the rarer its part, the more. Unknown parts count as much as middling ones.</summary>
    private float ImportanceOf(ReadOnlySpan<WordNode> nodes, int unit)
    {
        foreach (var node in nodes)
        {
            if (node.LeafCount == 1 && node.FirstLeaf == unit && node.Lexeme >= 0) return _tables.Importance[node.Lexeme] / 255f;
        }

        return 0.6f;
    }

    private static void Put(Evidence evidence, SearchScratch scratch)
    {
        if (scratch.EvidenceCount < SearchScratch.MaxEvidence) scratch.Evidence[scratch.EvidenceCount++] = evidence;
    }

    /// <summary>A lexeme and all that its classes find.</summary>
    private void Add(int lexeme, int firstUnit, int unitCount, int weight, bool isTypo, SearchScratch scratch)
    {
        if (lexeme < 0) return;
        Put(new(lexeme, (byte)firstUnit, (byte)unitCount, (byte)weight, isTypo), scratch);
        for (var i = _tables.ExpansionStarts[lexeme]; i < _tables.ExpansionStarts[lexeme + 1]; i++)
        {
            var expansion = _tables.Expansions[i];
            Put(new(expansion.Token, (byte)firstUnit, (byte)unitCount, (byte)(weight * expansion.Weight / 255), isTypo), scratch);
        }
    }

    /// <summary>Words that begin like the last word; the less is missing, the more likely.</summary>
    private void AddCompletions(ReadOnlySpan<char> surface, ReadOnlySpan<char> spelled, int lexeme, int firstUnit, int unitCount, bool isSurface, bool isWhole, SearchScratch scratch)
    {
        // A word that is whole may still go on; one that is not most likely does.
        var hasSurfaces = AddRange(_tables.Surfaces, surface, isWhole ? lexeme : -1, firstUnit, unitCount, isSurface ? 0.82f : 1f, scratch);
        // Where words begin with the very letters, what is only spelled alike is less likely meant.
        if (spelled.Length > (hasSurfaces ? ShortKey : 2)) AddRange(_tables.Spellings, spelled, lexeme, firstUnit, unitCount, hasSurfaces ? 0.7f : 0.85f, scratch);
    }

    /// <summary>The last part of a compound that no name has: brystkre. The longest known beginning counts.</summary>
    private bool AddCompoundCompletions(ReadOnlySpan<char> word, int firstUnit, SearchScratch scratch)
    {
        Span<char> folded = stackalloc char[LetterFolding.MaxWordLength];
        var length = LetterFolding.Fold(word, folded);
        Span<char> rest = stackalloc char[SpellingKey.MaxLength];
        for (var cut = length - 2; cut >= 3; cut--)
        {
            if (_tables.Parts.Find(folded[..cut]) is not (>= 0 and var part) || !_tables.Parts.Fits(part, isLast: false) || _tables.Parts.IsForm(part)) continue;
            for (var link = 0; link <= 1 && cut + link <= length - 2; link++)
            {
                if (link == 1 && folded[cut] is not ('s' or 'e')) continue;
                var tail = rest[..SpellingKey.Write(folded[(cut + link)..length], rest)];
                var (start, end) = _tables.Spellings.Range(tail);
                if (start == end || scratch.UnitCount >= SearchScratch.MaxUnits) continue;
                var second = scratch.UnitCount++;
                scratch.UnitImportance[second] = 0.6f;
                foreach (var head in _tables.Parts.LexemesOf(part))
                {
                    scratch.UnitImportance[firstUnit] = _tables.Importance[head] / 255f;
                    Add(head, firstUnit, 1, 215, false, scratch);
                }

                return AddRange(_tables.Spellings, tail, -1, second, 1, 0.9f, scratch);
            }
        }

        return false;
    }

    /// <summary>All words of a table that begin so. The table is that of surfaces or that of spellings.</summary>
    private bool AddRange(StringTable table, ReadOnlySpan<char> beginning, int except, int firstUnit, int unitCount, float factor, SearchScratch scratch)
    {
        var (start, end) = table.Range(beginning);
        if (end - start > MaxCompletions) return AddMany(table, beginning, start, end, except, firstUnit, factor, scratch);
        var stamp = ++scratch.Stamp;
        for (var i = start; i < end; i++)
        {
            var spelling = table == _tables.Spellings ? i : _tables.SurfaceSpellings[i];
            var found = _tables.SpellingLexemes[spelling];
            if (found == except || scratch.LexemeStamp[found] == stamp || _tables.Importance[found] == 0) continue;
            scratch.LexemeStamp[found] = stamp;
            var share = (float)beginning.Length / table.LengthOf(i);
            var weight = (int)(factor * (200 + (40 * share)) * (_tables.SpellingRanks[spelling] == 2 ? 1f : 0.88f));
            // Classes are worth their lists only where few words remain.
            if (end - start <= 24) Add(found, firstUnit, unitCount, weight, false, scratch);
            else Put(new(found, (byte)firstUnit, (byte)unitCount, (byte)weight, false), scratch);
        }

        return end > start;
    }

    /// <summary>
    /// Of very many completions: behind other words all of them, but only in names that the other words find; alone the most popular.
    /// </summary>
    private bool AddMany(StringTable table, ReadOnlySpan<char> beginning, int start, int end, int except, int firstUnit, float factor, SearchScratch scratch)
    {
        // The spellings of so short a beginning add nothing to its surfaces but noise.
        if (table != _tables.Surfaces) return true;
        if (scratch.EvidenceCount > 0 && firstUnit > 0)
        {
            (scratch.OpenStamp, scratch.OpenUnit) = (++scratch.Stamp, firstUnit);
            for (var i = start; i < end; i++)
            {
                var found = _tables.SpellingLexemes[_tables.SurfaceSpellings[i]];
                var weight = (byte)(factor * (200 + (40f * beginning.Length / table.LengthOf(i))));
                if (scratch.LexemeStamp[found] == scratch.OpenStamp && scratch.LexemeWeight[found] >= weight) continue;
                (scratch.LexemeStamp[found], scratch.LexemeWeight[found]) = (scratch.OpenStamp, weight);
            }

            return true;
        }

        // A counting sort by popularity, down to where there are enough.
        Span<int> counts = stackalloc int[256];
        counts.Clear();
        for (var i = start; i < end; i++) counts[_tables.Popularity[i]]++;
        var least = 255;
        for (var enough = counts[255]; least > 0 && enough < MaxCompletions;) enough += counts[--least];
        var stamp = ++scratch.Stamp;
        var taken = 0;
        for (var i = start; i < end && taken < 2 * MaxCompletions; i++)
        {
            if (_tables.Popularity[i] < least) continue;
            var found = _tables.SpellingLexemes[_tables.SurfaceSpellings[i]];
            if (found == except || scratch.LexemeStamp[found] == stamp) continue;
            scratch.LexemeStamp[found] = stamp;
            Put(new(found, (byte)firstUnit, 1, (byte)(factor * (200 + (40f * beginning.Length / table.LengthOf(i)))), false), scratch);
            taken++;
        }

        return true;
    }

    /// <summary>Words that an unknown word may be a misspelling of, the whole of it or one part of a compound.</summary>
    private void AddSimilar(
        ReadOnlySpan<char> surface, ReadOnlySpan<char> spelled, bool isOpen, int firstUnit, int unitCount, bool isKnown, SearchScratch scratch)
    {
        var allowed = FuzzyWords.Allowed(surface.Length);
        var count = Similar(_similarSurfaces, scratch, surface, allowed, isOpen && !isKnown);
        if (count > 0) AddFuzzy(_tables.Surfaces, count, surface.Length, firstUnit, unitCount, isKnown, scratch);
        var bySpelling = Similar(_similarSpellings, scratch, spelled, Math.Min(allowed, FuzzyWords.Allowed(spelled.Length + 1)), isOpen && !isKnown && count == 0);
        if (bySpelling > 0) AddFuzzy(_tables.Spellings, bySpelling, spelled.Length, firstUnit, unitCount, isKnown, scratch);
        if (count + bySpelling > 0 || isKnown) return;

        for (var cut = surface.Length - 4; cut >= 3; cut--)
        {
            if (PartAt(surface[..cut], isLast: false) is not (>= 0 and var part)) continue;
            var tail = surface[cut..];
            count = Similar(_similarSurfaces, scratch, tail, FuzzyWords.Allowed(tail.Length), isOpen);
            if (count == 0 || scratch.UnitCount >= SearchScratch.MaxUnits) continue;
            var second = scratch.UnitCount++;
            scratch.UnitImportance[second] = 0.6f;
            foreach (var head in _tables.Parts.LexemesOf(part)) Add(head, firstUnit, 1, 215, false, scratch);
            AddFuzzy(_tables.Surfaces, count, tail.Length, second, 1, false, scratch);
            return;
        }

        // Or its first part is misspelled: the longest known end counts.
        for (var cut = 4; cut <= surface.Length - 4; cut++)
        {
            if (PartAt(surface[cut..], isLast: true) is not (>= 0 and var part)) continue;
            var head = surface[..cut];
            count = Similar(_similarSurfaces, scratch, head, FuzzyWords.Allowed(head.Length), false);
            if (count == 0 || scratch.UnitCount >= SearchScratch.MaxUnits) continue;
            var second = scratch.UnitCount++;
            scratch.UnitImportance[second] = 0.6f;
            AddFuzzy(_tables.Surfaces, count, head.Length, firstUnit, 1, false, scratch);
            foreach (var tail in _tables.Parts.LexemesOf(part))
            {
                scratch.UnitImportance[second] = _tables.Importance[tail] / 255f;
                Add(tail, second, 1, 222, false, scratch);
            }

            return;
        }
    }

    private static int Similar(FuzzyWords words, SearchScratch scratch, ReadOnlySpan<char> word, int allowed, bool isPrefix) =>
        scratch.FuzzyBudget-- > 0 ? words.Find(word, allowed, isPrefix, scratch.FuzzyFound, scratch.FuzzyDistances) : 0;

    private int PartAt(ReadOnlySpan<char> surface, bool isLast)
    {
        Span<char> folded = stackalloc char[LetterFolding.MaxWordLength];
        var part = _tables.Parts.Find(folded[..LetterFolding.Fold(surface, folded)]);
        return part >= 0 && _tables.Parts.Fits(part, isLast) && !_tables.Parts.IsForm(part) ? part : -1;
    }

    private void AddFuzzy(StringTable table, int count, int length, int firstUnit, int unitCount, bool isKnown, SearchScratch scratch)
    {
        var nearest = 255;
        for (var i = 0; i < count; i++) nearest = Math.Min(nearest, scratch.FuzzyDistances[i]);
        for (var i = 0; i < count; i++)
        {
            // Words further off than the nearest by a whole error are not what was meant.
            if (scratch.FuzzyDistances[i] > nearest + 1) continue;
            // A form or compound that makes sense as it is needs a near neighbour to be doubted.
            if (isKnown && scratch.FuzzyDistances[i] > 2) continue;
            var spelling = table == _tables.Spellings ? scratch.FuzzyFound[i] : _tables.SurfaceSpellings[scratch.FuzzyFound[i]];
            var errors = scratch.FuzzyDistances[i] / 2f;
            var weight = (230 - (errors * 160 / Math.Max(4, length))) * (_tables.SpellingRanks[spelling] == 2 ? 1f : 0.85f);
            if (isKnown) weight *= 0.9f;
            Add(_tables.SpellingLexemes[spelling], firstUnit, unitCount, (int)weight, true, scratch);
        }
    }

    /// <summary>Words that were typed apart: bryst kreft, hode pine.</summary>
    private void Join(ReadOnlySpan<char> query, ReadOnlySpan<QueryWord> words, SearchScratch scratch)
    {
        Span<char> joined = stackalloc char[LetterFolding.MaxWordLength];
        Span<char> key = stackalloc char[SpellingKey.MaxLength];
        for (var i = 0; i + 1 < words.Length; i++)
        {
            var (one, other) = (words[i], words[i + 1]);
            var gap = query[one.End..other.Start];
            // A letter behind a word is a word of its own: ca coli c mets is no colic.
            if (gap.Length != 1 || gap[0] is not (' ' or '-') || other.End - other.Start == 1 || other.End - one.Start > LetterFolding.MaxWordLength) continue;
            for (var link = 0; link < 3; link++)
            {
                query[one.Start..one.End].CopyTo(joined);
                var length = one.End - one.Start;
                if (link > 0) joined[length++] = link == 1 ? 's' : 'e';
                query[other.Start..other.End].CopyTo(joined[length..]);
                length += other.End - other.Start;
                var spelling = _tables.Spellings.Find(key[.._tables.Keys.Write(joined[..length], key)]);
                if (spelling < 0) continue;
                Add(_tables.SpellingLexemes[spelling], one.FirstUnit, one.UnitCount + other.UnitCount, JoinedWeight, false, scratch);
                break;
            }
        }
    }

    /// <summary>Phrases that belong to a class: vondt i magen.</summary>
    private void AddPhrases(ReadOnlySpan<QueryWord> words, SearchScratch scratch)
    {
        Span<int> phrase = stackalloc int[LongestPhrase];
        for (var i = 0; i < words.Length; i++)
        {
            for (var count = 1; count <= LongestPhrase && i + count <= words.Length; count++)
            {
                var word = words[i + count - 1];
                if (word.Lexeme < 0) break;
                phrase[count - 1] = word.Lexeme;
                if (count == 1 || _tables.Phrases.Find(MemoryMarshal.Cast<int, char>(phrase[..count])) is not (>= 0 and var found)) continue;
                var units = word.FirstUnit + word.UnitCount - words[i].FirstUnit;
                // What is absent or counted is part of the phrase: uten bevissthet.
                for (var unit = (int)words[i].FirstUnit; unit < words[i].FirstUnit + units; unit++)
                {
                    scratch.Carrying = scratch.Carrying.WithElement(unit, byte.MaxValue);
                    scratch.InPhrase = scratch.InPhrase.WithElement(unit, byte.MaxValue);
                }

                for (var e = _tables.PhraseStarts[found]; e < _tables.PhraseStarts[found + 1]; e++)
                    Put(new(_tables.PhraseExpansions[e].Token, words[i].FirstUnit, (byte)units, _tables.PhraseExpansions[e].Weight, false), scratch);
            }
        }
    }
}
