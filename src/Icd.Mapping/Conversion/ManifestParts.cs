namespace Icd.Mapping.Conversion;

/// <summary>A file of a conversion.</summary>
/// <param name="Name">Its path as given; <c>-</c> for a stream.</param>
/// <param name="Bytes">Its size in bytes, as it is read: of a compressed input, uncompressed.</param>
/// <param name="Rows">Its rows without the header.</param>
/// <param name="Checksum">Algorithm and hexadecimal digest, such as <c>sha256:…</c>; of a compressed input, of what it holds.</param>
/// <param name="Compressed">Whether the file is compressed with gzip.</param>
public sealed record ManifestFile(string Name, long Bytes, long Rows, string Checksum, bool Compressed);

/// <summary>Which part of the input was converted.</summary>
/// <param name="Index">From 1.</param>
/// <param name="Count">How many shards there are.</param>
/// <param name="Start">The first byte of the part in the (uncompressed) input, from 0.</param>
/// <param name="End">The byte after its last one.</param>
/// <param name="FirstRow">How many rows stand before the part, the header not counted.</param>
/// <param name="InputBytes">The size of the whole (uncompressed) input.</param>
/// <param name="ChecksumBefore">The checksum of the input up to <paramref name="Start"/>.</param>
/// <param name="ChecksumUpToEnd">The checksum of the input up to <paramref name="End"/>; of the last shard it is the whole input's.</param>
public sealed record ManifestShard(int Index, int Count, long Start, long End, long FirstRow, long InputBytes, string ChecksumBefore, string ChecksumUpToEnd);

/// <summary>How a file is written.</summary>
/// <param name="Delimiter">Between cells.</param>
/// <param name="Encoding"><c>utf-8</c>, <c>iso-8859-1</c> or <c>windows-1252</c>.</param>
/// <param name="Bom">Whether it begins with a byte order mark.</param>
/// <param name="Header">Whether its first row has names.</param>
/// <param name="Columns">How many columns it has.</param>
public sealed record ManifestDialect(string Delimiter, string Encoding, bool Bom, bool Header, int Columns);

/// <summary>A diagnosis column.</summary>
/// <param name="Name">Its name, or <c>column3</c> where there is no header.</param>
/// <param name="Position">From 1.</param>
/// <param name="AsteriskPosition">The position of the column with its asterisk codes; <see langword="null"/> where there is none.</param>
public sealed record ManifestColumn(string Name, int Position, int? AsteriskPosition);

/// <summary>What answered.</summary>
/// <param name="Icd10">The edition, such as <c>icd10-2026</c>.</param>
/// <param name="Icd10Hash">Its content hash.</param>
/// <param name="Mms">The MMS release.</param>
/// <param name="MmsHash">Its content hash.</param>
/// <param name="Who">The release and checksums of WHO's mapping tables; <see langword="null"/> where they are not imported.</param>
/// <param name="Rules">The fingerprint of our mapping rules.</param>
/// <param name="Decisions">The SHA-256 of the file with decisions; <see langword="null"/> where none was given.</param>
public sealed record ManifestData(string Icd10, string Icd10Hash, string Mms, string MmsHash, string? Who, string Rules, string? Decisions);
