using Icd.Core.Codes;
using Icd.Core.Releases;

namespace Icd.Mapping.Sqlite;

/// <summary>A range of ICD-10 codes, everything below both ends included; marks play no part.</summary>
public readonly record struct Icd10Range
{
    /// <summary>From a code to another one and all below that.</summary>
    /// <exception cref="ArgumentException">A code is <c>default</c>, or the range ends before it begins.</exception>
    public Icd10Range(Icd10Code from, Icd10Code to)
    {
        if (from == default) throw new ArgumentException("The range has no beginning.", nameof(from));
        if (to == default) throw new ArgumentException("The range has no end.", nameof(to));
        if (string.CompareOrdinal(from.ToString("N", null), UpperBound(to)) > 0) throw new ArgumentException($"The range ends at {to}, before it begins at {from}.", nameof(to));
        (From, To) = (from.WithoutMark, to.WithoutMark);
    }

    /// <summary>A code and all below it: <c>E11</c> is the whole category.</summary>
    public Icd10Range(Icd10Code code)
        : this(code, code)
    {
    }

    /// <summary>The first code.</summary>
    public Icd10Code From { get; }

    /// <summary>The last code; everything that begins with it belongs to the range.</summary>
    public Icd10Code To { get; }

    /// <summary>A chapter, block or category of an edition.</summary>
    /// <exception cref="ArgumentException">The entity is not of ICD-10, or has no codes below it.</exception>
    public static Icd10Range Of(Entity entity)
    {
        if (entity.IsNone || entity.Release.Classification != Classification.Icd10) throw new ArgumentException("The entity is not of ICD-10.", nameof(entity));
        if (entity.Kind == EntityKind.Category) return new(entity.Icd10Code);
        // ICD-10 is ordered by its codes, and no chapter or block reaches into another: a test holds that.
        var codes = entity.Descendants.Where(below => below.Kind == EntityKind.Category).Select(below => below.Icd10Code).ToList();
        return codes.Count > 0 ? new(codes.Min().Category, codes.Max().Category) : throw new ArgumentException($"{entity.BlockId ?? entity.Code} has no codes below it.", nameof(entity));
    }

    internal string Lower => From.ToString("N", null);

    internal string Upper => UpperBound(To);

    /// <summary>Sorts after every code that begins with this one: no code has a tilde.</summary>
    private static string UpperBound(Icd10Code code) => code.ToString("N", null) + "~";
}
