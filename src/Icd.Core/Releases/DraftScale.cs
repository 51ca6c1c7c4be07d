using Icd.Core.Codes;

namespace Icd.Core.Releases;

/// <summary>An axis of a stem while its release is being put together.</summary>
/// <param name="Axis">The name in WHO's schema, without the URI.</param>
/// <param name="IsRequired">Whether the stem must have a value on it.</param>
/// <param name="AllowMultipleValues">How many values it takes.</param>
/// <param name="Roots">The entities whose subtrees are the values.</param>
/// <param name="Source">Who says so.</param>
public sealed record DraftScale(string Axis, bool IsRequired, AllowMultipleValues AllowMultipleValues, IReadOnlyList<EntityUri> Roots, ReleaseSource Source);
