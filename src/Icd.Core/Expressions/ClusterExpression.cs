using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization;
using Icd.Core.Codes;

namespace Icd.Core.Expressions;

/// <summary>A postcoordinated ICD-11 expression: stem codes joined by <c>/</c>, each with extension codes after <c>&amp;</c>.</summary>
/// <remarks>
/// <para>Grammar (ICD-11 Reference Guide 2.9): <c>stem(&amp;extension)*(/stem(&amp;extension)*)*</c>, with space allowed round
/// separators. A member is a short code or an entity URI (see <see cref="EntityUri"/>), and both may be mixed. Only the form
/// is judged: whether a URI is a stem or an extension, and whether the codes exist and fit, needs a release.</para>
/// <para>Two expressions are equal when each stem has the same extension codes, in any order, repeated ones counted, and
/// the stems come in the same order: stem order tells a reader which condition is the main one. A code and a URI
/// are different texts here even where a release would say that they name the same entity.</para>
/// <para>At most <see cref="MaxMembers"/> members, so the canonical form of codes is at most <see cref="MaxLength"/> ASCII
/// characters: store it in a <c>varchar(255)</c> with a binary, case-sensitive collation (<c>docs/storage.md</c>).</para>
/// <para>The value holds its members inline (272 bytes): pass it by <c>in</c> on hot paths. <c>default</c> is no
/// expression, has no members, prints as an empty string and is <see langword="null"/> in JSON.</para>
/// <para>Formats: <c>G</c> (default) is canonical, extension codes sorted inside each stem; <c>W</c> keeps them as written.
/// Codes are joined without space, as soon as one member is a URI with a space on both sides, as WHO writes URIs.</para>
/// </remarks>
[TypeConverter(typeof(SpanParsableTypeConverter<ClusterExpression>))]
[JsonConverter(typeof(CodeJsonConverter<ClusterExpression>))]
public readonly partial struct ClusterExpression : IEquatable<ClusterExpression>, ISpanParsable<ClusterExpression>,
    IUtf8SpanParsable<ClusterExpression>, ISpanFormattable, IUtf8SpanFormattable
{
    /// <summary>The most members an expression may have, stems and extension codes together.</summary>
    public const int MaxMembers = 32;

    /// <summary>The longest canonical form of an expression of codes: 32 codes of 7 characters and 31 separators.</summary>
    public const int MaxLength = (MaxMembers * Icd11Code.MaxLength) + MaxMembers - 1;

    /// <summary>The longest form of an expression with URIs, whose separators have a space on both sides.</summary>
    public const int MaxUriFormLength = (MaxMembers * EntityUri.MaxLength) + ((MaxMembers - 1) * 3);

    private readonly MemberBuffer _members;

    /// <summary>Bit i is set where member i is a stem.</summary>
    private readonly uint _stems;
    private readonly byte _count;

    private ClusterExpression(ReadOnlySpan<ulong> members, uint stems)
    {
        members.CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.As<MemberBuffer, ulong>(ref _members), MaxMembers));
        (_stems, _count) = (stems, (byte)members.Length);
    }

    /// <summary>An expression of a single stem.</summary>
    /// <exception cref="ArgumentException">The member is neither a stem code nor a URI of the Foundation or MMS.</exception>
    public ClusterExpression(ClusterMember stem)
        : this([Checked(stem, Icd11CodeKind.Stem)], 1)
    {
    }

    /// <summary>How many members there are: 1 to 32, or 0 for <c>default</c>.</summary>
    public int Count => _count;

    /// <summary>How many stems there are.</summary>
    public int StemCount => BitOperations.PopCount(_stems);

    /// <summary>Whether there is more than a single stem.</summary>
    public bool IsPostcoordinated => _count > 1;

    /// <summary>A member, in the order written.</summary>
    /// <param name="index">Zero-based.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such member.</exception>
    public ClusterMember this[int index] => new(Members[index]);

    /// <summary>Whether a member is a stem rather than an extension code.</summary>
    /// <param name="index">Zero-based.</param>
    public bool IsStem(int index) => index >= 0 && index < _count && (_stems >> index & 1) != 0;

    /// <summary>The stems with their extension codes, in the order written.</summary>
    [UnscopedRef]
    public StemGroupEnumerator Groups => new(Members, _stems);

    [UnscopedRef]
    private ReadOnlySpan<ulong> Members =>
        MemoryMarshal.CreateReadOnlySpan(in Unsafe.As<MemberBuffer, ulong>(ref Unsafe.AsRef(in _members)), _count);

    /// <summary>The expression with one more extension code on its last stem.</summary>
    /// <exception cref="ArgumentException">The member is neither an extension code nor a URI of the Foundation or MMS.</exception>
    /// <exception cref="InvalidOperationException">There is no stem yet, or the expression is full.</exception>
    public ClusterExpression WithExtension(ClusterMember extension) => Append(Checked(extension, Icd11CodeKind.Extension), 0);

    /// <summary>The expression with one more stem, joined by <c>/</c>.</summary>
    /// <exception cref="ArgumentException">The member is neither a stem code nor a URI of the Foundation or MMS.</exception>
    /// <exception cref="InvalidOperationException">There is no stem yet, or the expression is full.</exception>
    public ClusterExpression WithStem(ClusterMember stem) => Append(Checked(stem, Icd11CodeKind.Stem), 1u << (_count & 31));

    private ClusterExpression Append(ulong member, uint stemBit)
    {
        if (_count is 0 or MaxMembers)
            throw new InvalidOperationException(_count == 0 ? "An expression begins with a stem." : $"An expression has at most {MaxMembers} members.");
        Span<ulong> members = stackalloc ulong[_count + 1];
        Members.CopyTo(members);
        members[^1] = member;
        return new(members, _stems | stemBit);
    }

    private static ulong Checked(ClusterMember member, Icd11CodeKind kind) =>
        // As in the parser: ICF has its own syntax, so its entities are no members.
        (member.IsUri ? member.Uri.Linearization != Linearization.Icf : member.Code.Kind == kind)
            ? member.Packed
            : throw new ArgumentException($"'{member}' is no {kind.ToString().ToLowerInvariant()} code.", nameof(member));

    [InlineArray(MaxMembers)]
    private struct MemberBuffer
    {
        private ulong _first;
    }

    /// <summary>Walks the stems of an expression without allocating.</summary>
    public ref struct StemGroupEnumerator
    {
        private readonly ReadOnlySpan<ulong> _members;
        private readonly uint _stems;
        private int _start, _end;

        internal StemGroupEnumerator(ReadOnlySpan<ulong> members, uint stems)
        {
            _members = members;
            _stems = stems;
        }

        /// <summary>The stem reached by the last <see cref="MoveNext"/>.</summary>
        public readonly StemGroup Current => new(_members[_start.._end], _start);

        /// <summary>This, so that <c>foreach</c> works.</summary>
        public readonly StemGroupEnumerator GetEnumerator() => this;

        /// <summary>Goes to the next stem.</summary>
        public bool MoveNext()
        {
            if (_end >= _members.Length) return false;
            _start = _end;
            var rest = (ulong)_stems >> (_start + 1);
            _end = rest == 0 ? _members.Length : _start + 1 + BitOperations.TrailingZeroCount(rest);
            return true;
        }
    }
}
