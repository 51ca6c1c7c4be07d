using System.Text;
using Icd.Core.Codes;

namespace Icd.Core.Tests.Support;

internal delegate bool TextParser<T>(ReadOnlySpan<char> text, out T value, out SyntaxError error);

internal delegate bool Utf8Parser<T>(ReadOnlySpan<byte> utf8Text, out T value, out SyntaxError error);

/// <summary>What holds for every parser of the library, whatever the text.</summary>
internal static class Agreement
{
    public static void Holds<T>(string text, TextParser<T> fromText, Utf8Parser<T> fromUtf8)
        where T : struct, IEquatable<T>
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        var parsed = fromText(text, out var value, out var error);
        Assert.Equal(parsed, fromUtf8(utf8, out var utf8Value, out var utf8Error));
        Assert.Equal(value, utf8Value);
        Assert.Equal(parsed, error.IsNone);
        Assert.Equal(error.Kind, utf8Error.Kind);
        if (parsed) return;

        Assert.Equal(default, value);
        Inside(error, text.Length);
        Inside(utf8Error, utf8.Length);
        // The same place, counted in the other unit.
        Assert.Equal(Encoding.UTF8.GetByteCount(text.AsSpan(0, error.Position)), utf8Error.Position);
        Assert.Equal(Encoding.UTF8.GetByteCount(text.AsSpan(error.Position, error.Length)), utf8Error.Length);
        Assert.NotEmpty(error.Describe(text));
        Assert.NotEmpty(error.Describe(text, MessageLanguage.Bokmal));
    }

    private static void Inside(SyntaxError error, int length)
    {
        Assert.InRange(error.Position, 0, length);
        Assert.InRange(error.Length, 0, length - error.Position);
    }
}
