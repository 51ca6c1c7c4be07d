namespace Icd.Mapping.Conversion;

/// <summary>Whether a text that is no code is several of them, so that a separator is all that is missing.</summary>
internal static class SeveralCodes
{
    private static readonly char[] Separators = [',', ';', '|', ' ', '/', '+', '\t'];

    public static bool Are(string text, Func<string, bool> isCode) =>
        Array.Exists(Separators, separator => text.Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: > 1 } parts && Array.TrueForAll(parts, part => isCode(part)));
}
