using Icd.Core.Codes;

namespace Icd.Mapping.Rules;

/// <summary>A rule's target: an expression with slots, such as <c>FA20.0{joint@5}</c> or <c>{parent}&amp;XS25</c>.</summary>
internal sealed class RuleTemplate
{
    private RuleTemplate(string text, Segment[] segments) => (Text, Segments) = (text, segments);

    /// <summary>As the table has it.</summary>
    public string Text { get; }

    /// <summary>Its pieces, in order.</summary>
    public Segment[] Segments { get; }

    /// <param name="text">The cell.</param>
    /// <exception cref="FormatException">The message says which slot is malformed, a clause without its full stop.</exception>
    public static RuleTemplate Parse(string text)
    {
        var segments = new List<Segment>();
        for (var i = 0; i < text.Length;)
        {
            var open = text.IndexOf('{', i);
            if (open != i) segments.Add(new(SegmentKind.Literal, text[i..(open < 0 ? text.Length : open)], []));
            if (open < 0) break;
            var close = text.IndexOf('}', open);
            if (close < 0) throw new FormatException($"a {{ in '{text}' is not closed");
            segments.Add(ParseSlot(text[(open + 1)..close]));
            i = close + 1;
        }

        return segments.Count > 0 ? new(text, [.. segments]) : throw new FormatException("the target is empty; write none where there is no target");
    }

    private static Segment ParseSlot(string slot)
    {
        if (slot == "parent") return new(SegmentKind.Parent, slot, []);
        if (slot == "who") return new(SegmentKind.Who, slot, []);
        if (slot.Split('@') is [{ Length: > 0 } scheme, { Length: > 0 } places])
        {
            return places.All(place => place is >= '1' and <= '5')
                ? new(SegmentKind.Scheme, scheme, [.. places.Select(place => place - '1')])
                : throw new FormatException($"'{places}' in {{{slot}}} are not places 1 to 5 of a code");
        }

        return Icd10Code.TryParse(slot, out var code)
            ? new(SegmentKind.Code, code.ToString("N", null), [])
            : throw new FormatException($"{{{slot}}} is none of {{scheme@places}}, {{parent}}, {{who}} and {{ICD-10 code}}");
    }

    public override string ToString() => Text;

    /// <param name="Kind">What it is.</param>
    /// <param name="Text">A literal's text, a scheme's name, or an ICD-10 code without point.</param>
    /// <param name="Places">For a scheme: which characters of the code choose the value, from 0.</param>
    internal sealed record Segment(SegmentKind Kind, string Text, int[] Places);

    internal enum SegmentKind
    {
        /// <summary>Text of the expression.</summary>
        Literal,

        /// <summary>What a scheme says for characters of the code.</summary>
        Scheme,

        /// <summary>The answer of the code without its last character.</summary>
        Parent,

        /// <summary>WHO's own target of the code.</summary>
        Who,

        /// <summary>The answer of another ICD-10 code.</summary>
        Code,
    }
}
