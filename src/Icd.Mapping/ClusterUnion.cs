using Icd.Core.Codes;
using Icd.Core.Expressions;
using Icd.Core.Releases;

namespace Icd.Mapping;

/// <summary>One cluster of what two expressions say, each thing once.</summary>
internal static class ClusterUnion
{
    /// <summary>The stems of both with their extension codes, the first expression's first, without those that say nothing beyond another.</summary>
    /// <param name="release">Whose hierarchy tells what lies below what.</param>
    /// <param name="first">The expression whose stems stand first.</param>
    /// <param name="second">The other one.</param>
    public static string Of(Release release, in ClusterExpression first, in ClusterExpression second)
    {
        var parts = Parts(release, in first);
        parts.AddRange(Parts(release, in second));
        var kept = parts.Where((part, at) => !parts.Where((other, otherAt) => otherAt != at && other.Covers(part) && (otherAt < at || !part.Covers(other))).Any());
        return string.Join('/', kept.Select(part => part.Text));
    }

    /// <summary>"P, unspecified" says no more than P.</summary>
    public static Entity Meaning(Entity stem) => stem.Residual == Residual.Unspecified && stem.Parent is { } parent ? parent : stem;

    private static List<Part> Parts(Release release, in ClusterExpression expression)
    {
        var parts = new List<Part>();
        foreach (var group in expression.Groups)
        {
            var extensions = new Entity[group.ExtensionCount];
            var text = group.Stem.ToString();
            for (var i = 0; i < extensions.Length; i++)
            {
                extensions[i] = Find(release, group.Extension(i));
                text += $"&{group.Extension(i)}";
            }

            parts.Add(new(Find(release, group.Stem), extensions, text));
        }

        return parts;
    }

    private static Entity Find(Release release, ClusterMember member) => release.TryFind(member, out var entity) ? entity : default;

    /// <summary>A stem with its extension codes; <c>default</c> for what the release does not have, of which nothing is judged but the text.</summary>
    private sealed record Part(Entity Stem, Entity[] Extensions, string Text)
    {
        /// <summary>Whether this says all that another part says: the same stem, one below it, or one beside an "unspecified"; and each of its extension codes.</summary>
        public bool Covers(Part other) => Text == other.Text
            || (!Stem.IsNone && !other.Stem.IsNone && !other.Extensions.Any(extension => extension.IsNone)
                && Meaning(other.Stem).Contains(Stem) && other.Extensions.All(extension => Extensions.Any(own => !own.IsNone && extension.Contains(own))));
    }
}
