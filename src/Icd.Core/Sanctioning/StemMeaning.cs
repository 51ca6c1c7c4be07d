using Icd.Core.Releases;

namespace Icd.Core.Sanctioning;

/// <summary>What one stem of an expression says: its own meaning and what follows from it and its values.</summary>
/// <param name="Position">The index of the stem among the expression's members.</param>
/// <param name="Stems">The lowest stems that hold, an "unspecified" read as its parent; what is above them holds too.</param>
/// <param name="Values">The values: written, implied by a precoordinated stem, and joined by <c>/</c> on an axis.</param>
public sealed record StemMeaning(int Position, IReadOnlyList<Entity> Stems, IReadOnlyList<ValueMeaning> Values);
