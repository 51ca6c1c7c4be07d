namespace Icd.Core.Releases;

/// <summary>One file or service that a release was compiled from: the provenance of what came out of it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">File name without folder, or the service's address.</param>
/// <param name="Language">BCP 47 language of its texts.</param>
/// <param name="Version">The publisher's own version label, such as <c>2024 Jan 21 - 22:30 UTC</c>; may be empty.</param>
/// <param name="Sha256">Lower-case hexadecimal SHA-256 of the file's bytes; empty for a service.</param>
public sealed record ReleaseSource(SourceKind Kind, string Name, string Language, string Version, string Sha256);
