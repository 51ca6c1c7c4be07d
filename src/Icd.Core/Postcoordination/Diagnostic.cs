using Icd.Core.Codes;
using Icd.Core.Releases;

namespace Icd.Core.Postcoordination;

/// <summary>One thing that a validator has to say about an expression.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Severity">What it does to the verdict.</param>
/// <param name="Member">The index of the member at fault, from 0.</param>
/// <param name="Token">The member as written.</param>
/// <param name="Stem">The stem that it belongs to; <c>default</c> where that is unknown.</param>
/// <param name="Axis">The axis concerned, or <see langword="null"/>.</param>
/// <param name="Allowed">The values that would have been allowed: the roots of the axis concerned, or of all axes of the stem.</param>
/// <param name="Provenance">Whose rule it is, in detail.</param>
/// <param name="AllowedAxes">The axes that <paramref name="Allowed"/> are the roots of.</param>
public sealed record Diagnostic(
    DiagnosticKind Kind, DiagnosticSeverity Severity, int Member, string Token, Entity Stem, Axis? Axis, IReadOnlyList<Entity> Allowed, string Provenance, IReadOnlyList<Axis> AllowedAxes)
{
    /// <summary>The diagnostic in a sentence or two, as a coder would put it. Titles in another language than the sentence's are quoted.</summary>
    /// <param name="language">The language of the sentence.</param>
    /// <param name="titles">Where titles come from that the release itself lacks, our Norwegian ones above all; may be <see langword="null"/>.</param>
    public string Describe(MessageLanguage language = MessageLanguage.English, ReleaseCatalog? titles = null) => new DiagnosticText(language, titles).Render(this);
}
