using System.Text;

namespace Icd.Core.Codes;

/// <summary>A text was parsed with a throwing method and is not a code, an entity URI or an expression.</summary>
public sealed class CodeFormatException : FormatException
{
    private readonly SyntaxError _error;

    /// <summary>Creates the exception; the message is in English and quotes the text.</summary>
    public CodeFormatException(ReadOnlySpan<char> text, SyntaxError error)
        : this(error.Describe(text), error)
    {
    }

    private CodeFormatException(string message, SyntaxError error)
        : base(message) => _error = error;

    /// <summary>The broken rule and its position, in the units of the input that was parsed.</summary>
    public SyntaxError Error => _error;

    /// <summary>The same for UTF-8 input: the message is written for the text, <see cref="Error"/> keeps counting bytes.</summary>
    internal static CodeFormatException FromUtf8(ReadOnlySpan<byte> utf8Text, SyntaxError error)
    {
        var position = Encoding.UTF8.GetCharCount(utf8Text[..error.Position]);
        var length = Encoding.UTF8.GetCharCount(utf8Text.Slice(error.Position, error.Length));
        return new(new SyntaxError(error.Kind, position, length).Describe(Encoding.UTF8.GetString(utf8Text)), error);
    }
}
