using Icd.Core.Releases;

namespace Icd.Import.Store;

/// <summary>A release that was written to the data directory.</summary>
/// <param name="Path">The compiled file.</param>
/// <param name="Release">The release, opened from it.</param>
/// <param name="WasAdded">Whether it was added to an earlier file of the same release.</param>
public sealed record StoredRelease(string Path, Release Release, bool WasAdded);
