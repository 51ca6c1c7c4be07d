namespace Icd.Import.Fetch;

/// <summary>A file that was downloaded.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Sha256">Its SHA-256, lower-case hexadecimal.</param>
/// <param name="WasThere">Whether an earlier download was complete and undamaged, so that nothing was fetched.</param>
public sealed record FetchedFile(string Path, string Sha256, bool WasThere);
