using System.Globalization;
using System.Text;

namespace Icd.Core.Postcoordination;

/// <summary>A text to look for in titles, without regard to case, accents and æøå.</summary>
internal sealed class FoldedQuery
{
    private readonly string _folded;
    private readonly string[] _words;

    public FoldedQuery(string text)
    {
        Text = text.Trim();
        _words = Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        _folded = string.Join(' ', _words);
    }

    public string Text { get; }

    public bool IsEmpty => _words.Length == 0;

    /// <summary>How well a title fits: lower is better; <see cref="int.MaxValue"/> where it does not.</summary>
    public int Rank(string title)
    {
        var words = Fold(title).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var folded = string.Join(' ', words);
        if (folded == _folded) return 0;
        foreach (var word in _words)
        {
            if (!Array.Exists(words, own => own.StartsWith(word, StringComparison.Ordinal))) return int.MaxValue;
        }

        return (folded.StartsWith(_folded, StringComparison.Ordinal) ? 1_000 : 1_000_000) + Math.Min(folded.Length, 999) * 2;
    }

    /// <summary>Letters and digits in lower case without accents, all else a space; "øye" is found as "oye".</summary>
    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var unit in text.Normalize(NormalizationForm.FormD))
        {
            switch (unit)
            {
                case 'æ' or 'Æ':
                    folded.Append("ae");
                    break;
                case 'ø' or 'Ø':
                    folded.Append('o');
                    break;
                case var _ when char.IsLetterOrDigit(unit):
                    folded.Append(char.ToLowerInvariant(unit));
                    break;
                case var _ when CharUnicodeInfo.GetUnicodeCategory(unit) != UnicodeCategory.NonSpacingMark:
                    folded.Append(' ');
                    break;
            }
        }

        return folded.ToString();
    }
}
