namespace Icd.Import.Norwegian;

/// <summary>One line of a Norwegian code list.</summary>
/// <param name="Code">Without point.</param>
/// <param name="Text">The official short text.</param>
internal sealed record CodeListEntry(string Code, string Text);
