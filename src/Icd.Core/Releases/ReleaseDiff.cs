
namespace Icd.Core.Releases;

/// <summary>What changed from one release of a classification to another.</summary>
/// <remarks>
/// Entities are the same when their URIs are, for classifications without URIs when their codes are: WHO gives an entity's
/// id to no other, while codes are sometimes given to something else.
/// </remarks>
public sealed class ReleaseDiff
{
    private ReleaseDiff(Release before, Release after) => (Before, After) = (before, after);

    /// <summary>The release compared from.</summary>
    public Release Before { get; }

    /// <summary>The release compared to.</summary>
    public Release After { get; }

    /// <summary>Entities that the later release has and the earlier has not.</summary>
    public IReadOnlyList<Entity> Added { get; private init; } = [];

    /// <summary>Entities that the earlier release has and the later has not.</summary>
    public IReadOnlyList<Entity> Retired { get; private init; } = [];

    /// <summary>Entities whose code changed.</summary>
    public IReadOnlyList<EntityChange> Recoded { get; private init; } = [];

    /// <summary>Entities that stand below another entity than before.</summary>
    public IReadOnlyList<EntityChange> Moved { get; private init; } = [];

    /// <summary>Entities whose title changed, in the language compared.</summary>
    public IReadOnlyList<EntityChange> Retitled { get; private init; } = [];

    /// <summary>Codes that mean another entity than before: the dangerous ones in stored data.</summary>
    public IReadOnlyList<EntityChange> Reused { get; private init; } = [];

    /// <summary>Compares two releases of one classification.</summary>
    /// <param name="before">The earlier release.</param>
    /// <param name="after">The later release.</param>
    /// <param name="language">Titles are compared in this language, where both have it.</param>
    /// <exception cref="ArgumentException">The releases are of different classifications.</exception>
    public static ReleaseDiff Compare(Release before, Release after, string language)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        if (before.Classification != after.Classification)
            throw new ArgumentException($"{before.Key} and {after.Key} are of different classifications.", nameof(after));

        var pairs = before.Entities.Select(old => new EntityChange(old, Counterpart(old, after))).ToList();
        var kept = pairs.Where(pair => !pair.After.IsNone).ToList();
        return new(before, after)
        {
            Added = [.. after.Entities.Where(entity => Counterpart(entity, before).IsNone)],
            Retired = [.. pairs.Where(pair => pair.After.IsNone).Select(pair => pair.Before)],
            Recoded = [.. kept.Where(pair => pair.Before.Code != pair.After.Code)],
            Moved = [.. kept.Where(pair => !SameParent(pair, after))],
            Retitled = [.. kept.Where(pair => pair.Before.TitleIn(language) is { } old && pair.After.TitleIn(language) is { } now && old != now)],
            Reused = [.. pairs.Where(pair => pair.Before.Code.Length > 0).Select(pair => new EntityChange(pair.Before, WithCode(pair.Before, after)))
                .Where(pair => !pair.After.IsNone && !SameEntity(pair.Before, pair.After))],
        };
    }

    private static bool SameParent(EntityChange pair, Release after) =>
        (pair.Before.Parent, pair.After.Parent) switch
        {
            (null, null) => true,
            ({ } old, { } now) => Counterpart(old, after) == now,
            _ => false,
        };

    private static bool SameEntity(Entity one, Entity other) => one.Id == 0 || (one.Id == other.Id && one.Residual == other.Residual);

    private static Entity WithCode(Entity entity, Release release) => release.TryFind(entity.Code, out var found) ? found : default;

    private static Entity Counterpart(Entity entity, Release release)
    {
        if (entity.Id != 0) return release.TryFind(entity.Id, entity.Residual, out var same) ? same : default;
        if (entity.Code.Length > 0) return WithCode(entity, release);
        return release.Entities.FirstOrDefault(candidate => candidate.Kind == EntityKind.Block && candidate.BlockId == entity.BlockId);
    }
}
