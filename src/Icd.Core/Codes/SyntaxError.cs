namespace Icd.Core.Codes;

/// <summary>The rule of form that a text broke, and where.</summary>
/// <param name="Kind">Which rule.</param>
/// <param name="Position">
/// Zero-based, in the units of the input: UTF-16 units for text, bytes for UTF-8. It is the input's length where
/// the text ends too soon.
/// </param>
/// <param name="Length">How many units are at fault, from <paramref name="Position"/>; 0 where something is missing.</param>
public readonly record struct SyntaxError(SyntaxErrorKind Kind, int Position, int Length = 0)
{
    /// <summary>Whether there is no error.</summary>
    public bool IsNone => Kind == SyntaxErrorKind.None;

    /// <summary>The error in one or two sentences that say what is wrong, where, and what would have been accepted.</summary>
    /// <param name="text">The text that was parsed.</param>
    /// <param name="language">The reader's language.</param>
    public string Describe(ReadOnlySpan<char> text, MessageLanguage language = MessageLanguage.English) =>
        SyntaxErrorText.Render(this, text, language);
}
