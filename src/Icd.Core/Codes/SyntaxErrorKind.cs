namespace Icd.Core.Codes;

/// <summary>The rule of form that a code or an expression breaks.</summary>
/// <remarks>
/// Numbers and names are stable across releases of this library: callers may store them and branch on them.
/// New kinds are added at the end.
/// </remarks>
public enum SyntaxErrorKind
{
    /// <summary>No error.</summary>
    None = 0,

    /// <summary>There is no text, or only white space.</summary>
    Empty = 1,

    /// <summary>A character that cannot stand at this place of a code.</summary>
    UnexpectedCharacter = 2,

    /// <summary>The letter I or O in an ICD-11 code, whose alphabet lacks both because they pass for 1 and 0.</summary>
    LetterNotInAlphabet = 3,

    /// <summary>The code ends before it is complete.</summary>
    IncompleteCode = 4,

    /// <summary>The code goes on after it is complete.</summary>
    CodeTooLong = 5,

    /// <summary>An ICD-11 stem code with more than four characters lacks the point after the fourth.</summary>
    MissingPoint = 6,

    /// <summary>A point where none belongs.</summary>
    MisplacedPoint = 7,

    /// <summary>An ICD-10 code where an ICD-11 code is expected.</summary>
    Icd10Code = 8,

    /// <summary>An ICD-11 code where an ICD-10 code is expected.</summary>
    Icd11Code = 9,

    /// <summary>A range such as <c>E10-E14</c>, or a placeholder such as <c>E11.-</c>, which names several codes.</summary>
    NotASingleCode = 10,

    /// <summary>A chapter number, which classifies nothing by itself.</summary>
    ChapterNotCodable = 11,

    /// <summary>The expression begins with a separator.</summary>
    LeadingSeparator = 12,

    /// <summary>The expression ends with a separator.</summary>
    TrailingSeparator = 13,

    /// <summary>Two separators with nothing between them.</summary>
    RepeatedSeparator = 14,

    /// <summary>Two codes with nothing, or only space, between them.</summary>
    MissingSeparator = 15,

    /// <summary>A character used as a separator that is neither <c>&amp;</c> nor <c>/</c>.</summary>
    UnknownSeparator = 16,

    /// <summary>An extension code in the place of a stem code: first, or after <c>/</c>.</summary>
    ExtensionWithoutStem = 17,

    /// <summary>A stem code in the place of an extension code: after <c>&amp;</c>.</summary>
    StemAfterAmpersand = 18,

    /// <summary>A URI that is not WHO's form of an entity URI.</summary>
    UnknownUri = 19,

    /// <summary>The text is still percent-encoded, as in a web address.</summary>
    PercentEncoded = 20,

    /// <summary>A character that is invisible in print, such as a no-break space or a byte order mark.</summary>
    InvisibleCharacter = 21,

    /// <summary>More members than an expression may have.</summary>
    TooManyMembers = 22,
}
