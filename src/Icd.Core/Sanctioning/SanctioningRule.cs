using Icd.Core.Releases;

namespace Icd.Core.Sanctioning;

/// <summary>A precoordinated stem that says what a stem with one extension code says.</summary>
/// <param name="Stem">The more general stem; its "unspecified" residual stands for the same.</param>
/// <param name="Value">The extension code.</param>
/// <param name="Target">The stem that says both.</param>
/// <param name="Confidence">Whether it is applied or only shown.</param>
/// <param name="Provenance">How we know.</param>
public sealed record SanctioningRule(Entity Stem, Entity Value, Entity Target, RuleConfidence Confidence, string Provenance);
