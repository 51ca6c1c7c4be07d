namespace Icd.Core.Codes;

/// <summary>What an ICD-11 code can do in an expression, as far as its form tells.</summary>
public enum Icd11CodeKind
{
    /// <summary>No code: the value of <c>default(Icd11Code)</c>.</summary>
    None = 0,

    /// <summary>A stem code of chapters 01 to 26 or V, such as <c>5A11</c>: may stand alone.</summary>
    Stem = 1,

    /// <summary>An extension code of chapter X, such as <c>XK8G</c>: only ever follows <c>&amp;</c>.</summary>
    Extension = 2,

    /// <summary>A chapter's number, <c>01</c> to <c>26</c>, <c>V</c> or <c>X</c>: names the chapter, classifies nothing.</summary>
    Chapter = 3,
}
