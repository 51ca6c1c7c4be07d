using System.Runtime.CompilerServices;
using Icd.Core.Codes;
using Icd.Core.Releases;

namespace Icd.Transition.Groups;

/// <summary>One entry of a group's ICD-10 side.</summary>
/// <remarks>
/// Holds for codes, not for the entities of an edition: an old code that the edition of today lacks is a member all the same. The national
/// keys that stand for several categories (<c>V0n</c> for V01 to V09) belong to a range that has all of these.
/// </remarks>
/// <param name="Kind">What the text selects.</param>
/// <param name="First">The code, or the first of a range; <c>default</c> for chapters and patterns.</param>
/// <param name="Last">The last of a range, else the same as <paramref name="First"/>.</param>
/// <param name="IsExcluded">Whether it takes codes out.</param>
/// <param name="Text">As written, without <c>not</c>.</param>
/// <param name="Origin">File, line and column.</param>
public sealed record Icd10Term(Icd10TermKind Kind, Icd10Code First, Icd10Code Last, bool IsExcluded, string Text, string Origin)
{
    /// <summary>The intervals of packed codes (both ends inside) that the term selects.</summary>
    internal IEnumerable<(ulong First, ulong Last)> Intervals(Release edition) => Kind switch
    {
        Icd10TermKind.Exact => [(Packed(First), Packed(First) | 0xFF)],
        Icd10TermKind.Subtree => [Subtree(First)],
        Icd10TermKind.Range => [(Packed(First), Subtree(Last).Last), .. NationalKeys(edition, First, Last)],
        Icd10TermKind.Chapter => Chapter(edition),
        Icd10TermKind.Pattern => Pattern(),
        _ => throw new InvalidOperationException($"{Kind} selects nothing."),
    };

    /// <summary>The documented integer of a code: its characters from the highest byte, the mark in the lowest.</summary>
    internal static ulong Packed(Icd10Code code) => Unsafe.BitCast<Icd10Code, ulong>(code.WithoutMark);

    internal static (ulong First, ulong Last) Subtree(Icd10Code code) => (Packed(code), Packed(code) | (ulong.MaxValue >> (8 * code.Length)));

    private IEnumerable<(ulong, ulong)> Chapter(Release edition)
    {
        foreach (var chapter in edition.Roots)
        {
            if (!string.Equals(chapter.Code, Text["ch:".Length..], StringComparison.OrdinalIgnoreCase) || !TryReadRange(chapter.BlockId, out var first, out var last)) continue;
            yield return (Packed(first), Subtree(last).Last);
            foreach (var key in NationalKeys(edition, first, last)) yield return key;
        }
    }

    /// <summary>Keys such as W0n, which stand for all categories of their block and sort outside of them.</summary>
    private static IEnumerable<(ulong, ulong)> NationalKeys(Release edition, Icd10Code first, Icd10Code last)
    {
        foreach (var entity in edition.Entities)
        {
            if (entity.Kind != EntityKind.Category || entity.Icd10Code.Length != 3 || entity.Code[2] is >= '0' and <= '9') continue;
            if (entity.Parent is { } block && TryReadRange(block.BlockId, out var from, out var to) && first.Category <= from && to <= last.Category) yield return Subtree(entity.Icd10Code);
        }
    }

    private static bool TryReadRange(string? blockId, out Icd10Code first, out Icd10Code last)
    {
        (first, last) = (default, default);
        return blockId is { Length: 7 } && Icd10Code.TryParse(blockId.AsSpan(0, 3), out first) && Icd10Code.TryParse(blockId.AsSpan(4), out last);
    }

    /// <summary>Every way of filling the pattern's open places, a subtree each.</summary>
    private IEnumerable<(ulong, ulong)> Pattern()
    {
        var places = ReadPattern(Text);
        return Fill("", 0).Select(code => Subtree(Icd10Code.Parse(code)));

        IEnumerable<string> Fill(string prefix, int place) => place == places.Count
            ? Icd10Code.TryParse(prefix, out _) ? [prefix] : []
            : places[place].SelectMany(character => Fill(prefix + character, place + 1));
    }

    /// <summary>The characters that each place of a pattern allows; points are for the reader.</summary>
    /// <returns>Empty where the text is no pattern.</returns>
    internal static List<string> ReadPattern(string text)
    {
        const string any = "0123456789abcdefghijklmnopqrstuvwxyz";
        var places = new List<string>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '.') continue;
            if (text[i] == '?') places.Add(any);
            else if (text[i] == '[')
            {
                var end = text.IndexOf(']', i);
                if (end < 0 || end == i + 1) return [];
                var set = "";
                for (var at = i + 1; at < end; at++)
                {
                    if (at + 2 < end && text[at + 1] == '-')
                    {
                        for (var c = text[at]; c <= text[at + 2]; c++) set += c;
                        at += 2;
                    }
                    else set += text[at];
                }

                if (set.Length == 0 || set.Any(c => !char.IsAsciiLetterOrDigit(c))) return [];
                places.Add(set);
                i = end;
            }
            else if (char.IsAsciiLetterOrDigit(text[i])) places.Add(text[i].ToString());
            else return [];
        }

        return places.Count is >= 3 and <= 5 ? places : [];
    }
}
