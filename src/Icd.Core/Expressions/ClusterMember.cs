using System.Globalization;
using Icd.Core.Codes;

namespace Icd.Core.Expressions;

/// <summary>One code or entity URI of an expression, as it was written.</summary>
/// <remarks><c>default</c> is no member and prints as an empty string.</remarks>
public readonly struct ClusterMember : IEquatable<ClusterMember>
{
    internal ClusterMember(ulong packed) => Packed = packed;

    /// <summary>A packed code (first byte ASCII) or a packed URI (top bit set).</summary>
    internal ulong Packed { get; }

    /// <summary>Whether the member was written as an entity URI.</summary>
    public bool IsUri => EntityUri.IsUri(Packed);

    /// <summary>The code, or <c>default</c> where the member is a URI.</summary>
    public Icd11Code Code => IsUri ? default : new(Packed);

    /// <summary>The entity URI, or <c>default</c> where the member is a code.</summary>
    public EntityUri Uri => IsUri ? new(Packed) : default;

    /// <summary>A member that is a code.</summary>
    public static implicit operator ClusterMember(Icd11Code code) => new(code.Packed);

    /// <summary>A member that is an entity URI.</summary>
    public static implicit operator ClusterMember(EntityUri uri) => new(uri.Packed);

    /// <summary>A member that is a code.</summary>
    public static ClusterMember FromIcd11Code(Icd11Code code) => code;

    /// <summary>A member that is an entity URI.</summary>
    public static ClusterMember FromEntityUri(EntityUri uri) => uri;

    /// <inheritdoc/>
    public bool Equals(ClusterMember other) => Packed == other.Packed;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ClusterMember other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Packed.GetHashCode();

    /// <summary>The code or URI as text.</summary>
    public override string ToString() => IsUri ? Uri.ToString() : Code.ToString();

    internal bool TryFormat(Span<char> destination, out int written) =>
        IsUri
            ? Uri.TryFormat(destination, out written, default, CultureInfo.InvariantCulture)
            : Code.TryFormat(destination, out written, default, CultureInfo.InvariantCulture);

    /// <summary>Whether two members are the same text in canonical form.</summary>
    public static bool operator ==(ClusterMember left, ClusterMember right) => left.Equals(right);

    /// <summary>Whether two members differ.</summary>
    public static bool operator !=(ClusterMember left, ClusterMember right) => !left.Equals(right);
}
