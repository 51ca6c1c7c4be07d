using Icd.Transition.Scan.Codes;
using Icd.Transition.Scan.Text;

namespace Icd.Transition.Scan.Detection;

/// <summary>Weighs codes, ranges and beginnings of codes by the form that they are written in.</summary>
internal sealed class CodeLiterals(CodeBook book)
{
    /// <summary>One or two characters that codes begin with.</summary>
    public void AddShort(int index, int start, int end, string text, Comparison comparison, List<Literal> literals)
    {
        var codes = book.Below(text);
        if (codes.IsEmpty) return;
        literals.Add(new(FindingKind.Prefix, index, index, start, end, text, codes, (text.Length == 1 ? -2.1 : -1.1) - (comparison.Operation == Operation.None ? 0.5 : 0)) { Comparison = comparison, From = text, IsShort = true });
    }

    /// <summary>A code or range that was read, with the weight of its form.</summary>
    public Literal Of(WrittenCode code, int index, int shift, Comparison comparison, Source source)
    {
        var written = source.Text.Substring(shift + code.Start, code.End - code.Start);
        var (start, end) = (shift + code.Start, shift + code.End);
        if (code.To is { } to)
        {
            var isHeading = book.IsHeading(code.From, to);
            var isKnown = book.HasCategory(code.From) && book.HasCategory(to);
            return new(FindingKind.Range, index, index, start, end, written, book.Between(code.From, to), isKnown ? isHeading ? 1.9 : code.From.Length > 3 ? 0.3 : -0.5 : -3)
            {
                Comparison = comparison,
                From = code.From,
                To = to,
                IsHeading = isHeading,
                IsLower = code.IsLower,
                IsKnown = isKnown,
            };
        }

        var codes = book.Below(code.From);
        // A subdivision that the Norwegian edition lacks: foreign modifications have them, and so do misprints.
        var isForeign = codes.IsEmpty && code.From.Length > 3 && !book.Below(code.From[..^1]).IsEmpty;
        var known = !codes.IsEmpty || (book.IsInternationalOnly(code.From) && code.From.Length <= 4);
        var prior = code.From switch
        {
            _ when !known => isForeign && code.IsDotted ? -1.4 : -3.0,
            _ when char.IsAsciiLetter(code.From[2]) && code.From.Length > 3 => 1.2,
            { Length: 3 } => code.IsOpen ? -0.2 : -1.1,
            _ when code.IsDotted => 0.7,
            { Length: 4 } => -0.7,
            _ => -0.3,
        };
        var isSliced = comparison.IsSlice || comparison.Operation == Operation.StartsWith || code.IsOpen;
        return new(isSliced ? FindingKind.Prefix : FindingKind.Code, index, index, start, end, written, codes, prior) { Comparison = comparison, From = code.From, IsLower = code.IsLower, IsKnown = known };
    }
}
