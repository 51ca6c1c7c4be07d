using System.Diagnostics.CodeAnalysis;
using Icd.Core.Codes;

namespace Icd.Core.Releases;

/// <summary>What tells one release from another: classification, release id, and whether it is our starter release.</summary>
/// <param name="Classification">The classification.</param>
/// <param name="ReleaseId">WHO's release id, or the year of the Norwegian edition.</param>
/// <param name="IsStarter">Whether it is the small release that we author, which never stands in for the official one unsaid.</param>
public sealed record ReleaseKey(Classification Classification, ReleaseId ReleaseId, bool IsStarter = false) : IComparable<ReleaseKey>
{
    /// <summary>The extension of compiled release files.</summary>
    public const string FileExtension = ".icdrel";

    private const string StarterSuffix = "-starter";

    /// <summary>The name of the compiled file, <c>mms-2024-01.icdrel</c>.</summary>
    public string FileName => this + FileExtension;

    /// <summary>Reads the name of a compiled file.</summary>
    public static bool TryParseFileName(ReadOnlySpan<char> fileName, [NotNullWhen(true)] out ReleaseKey? key)
    {
        key = null;
        if (!fileName.EndsWith(FileExtension, StringComparison.Ordinal)) return false;
        var name = fileName[..^FileExtension.Length];
        var isStarter = name.EndsWith(StarterSuffix, StringComparison.Ordinal);
        if (isStarter) name = name[..^StarterSuffix.Length];
        var dash = name.IndexOf('-');
        if (dash < 0 || !ClassificationNames.TryParse(name[..dash], out var classification)
            || !ReleaseId.TryParse(name[(dash + 1)..], out var release)) return false;
        key = new(classification, release, isStarter);
        return true;
    }

    /// <summary>Orders by classification, then from old to new; a starter release comes after the official one.</summary>
    public int CompareTo(ReleaseKey? other)
    {
        if (other is null) return 1;
        var byClassification = ((byte)Classification).CompareTo((byte)other.Classification);
        if (byClassification != 0) return byClassification;
        var byRelease = ReleaseId.CompareTo(other.ReleaseId);
        return byRelease != 0 ? byRelease : IsStarter.CompareTo(other.IsStarter);
    }

    /// <summary>The key as text, <c>mms-2024-01</c>.</summary>
    public override string ToString() => $"{Classification.Name()}-{ReleaseId}{(IsStarter ? StarterSuffix : "")}";

    /// <summary>Whether the first comes before the second.</summary>
    public static bool operator <(ReleaseKey left, ReleaseKey right) => Compare(left, right) < 0;

    /// <summary>Whether the first comes after the second.</summary>
    public static bool operator >(ReleaseKey left, ReleaseKey right) => Compare(left, right) > 0;

    /// <summary>Whether the first comes before the second or equals it.</summary>
    public static bool operator <=(ReleaseKey left, ReleaseKey right) => Compare(left, right) <= 0;

    /// <summary>Whether the first comes after the second or equals it.</summary>
    public static bool operator >=(ReleaseKey left, ReleaseKey right) => Compare(left, right) >= 0;

    private static int Compare(ReleaseKey left, ReleaseKey right) => Comparer<ReleaseKey>.Default.Compare(left, right);
}
