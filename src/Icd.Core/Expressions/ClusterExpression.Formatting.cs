using System.Diagnostics.CodeAnalysis;

namespace Icd.Core.Expressions;

public readonly partial struct ClusterExpression
{
    /// <summary>The canonical form.</summary>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    /// <exception cref="FormatException">The format is neither <c>G</c> nor <c>W</c>.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        Span<char> buffer = stackalloc char[MaxUriFormLength];
        TryFormat(buffer, out var written, format, formatProvider);
        return buffer[..written].ToString();
    }

    /// <inheritdoc/>
    /// <exception cref="FormatException">The format is neither <c>G</c> nor <c>W</c>.</exception>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null)
    {
        if (format is not ("" or "G" or "W"))
            throw new FormatException($"'{format}' is not a format of {nameof(ClusterExpression)}; use G or W.");

        charsWritten = 0;
        Span<ulong> members = stackalloc ulong[_count];
        Members.CopyTo(members);
        if (format is not "W") SortExtensions(members);

        var spaced = HasUri(members);
        var written = 0;
        for (var i = 0; i < members.Length; i++)
        {
            if (i > 0 && !TryWriteSeparator(destination, ref written, IsStem(i) ? '/' : '&', spaced)) return false;
            if (!new ClusterMember(members[i]).TryFormat(destination[written..], out var length)) return false;
            written += length;
        }

        charsWritten = written;
        return true;
    }

    /// <inheritdoc/>
    /// <exception cref="FormatException">The format is neither <c>G</c> nor <c>W</c>.</exception>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null)
    {
        Span<char> all = stackalloc char[MaxUriFormLength];
        TryFormat(all, out var length, format, provider);
        return System.Text.Encoding.UTF8.TryGetBytes(all[..length], utf8Destination, out bytesWritten);
    }

    private static bool TryWriteSeparator(Span<char> destination, ref int written, char separator, bool spaced)
    {
        ReadOnlySpan<char> text = spaced ? [' ', separator, ' '] : [separator];
        if (!text.TryCopyTo(destination[written..])) return false;
        written += text.Length;
        return true;
    }

    private static bool HasUri(ReadOnlySpan<ulong> members)
    {
        foreach (var member in members)
        {
            if (new ClusterMember(member).IsUri) return true;
        }

        return false;
    }

    /// <summary>Sorts the extensions inside each stem: codes like their text, then URIs by entity.</summary>
    private void SortExtensions(Span<ulong> members)
    {
        for (var start = 0; start < members.Length;)
        {
            var end = start + 1;
            while (end < members.Length && !IsStem(end)) end++;
            members[(start + 1)..end].Sort();
            start = end;
        }
    }

    /// <summary>Whether both say the same: the same stems in the same order, each with the same extensions in any order.</summary>
    public bool Equals(ClusterExpression other) => Equals(in this, in other);

    /// <inheritdoc cref="Equals(ClusterExpression)"/>
    public static bool Equals(in ClusterExpression left, in ClusterExpression right)
    {
        if (left._count != right._count || left._stems != right._stems) return false;
        if (left.Members.SequenceEqual(right.Members)) return true;
        Span<ulong> sortedLeft = stackalloc ulong[left._count], sortedRight = stackalloc ulong[right._count];
        left.Members.CopyTo(sortedLeft);
        right.Members.CopyTo(sortedRight);
        left.SortExtensions(sortedLeft);
        right.SortExtensions(sortedRight);
        return sortedLeft.SequenceEqual(sortedRight);
    }

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is ClusterExpression other && Equals(in this, in other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        // Extensions are summed, so their order inside a stem does not matter; stems are chained, so theirs does.
        ulong hash = _stems;
        foreach (var group in Groups)
        {
            ulong extensions = 0;
            for (var i = 0; i < group.ExtensionCount; i++) extensions += Mix(group.Extension(i).Packed);
            hash = Mix((hash * 31) ^ group.Stem.Packed) + extensions;
        }

        return (int)(hash ^ (hash >> 32));
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 32)) * 0x9E37_79B9_7F4A_7C15;
        return value ^ (value >> 29);
    }

    /// <summary>Whether both say the same.</summary>
    public static bool operator ==(in ClusterExpression left, in ClusterExpression right) => Equals(in left, in right);

    /// <summary>Whether they say different things.</summary>
    public static bool operator !=(in ClusterExpression left, in ClusterExpression right) => !Equals(in left, in right);
}
