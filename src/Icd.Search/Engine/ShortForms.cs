using Icd.Search.Analysis;
using Icd.Search.Indexing;

namespace Icd.Search;

/// <summary>The short forms of the lexicon (<c>hj.svikt</c>, <c>KOLS</c>), and what they stand for.</summary>
internal sealed class ShortForms(IndexTables tables)
{
    /// <summary>How many words a short form has at most.</summary>
    private const int LongestShortForm = 3;

    /// <summary>Replaces a short form in a query by something that it stands for.</summary>
    /// <param name="query">The query.</param>
    /// <param name="number">Which replacement, from 0: the likeliest first.</param>
    /// <param name="rewritten">Room for the query written out.</param>
    /// <returns>How long it is; 0 where there is no such replacement.</returns>
    public int WriteOut(ReadOnlySpan<char> query, int number, Span<char> rewritten)
    {
        Span<Word> words = stackalloc Word[QueryReader.MaxWords];
        var count = 0;
        var scanner = new WordScanner(query);
        while (count < QueryReader.MaxWords && scanner.MoveNext()) words[count++] = scanner.Current;
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

                if (tables.ShortForms.Find(key[..written]) is not (>= 0 and var found)) continue;
                var meanings = tables.LongFormStarts[found + 1] - tables.LongFormStarts[found];
                if (number >= meanings)
                {
                    number -= meanings;
                    break;
                }

                var meaning = tables.LongForms[tables.LongFormStarts[found] + number];
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
}
