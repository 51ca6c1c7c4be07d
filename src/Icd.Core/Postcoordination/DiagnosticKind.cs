namespace Icd.Core.Postcoordination;

/// <summary>What a diagnostic is about. Names and numbers are stable; new kinds are added at the end.</summary>
public enum DiagnosticKind
{
    /// <summary>The release has no such code or entity.</summary>
    UnknownCode = 1,

    /// <summary>The starter release has no such code, which says nothing about the full one.</summary>
    CodeNotInStarter = 2,

    /// <summary>A URI of another release than the one that judges.</summary>
    OtherRelease = 3,

    /// <summary>A chapter or block, which classifies nothing.</summary>
    NotSelectable = 4,

    /// <summary>An extension code in the place of a stem.</summary>
    ExtensionAsStem = 5,

    /// <summary>A stem code after <c>&amp;</c>.</summary>
    StemAsExtension = 6,

    /// <summary>An extension code that fits no axis of its stem.</summary>
    ValueOnNoAxis = 7,

    /// <summary>A further value on an axis that takes only one.</summary>
    TooManyValues = 8,

    /// <summary>Two values of one block on an axis that takes them from different blocks only.</summary>
    ValuesOfSameBlock = 9,

    /// <summary>A required axis has no value.</summary>
    RequiredAxisMissing = 10,

    /// <summary>Nothing is known of the stem's axes.</summary>
    AxesUnknown = 11,

    /// <summary>The same value twice on one axis: it says nothing more.</summary>
    RepeatedValue = 12,
}
