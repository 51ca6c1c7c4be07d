using Icd.Core.Expressions;
using Icd.Core.Releases;

namespace Icd.Mapping;

/// <summary>A code of an expression, found in the release.</summary>
/// <param name="Index">Where it stands in the expression.</param>
/// <param name="Stem">Where its stem stands; its own place for a stem.</param>
/// <param name="Entity">What it is.</param>
/// <param name="IsStem">Whether it is a stem.</param>
internal sealed record BackMember(int Index, int Stem, Entity Entity, bool IsStem)
{
    /// <summary>The members of an expression; <see langword="null"/> where the release lacks one, or one may not be used.</summary>
    public static BackMember[]? Resolve(Release release, in ClusterExpression expression)
    {
        var members = new BackMember[expression.Count];
        var stem = 0;
        for (var i = 0; i < members.Length; i++)
        {
            var member = expression[i];
            if (!(member.IsUri ? release.TryFind(member.Uri, out var entity) : release.TryFind(member.Code, out entity)) || !entity.IsSelectable) return null;
            if (expression.IsStem(i)) stem = i;
            members[i] = new(i, stem, entity, expression.IsStem(i));
        }

        return members;
    }
}
