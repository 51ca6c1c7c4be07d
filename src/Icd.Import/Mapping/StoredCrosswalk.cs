using Icd.Mapping.Who;

namespace Icd.Import.Mapping;

/// <summary>A compiled crosswalk that was written to the data directory.</summary>
/// <param name="Path">The compiled file.</param>
/// <param name="Crosswalk">The crosswalk, opened from it.</param>
public sealed record StoredCrosswalk(string Path, WhoCrosswalk Crosswalk);
