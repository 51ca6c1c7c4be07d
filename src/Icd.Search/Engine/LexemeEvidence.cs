using Icd.Search.Indexing;

namespace Icd.Search;

/// <summary>Notes that a word of the query may stand for a lexeme, and for all that the lexeme's classes find.</summary>
internal sealed class LexemeEvidence(IndexTables tables)
{
    /// <summary>What a part without a lexeme of its own tells: as much as a middling one.</summary>
    public const float UnknownImportance = 0.6f;

    /// <summary>A lexeme and all that its classes find.</summary>
    /// <param name="lexeme">The lexeme; nothing is noted where it is negative.</param>
    /// <param name="firstUnit">The first unit of the query that it answers.</param>
    /// <param name="unitCount">How many it answers.</param>
    /// <param name="weight">How surely it is meant, 255 for the word as typed.</param>
    /// <param name="isTypo">Whether typing errors lie between.</param>
    /// <param name="scratch">Where it is noted.</param>
    public void Add(int lexeme, int firstUnit, int unitCount, int weight, bool isTypo, SearchScratch scratch)
    {
        if (lexeme < 0) return;
        scratch.Add(new(lexeme, (byte)firstUnit, (byte)unitCount, (byte)weight, isTypo));
        for (var i = tables.ExpansionStarts[lexeme]; i < tables.ExpansionStarts[lexeme + 1]; i++)
        {
            var expansion = tables.Expansions[i];
            scratch.Add(new(expansion.Token, (byte)firstUnit, (byte)unitCount, (byte)(weight * expansion.Weight / 255), isTypo));
        }
    }

    /// <summary>What a lexeme tells, from 0 to 1: the rarer, the more.</summary>
    public float ImportanceOf(int lexeme) => tables.Importance[lexeme] / 255f;
}
