using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Icd.Core.Codes;
using Icd.Core.Releases;

namespace Icd.Core.Postcoordination;

/// <summary>Names entities in the axis profile: <c>BA41</c>, <c>ch:11</c>, <c>#1215034670</c>, <c>=BA41</c>, <c>-BA41.0</c>.</summary>
/// <param name="Name">A code, a chapter's number, or WHO's entity number after <c>#</c>.</param>
/// <param name="IsExcluded">Whether the entities are taken out (<c>-</c>).</param>
/// <param name="IsExact">Whether the entity alone is meant, without its subtree (<c>=</c>).</param>
internal readonly record struct Selector(string Name, bool IsExcluded, bool IsExact)
{
    public static bool TryParse(string text, [NotNullWhen(true)] out Selector? selector)
    {
        var name = text;
        var isExcluded = name.StartsWith('-');
        if (isExcluded) name = name[1..];
        var isExact = name.StartsWith('=');
        if (isExact) name = name[1..];
        if (name.StartsWith("ch:", StringComparison.Ordinal)) name = name[3..];
        var isForm = name.StartsWith('#') ? uint.TryParse(name.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out _) : Icd11Code.TryParse(name, out _);
        selector = isForm ? new(name, isExcluded, isExact) : null;
        return isForm;
    }

    /// <summary>The entity in a release; <c>default</c> where the release does not have it.</summary>
    public Entity Find(Release release) =>
        Name.StartsWith('#')
            ? release.TryFind(uint.Parse(Name.AsSpan(1), CultureInfo.InvariantCulture), Residual.None, out var byId) ? byId : default
            : release.TryFind(Name, out var byCode) ? byCode : default;

    public override string ToString() => $"{(IsExcluded ? "-" : "")}{(IsExact ? "=" : "")}{Name}";
}
