using Icd.Import.Mapping;
using Icd.Import.Store;

namespace Icd.Import;

/// <summary>What an import did.</summary>
/// <param name="Releases">The releases written, each once.</param>
/// <param name="Crosswalks">The compiled mapping tables written, one for each release.</param>
/// <param name="Skipped">Files that were found but are neither.</param>
/// <param name="Notes">What was decided where the files leave a choice, for a person to check.</param>
public sealed record ImportReport(
    IReadOnlyList<StoredRelease> Releases, IReadOnlyList<StoredCrosswalk> Crosswalks, IReadOnlyList<SkippedFile> Skipped, IReadOnlyList<string> Notes);
