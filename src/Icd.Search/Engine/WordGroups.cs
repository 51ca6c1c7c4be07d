using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Icd.Search.Analysis;
using Icd.Search.Indexing;

namespace Icd.Search;

/// <summary>What several words of a query mean together.</summary>
internal sealed class WordGroups(IndexTables tables, LexemeEvidence evidence)
{
    private const byte JoinedWeight = 240;
    private const int LongestPhrase = 6;

    /// <summary>Words that were typed apart: bryst kreft, hode pine.</summary>
    public void Join(ReadOnlySpan<char> query, ReadOnlySpan<QueryWord> words, SearchScratch scratch)
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
                var spelling = tables.Spellings.Find(key[..tables.Keys.Write(joined[..length], key)]);
                if (spelling < 0) continue;
                evidence.Add(tables.SpellingLexemes[spelling], one.FirstUnit, one.UnitCount + other.UnitCount, JoinedWeight, false, scratch);
                break;
            }
        }
    }

    /// <summary>Phrases that belong to a class: vondt i magen.</summary>
    public void AddPhrases(ReadOnlySpan<QueryWord> words, SearchScratch scratch)
    {
        Span<int> phrase = stackalloc int[LongestPhrase];
        for (var i = 0; i < words.Length; i++)
        {
            for (var count = 1; count <= LongestPhrase && i + count <= words.Length; count++)
            {
                var word = words[i + count - 1];
                if (word.Lexeme < 0) break;
                phrase[count - 1] = word.Lexeme;
                if (count == 1 || tables.Phrases.Find(MemoryMarshal.Cast<int, char>(phrase[..count])) is not (>= 0 and var found)) continue;
                var units = word.FirstUnit + word.UnitCount - words[i].FirstUnit;
                // What is absent or counted is part of the phrase: uten bevissthet.
                for (var unit = (int)words[i].FirstUnit; unit < words[i].FirstUnit + units; unit++)
                {
                    scratch.Carrying = scratch.Carrying.WithElement(unit, byte.MaxValue);
                    scratch.InPhrase = scratch.InPhrase.WithElement(unit, byte.MaxValue);
                }

                for (var e = tables.PhraseStarts[found]; e < tables.PhraseStarts[found + 1]; e++)
                    scratch.Add(new(tables.PhraseExpansions[e].Token, words[i].FirstUnit, (byte)units, tables.PhraseExpansions[e].Weight, false));
            }
        }
    }
}
