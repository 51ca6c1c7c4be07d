namespace Icd.Core.Releases;

/// <summary>A title as shown to a reader, with what the reader must know of it.</summary>
/// <param name="Text">The title.</param>
/// <param name="Language">Its language, which need not be the one asked for.</param>
/// <param name="IsAuthored">Whether it is our wording rather than the publisher's.</param>
public readonly record struct DisplayTitle(string Text, string Language, bool IsAuthored);
