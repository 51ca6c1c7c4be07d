using Icd.Search.Analysis;
using Icd.Search.Indexing;

namespace Icd.Search;

/// <summary>Finds concepts by code: whole or partial, in any case, with points and blanks anywhere or nowhere, and the members of clusters.</summary>
internal sealed class CodeReader(IndexTables tables)
{
    private const int LongestCode = 8;

    /// <summary>Adds what the query names by code. Counterparts in the other system follow behind.</summary>
    public void Read(ReadOnlySpan<char> query, in DocumentFilter filter, SearchScratch scratch, int depth)
    {
        var rank = 0;
        var rest = query.Trim();
        Span<char> code = stackalloc char[LongestCode];
        // Written apart (I 21.4, J-44, J44,1) it is one code as long as there are codes that begin so.
        if (Normalise(rest, code) is > 0 and var whole && (whole < 3 || tables.CodeKeys.Range(code[..whole]) is var (first, end) && first < end))
        {
            Add(code[..whole], isMember: false, ref rank, filter, scratch, depth);
            return;
        }

        // A cluster is codes between & and /; anything else in it makes it words. Between blanks all must be codes: many short words look like one.
        if (!ReadCluster(rest, "&/,;+", ref rank, filter, scratch, depth)) ReadCluster(rest, "&/,;+ ", ref rank, filter, scratch, depth);
    }

    private bool ReadCluster(ReadOnlySpan<char> text, ReadOnlySpan<char> separators, ref int rank, in DocumentFilter filter, SearchScratch scratch, int depth)
    {
        Span<char> code = stackalloc char[LongestCode];
        Span<Range> members = stackalloc Range[SearchScratch.MaxUnits];
        var count = text.SplitAny(members, separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (count < 2) return false;
        for (var i = 0; i < count; i++)
        {
            if (Normalise(text[members[i]], code) is not (> 0 and var length) || (separators.Contains(' ') && tables.CodeKeys.Find(code[..length]) < 0)) return false;
        }

        for (var i = 0; i < count; i++)
        {
            var length = Normalise(text[members[i]], code);
            Add(code[..length], isMember: true, ref rank, filter, scratch, depth);
        }

        return true;
    }

    private void Add(ReadOnlySpan<char> code, bool isMember, ref int rank, in DocumentFilter filter, SearchScratch scratch, int depth)
    {
        var exact = tables.CodeKeys.Find(code);
        if (exact >= 0)
        {
            for (var i = tables.CodeKeyStarts[exact]; i < tables.CodeKeyStarts[exact + 1]; i++)
            {
                var document = tables.CodeKeyDocuments[i];
                Keep(document, 3f - (0.001f * rank++), filter, scratch, depth);
                for (var l = tables.LinkStarts[document]; l < tables.LinkStarts[document + 1]; l++)
                    Keep(tables.Links[l].Document, 1.4f - (0.001f * (rank + l - tables.LinkStarts[document])), filter, scratch, depth);
            }
        }

        if (isMember) return;
        // Of a beginning that is no code yet there may be very many; words that look like one, such as b12, win over few letters.
        var (start, end) = tables.CodeKeys.Range(code);
        var score = code.Length > 2 ? 2f : 0.5f;
        for (var key = start; key < end && rank < depth + 1; key++)
        {
            if (key == exact) continue;
            for (var i = tables.CodeKeyStarts[key]; i < tables.CodeKeyStarts[key + 1]; i++)
            {
                if (Keep(tables.CodeKeyDocuments[i], score - (0.0001f * rank), filter, scratch, depth)) rank++;
            }
        }
    }

    private bool Keep(int document, float score, in DocumentFilter filter, SearchScratch scratch, int depth)
    {
        if (!filter.Passes(document, tables.Documents[document])) return false;
        scratch.HasEarlier = true;
        BestHits.Keep(tables, scratch, depth, new() { Document = document, Term = -1, Score = score, Kind = MatchKind.Code, IsWhole = true });
        return true;
    }

    /// <summary>A code in lower case without point and mark; 0 where the text cannot be one: a code has a digit among its first three characters.</summary>
    private static int Normalise(ReadOnlySpan<char> text, Span<char> code)
    {
        text = text.TrimEnd("†* ");
        var length = 0;
        var hasDigit = false;
        foreach (var unit in text)
        {
            if (length > 0 && IsSeparator(unit)) continue;
            if (!char.IsAsciiLetterOrDigit(unit) || length == code.Length) return 0;
            hasDigit |= char.IsAsciiDigit(unit) && length < 3;
            code[length++] = LetterFolding.Plain(unit);
        }

        return hasDigit && length > 1 && HasLetter(code[..length]) ? length : 0;
    }

    private static bool IsSeparator(char unit) => unit is '.' or ',' or ':' or '_' or '-' or '\u2010' or '\u2011' or '\u2013' or '\u00B7' || char.IsWhiteSpace(unit);

    private static bool HasLetter(ReadOnlySpan<char> code) => code.ContainsAnyInRange('a', 'z');
}
