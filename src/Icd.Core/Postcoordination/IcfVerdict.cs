namespace Icd.Core.Postcoordination;

/// <summary>What a validator says of an ICF code.</summary>
/// <param name="Kind">Valid, incomplete (no qualifier), invalid or not evaluated.</param>
/// <param name="Canonical">The code as it is written, the letter in lower case; <see langword="null"/> where it has no such form.</param>
/// <param name="Diagnostics">The reasons, in the order of the text.</param>
public sealed record IcfVerdict(VerdictKind Kind, string? Canonical, IReadOnlyList<IcfDiagnostic> Diagnostics);
