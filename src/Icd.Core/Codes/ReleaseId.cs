using System.Globalization;

namespace Icd.Core.Codes;

/// <summary>WHO's name of a release: a year and a month, <c>2024-01</c>; the first one was a bare year, <c>2018</c>.</summary>
/// <remarks><c>default</c> means no release: an unversioned URI.</remarks>
public readonly record struct ReleaseId : IComparable<ReleaseId>
{
    /// <summary>
    /// Years are kept in seven bits, counted from here; 0 stands for no release, so 2001 is the first year there can be.
    /// WHO's first ICD-11 release is of 2018.
    /// </summary>
    internal const int FirstYear = 2000;

    private readonly ushort _year;
    private readonly byte _month;

    private ReleaseId(int year, int month) => (_year, _month) = ((ushort)year, (byte)month);

    /// <summary>Four digits, or 0 for <c>default</c>.</summary>
    public int Year => _year;

    /// <summary>1 to 12, or 0 where the release has a year only.</summary>
    public int Month => _month;

    /// <summary>Whether this names no release.</summary>
    public bool IsNone => _year == 0;

    /// <summary>A release id from its parts.</summary>
    /// <param name="year">2001 to 2127.</param>
    /// <param name="month">1 to 12, or 0 for none.</param>
    /// <exception cref="ArgumentOutOfRangeException">A part is out of range.</exception>
    public static ReleaseId Create(int year, int month)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(year, FirstYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, FirstYear + 127);
        ArgumentOutOfRangeException.ThrowIfLessThan(month, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(month, 12);
        return new(year, month);
    }

    /// <summary>Reads <c>yyyy-MM</c> or <c>yyyy</c>.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out ReleaseId release)
    {
        release = default;
        if (text.Length is not (4 or 7) || !TryDigits(text[..4], out var year) || year is <= FirstYear or > FirstYear + 127) return false;
        var month = 0;
        if (text.Length == 7 && (text[4] != '-' || !TryDigits(text[5..], out month) || month is < 1 or > 12)) return false;
        release = new(year, month);
        return true;
    }

    private static bool TryDigits(ReadOnlySpan<char> text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);

    /// <summary>Orders releases by time.</summary>
    public int CompareTo(ReleaseId other) => _year != other._year ? _year.CompareTo(other._year) : _month.CompareTo(other._month);

    /// <summary>The id as WHO writes it, or an empty string for <c>default</c>.</summary>
    public override string ToString() => IsNone ? ""
        : _month == 0 ? _year.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{_year:D4}-{_month:D2}");

    /// <summary>Whether the first is older.</summary>
    public static bool operator <(ReleaseId left, ReleaseId right) => left.CompareTo(right) < 0;

    /// <summary>Whether the first is newer.</summary>
    public static bool operator >(ReleaseId left, ReleaseId right) => left.CompareTo(right) > 0;

    /// <summary>Whether the first is older or the same.</summary>
    public static bool operator <=(ReleaseId left, ReleaseId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the first is newer or the same.</summary>
    public static bool operator >=(ReleaseId left, ReleaseId right) => left.CompareTo(right) >= 0;
}
