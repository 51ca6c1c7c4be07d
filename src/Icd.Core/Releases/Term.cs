using Icd.Core.Codes;

namespace Icd.Core.Releases;

/// <summary>A text about an entity other than its title.</summary>
/// <param name="Kind">What the text is.</param>
/// <param name="Language">BCP 47 language, such as <c>en</c> or <c>nb</c>; empty where there is no text.</param>
/// <param name="Text">The text; empty for kinds that are only a reference.</param>
/// <param name="Reference">The entity that the text points to, or <c>default</c>.</param>
/// <param name="Source">Who says so.</param>
public sealed record Term(TermKind Kind, string Language, string Text, EntityUri Reference, ReleaseSource Source);
