namespace Icd.Mapping.Conversion;

/// <summary>Where a shard begins.</summary>
internal sealed record ShardStart(long Offset, long Row, string ChecksumBefore);
