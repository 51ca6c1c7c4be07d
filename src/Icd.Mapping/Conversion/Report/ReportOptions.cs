using Icd.Core.Codes;

namespace Icd.Mapping.Conversion.Report;

/// <summary>How a report is written.</summary>
public sealed record ReportOptions
{
    /// <summary>The usual smallest number in statistics from health registries.</summary>
    public const long UsualSmallest = 5;

    /// <summary>The language that is shown first; the page has both.</summary>
    public MessageLanguage Language { get; init; } = MessageLanguage.Bokmal;

    /// <summary>
    /// Numbers from 1 up to this one, not included, are not shown, nor any from which they could be worked out. 1 shows all. Default
    /// <see cref="UsualSmallest"/>: reports leave the place where the data are.
    /// </summary>
    public long Smallest { get; init; } = UsualSmallest;

    /// <summary>How many codes each list has at most.</summary>
    public int CodesListed { get; init; } = 25;
}
