using Icd.Core.Releases;

namespace Icd.Core.Sanctioning;

/// <summary>A precoordinated stem that says what a stem with one extension code, or with one stem joined by <c>/</c>, says.</summary>
/// <param name="Stem">The more general stem; its "unspecified" residual stands for the same.</param>
/// <param name="Value">The extension code, or the stem code joined by <c>/</c>.</param>
/// <param name="Target">The stem that says both.</param>
/// <param name="Confidence">Whether it is applied or only shown.</param>
/// <param name="Provenance">How we know: derived from titles, or table and line.</param>
public sealed record SanctioningRule(Entity Stem, Entity Value, Entity Target, RuleConfidence Confidence, string Provenance)
{
    /// <summary>Whether the value is a stem joined by <c>/</c> rather than an extension code after <c>&amp;</c>.</summary>
    public bool IsJoined => !Value.IsExtension;
}
