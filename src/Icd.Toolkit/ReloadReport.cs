using Icd.Core.Releases;

namespace Icd.Toolkit;

/// <summary>What became of an attempt to load the data directory anew.</summary>
/// <param name="Time">When it ended.</param>
/// <param name="Swapped">Whether requests are answered from what was loaded; otherwise nothing had changed, or <paramref name="Problem"/> says why not.</param>
/// <param name="Added">Releases that were not there before, or were there with other contents.</param>
/// <param name="Withdrawn">Releases that are gone.</param>
/// <param name="Refused">Files that are not used.</param>
/// <param name="Problem">Why nothing was swapped though something had changed; otherwise <see langword="null"/>.</param>
public sealed record ReloadReport(
    DateTimeOffset Time, bool Swapped, IReadOnlyList<ReleaseKey> Added, IReadOnlyList<ReleaseKey> Withdrawn, IReadOnlyList<RefusedFile> Refused, string? Problem);
