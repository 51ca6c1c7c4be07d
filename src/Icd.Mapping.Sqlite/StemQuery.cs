using Icd.Core.Releases;

namespace Icd.Mapping.Sqlite;

/// <summary>What is asked of one stem of an expression and its values.</summary>
public sealed record StemQuery
{
    /// <summary>A query for a stem.</summary>
    /// <param name="stem">The stem, or what is above it: a block, a chapter; of ICD-11 MMS, of any release; <see langword="null"/> for any.</param>
    /// <param name="values">What is asked of its values.</param>
    /// <exception cref="ArgumentException">Neither a stem nor values are given, or the stem is an extension code or not of ICD-11 MMS.</exception>
    public StemQuery(Entity? stem, params IReadOnlyList<ValueQuery> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (stem is null && values.Count == 0) throw new ArgumentException("There must be a stem or a value.", nameof(stem));
        if (stem is { } given)
        {
            RequireIdentity(given, nameof(stem));
            if (given.IsExtension) throw new ArgumentException($"{given.Code} is an extension code; ask for it as a value.", nameof(stem));
        }

        (Stem, Values) = (stem, values);
    }

    /// <summary>The stem, or what is above it.</summary>
    public Entity? Stem { get; }

    /// <summary>What is asked of its values.</summary>
    public IReadOnlyList<ValueQuery> Values { get; }

    internal static void RequireIdentity(Entity entity, string name)
    {
        if (entity.IsNone || entity.Release.Classification != Classification.Mms) throw new ArgumentException("The entity is not of ICD-11 MMS.", name);
        // Releases know each other's entities by WHO's numbers only.
        if (entity.Id == 0) throw new ArgumentException($"{entity.BlockId ?? entity.Code} has no number of WHO's.", name);
    }
}
