using Icd.Core.Expressions;
using Icd.Core.Postcoordination;
using Icd.Core.Releases;

namespace Icd.Mapping.Sqlite;

/// <summary>What to find: all that is given must hold. An empty query finds every registration.</summary>
public sealed record DiagnosisQuery
{
    /// <summary>Codes of which the ICD-10 side must have one.</summary>
    public Icd10Range? Icd10 { get; init; }

    /// <summary>What the ICD-11 side must say: each is to be met by a stem of its own, in any order.</summary>
    public IReadOnlyList<StemQuery> Stems { get; init; } = [];

    /// <summary>All that is a stem or lies below it: a category, a block, a chapter.</summary>
    /// <exception cref="ArgumentException">The entity is an extension code or not of ICD-11 MMS.</exception>
    public static DiagnosisQuery Below(Entity stem) => new() { Stems = [new(stem)] };

    /// <summary>All that an expression is the same as or more general than.</summary>
    /// <param name="expression">An expression of the validator's release.</param>
    /// <param name="validator">Tells which value sits on which axis.</param>
    /// <exception cref="ArgumentException">The expression is <c>default</c>, or a member is not in the release or in the wrong place.</exception>
    public static DiagnosisQuery Of(in ClusterExpression expression, ExpressionValidator validator)
    {
        ArgumentNullException.ThrowIfNull(validator);
        if (expression.Count == 0) throw new ArgumentException("There is no expression.", nameof(expression));
        var release = validator.Axes.Release;
        var axes = validator.Bind(in expression).ToLookup(binding => binding.Value, binding => binding.Axis.Name);
        var stems = new List<StemQuery>();
        foreach (var group in expression.Groups)
        {
            var values = new List<ValueQuery>();
            for (var i = 0; i < group.ExtensionCount; i++)
                values.Add(new(Find(release, group.Extension(i), isExtension: true), axes[group.Start + 1 + i].FirstOrDefault()));
            stems.Add(new(Find(release, group.Stem, isExtension: false), values));
        }

        return new() { Stems = stems };
    }

    private static Entity Find(Release release, ClusterMember member, bool isExtension) =>
        release.TryFind(member, out var entity) && entity.IsSelectable && entity.IsExtension == isExtension
            ? entity
            : throw new ArgumentException($"{member} is not in {release.Key}, or in the wrong place.", nameof(member));
}
