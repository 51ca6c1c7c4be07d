namespace Icd.Mapping.Conversion;

/// <summary>Whole rows of the input, or a piece of a row that is too long to look at.</summary>
internal sealed class Block
{
    /// <summary>Bytes after the text that may be read, not used: the scanner and copies take 64 at a time, and answers are fetched some way ahead.</summary>
    public const int Slack = 128;

    /// <summary>Holds the text.</summary>
    public byte[] Buffer { get; private set; } = new byte[BlockReader.BlockSize + 8192 + Slack];

    /// <summary>How long the text is.</summary>
    public int Length { get; set; }

    /// <summary>Where the text stands in the input.</summary>
    public long Start { get; set; }

    /// <summary>Its number, from 0 without gaps: the order of output.</summary>
    public long Sequence { get; set; }

    /// <summary>Whether this is a piece of a row that is longer than <see cref="BlockReader.MaxRow"/>.</summary>
    public bool IsPiece { get; set; }

    /// <summary>Of a piece: whether the row ends with it.</summary>
    public bool IsLastPiece { get; set; }

    /// <summary>Whether the rows are counted only: they belong to an earlier shard.</summary>
    public bool IsCountedOnly { get; set; }

    /// <summary>The checksum of the input up to the end of the block, where it was asked for.</summary>
    public string? InputChecksum { get; set; }

    /// <summary>Where the next block begins.</summary>
    public long End { get; set; }

    /// <summary>The checksum of the input before the block, where it is the first of its shard.</summary>
    public string? ChecksumBefore { get; set; }

    public ReadOnlySpan<byte> Text => Buffer.AsSpan(0, Length);

    public void EnsureRoom(int length)
    {
        if (Buffer.Length - Slack >= length) return;
        var larger = new byte[Math.Max(length, Length + (Length / 2)) + Slack];
        Text.CopyTo(larger);
        Buffer = larger;
    }
}
