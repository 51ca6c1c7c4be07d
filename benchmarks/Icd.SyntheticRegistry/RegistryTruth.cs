namespace Icd.SyntheticRegistry;

/// <summary>What a written file has in it, for checking what a converter says of it.</summary>
/// <param name="Rows">Rows, the header not among them.</param>
/// <param name="Bytes">The file's length before compression.</param>
/// <param name="Codes">Codes and what stands in their place.</param>
/// <param name="Dirt">How many there are of each kind of dirt.</param>
internal sealed record RegistryTruth(long Rows, long Bytes, long Codes, IReadOnlyDictionary<string, long> Dirt);
