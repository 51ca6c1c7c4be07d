using Icd.Transition.Scan.Codes;

namespace Icd.Transition.Scan.Detection;

/// <summary>A text that names codes, read by itself: what it says and how much its form speaks for it.</summary>
/// <param name="Kind">What the finding would be.</param>
/// <param name="FirstToken">The token that it stands in.</param>
/// <param name="LastToken">The last token of it; another one for an interval of two literals.</param>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Written">As it is written.</param>
/// <param name="Codes">The codes that it means; empty where the edition has none such.</param>
/// <param name="Prior">How much its form speaks for it, in log-odds.</param>
internal sealed record Literal(FindingKind Kind, int FirstToken, int LastToken, int Start, int End, string Written, CodeSet Codes, double Prior)
{
    public Comparison Comparison { get; init; }

    /// <summary>The code, or the lower end.</summary>
    public string From { get; init; } = "";

    public string? To { get; init; }

    public CodeSet? AsText { get; init; }

    public PatternMeaning? Pattern { get; init; }

    public bool IsComment { get; init; }

    /// <summary>Whether it is part of a longer text rather than the whole of a literal.</summary>
    public bool IsEmbedded { get; init; }

    public bool IsLower { get; init; }

    /// <summary>Whether it is an interval whose ends are those of a block or chapter.</summary>
    public bool IsHeading { get; init; }

    /// <summary>Whether its form alone means little: one or two characters.</summary>
    public bool IsShort { get; init; }

    /// <summary>Whether the edition has it, or it is a code of international ICD-10 that Norway replaces.</summary>
    public bool IsKnown { get; init; } = true;
}
