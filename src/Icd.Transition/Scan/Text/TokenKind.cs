namespace Icd.Transition.Scan.Text;

/// <summary>What a piece of source text is to its language.</summary>
internal enum TokenKind : byte
{
    /// <summary>A name, keyword or number.</summary>
    Word,

    /// <summary>A text literal, a regular expression literal, an attribute's value, an element's text.</summary>
    String,

    /// <summary>A comment.</summary>
    Comment,

    /// <summary>A character of punctuation, or an operator of two or three.</summary>
    Symbol,
}
