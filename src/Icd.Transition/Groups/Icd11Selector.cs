using Icd.Core.Codes;
using Icd.Core.Releases;

namespace Icd.Transition.Groups;

/// <summary>Entities of an ICD-11 release: one with all below it, one alone, or all between two.</summary>
/// <param name="First">A code, block id, URI, or <c>ch:</c> and a chapter's number.</param>
/// <param name="Last">The last of a range; otherwise <see langword="null"/>.</param>
/// <param name="IsExact">Whether what is below is left out.</param>
public sealed record Icd11Selector(string First, string? Last, bool IsExact)
{
    /// <summary>As definitions write it.</summary>
    public override string ToString() => $"{(IsExact ? "=" : "")}{First}{(Last is null ? "" : "-" + Last)}";

    /// <summary>The range of indexes in the release, in its depth-first order.</summary>
    /// <param name="release">An MMS release.</param>
    /// <param name="start">The first index.</param>
    /// <param name="end">The index after the last.</param>
    /// <param name="unknown">What the release does not have.</param>
    internal bool TryResolve(Release release, out int start, out int end, out string? unknown)
    {
        (start, end, unknown) = (0, 0, null);
        if (!TryFind(release, First, out var first)) unknown = First;
        else if (Last is null) (start, end) = (first.Index, IsExact ? first.Index + 1 : EndOf(first));
        else if (!TryFind(release, Last, out var last)) unknown = Last;
        else if (last.Chapter != first.Chapter || last.Index < first.Index) unknown = ToString();
        else (start, end) = (first.Index, EndOf(last));
        return unknown is null;
    }

    internal static int EndOf(Entity entity) => entity.Index + entity.DescendantCount + 1;

    internal static bool TryFind(Release release, string text, out Entity entity)
    {
        if (EntityUri.TryParse(text, out var uri)) return release.TryFind(uri, out entity);
        if (text.StartsWith("ch:", StringComparison.OrdinalIgnoreCase)) return release.TryFind(text.AsSpan(3), out entity) && entity.Kind == EntityKind.Chapter;
        if (!text.StartsWith("Block", StringComparison.OrdinalIgnoreCase)) return release.TryFind(text, out entity) && entity.Kind != EntityKind.Chapter;
        entity = release.Entities.FirstOrDefault(candidate => candidate.Kind == EntityKind.Block && string.Equals(candidate.BlockId, text, StringComparison.OrdinalIgnoreCase));
        return !entity.IsNone;
    }
}
