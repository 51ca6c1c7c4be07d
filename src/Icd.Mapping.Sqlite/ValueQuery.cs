using Icd.Core.Postcoordination;
using Icd.Core.Releases;

namespace Icd.Mapping.Sqlite;

/// <summary>What is asked of the values of a stem: one below a value, one on an axis, both, or none such.</summary>
/// <remarks>A value that a precoordinated stem implies counts like one that is written.</remarks>
public sealed record ValueQuery
{
    /// <summary>A query for a value.</summary>
    /// <param name="value">The value, or what is above it: of ICD-11 MMS, of any release; <see langword="null"/> for any.</param>
    /// <param name="axis">The axis in WHO's schema, such as <c>laterality</c>; <see langword="null"/> for any.</param>
    /// <param name="isAbsent">Whether there must be none such.</param>
    /// <exception cref="ArgumentException">Neither value nor axis is given, the axis is unknown, or the value is not of ICD-11 MMS.</exception>
    public ValueQuery(Entity? value, string? axis = null, bool isAbsent = false)
    {
        if (value is null && axis is null) throw new ArgumentException("There must be a value or an axis.", nameof(value));
        if (axis is not null && !AxisNames.IsKnown(axis)) throw new ArgumentException($"'{axis}' is not an axis of ICD-11 MMS.", nameof(axis));
        if (value is { } given) StemQuery.RequireIdentity(given, nameof(value));
        (Value, Axis, IsAbsent) = (value, axis, isAbsent);
    }

    /// <summary>The value, or what is above it.</summary>
    public Entity? Value { get; }

    /// <summary>The axis.</summary>
    public string? Axis { get; }

    /// <summary>Whether there must be none such.</summary>
    public bool IsAbsent { get; }
}
