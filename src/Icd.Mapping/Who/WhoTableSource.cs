namespace Icd.Mapping.Who;

/// <summary>A file that a compiled crosswalk was made from.</summary>
/// <param name="Table">Which table it is.</param>
/// <param name="Name">The file's name.</param>
/// <param name="Sha256">Its SHA-256, lower-case hexadecimal.</param>
/// <param name="Rows">How many rows it has below its header.</param>
public sealed record WhoTableSource(WhoTable Table, string Name, string Sha256, int Rows);
