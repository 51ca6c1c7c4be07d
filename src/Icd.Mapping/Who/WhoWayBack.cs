using Icd.Core.Codes;
using Icd.Core.Releases;

namespace Icd.Mapping.Who;

/// <summary>WHO's way back from ICD-11, read with the codes that the Norwegian edition has.</summary>
internal sealed class WhoWayBack(WhoCrosswalk? who, Release edition)
{
    /// <summary>WHO's row for an entity; <see langword="null"/> where it has none.</summary>
    public Row? Find(Entity entity)
    {
        if (who?.FindBack(entity.Id, entity.Residual) is not { } row || row.Code == default) return null;
        var origin = $"WHO {who.Release} {(row.Table == WhoTable.Back ? "11To10MapToOneCategory" : "foundation_11To10MapToOneCategory")} row {row.Row}";
        if (edition.TryFind(row.Code, out var own) && own.IsSelectable) return new(row.Code, row.Code, [], origin);
        var subdivisions = SubdivisionsOf(row.Code);
        return new(LeastOf(subdivisions, row.Code), row.Code, subdivisions, origin);
    }

    /// <summary>How much a code leaves open: x and y are unknown, 9 unspecified (of a place: another), 8 and r other; of a national key also i an unknown and h another industry.</summary>
    public static int Openness(Icd10Code code)
    {
        var isNational = BackOrder.IsNationalKey(code);
        return Text(code).Skip(3).Sum(character => character switch { 'x' or 'y' => 3, 'i' when isNational => 3, '9' => 2, '8' or 'r' => 1, 'h' when isNational => 1, _ => 0 });
    }

    /// <summary>Whether a code is a subdivision of another.</summary>
    public static bool IsBelow(Icd10Code code, Icd10Code parent) => code.Length > parent.Length && Text(code).StartsWith(Text(parent), StringComparison.Ordinal);

    /// <summary>Whether a national key for external causes stands for the block of ICD-10 that a code belongs to.</summary>
    public bool Holds(Icd10Code key, Icd10Code code)
    {
        if (!BackOrder.IsNationalKey(key) || !edition.TryFind(key, out var entity)) return false;
        var block = entity.Ancestors.Select(above => above.BlockId).FirstOrDefault(id => id is not null)?.Split('-');
        return block is [var first, var last] && string.CompareOrdinal(first, Text(code.Category)) <= 0 && string.CompareOrdinal(Text(code.Category), last) <= 0;
    }

    /// <summary>The codes into which the edition divides one that it does not use itself, without their own subdivisions.</summary>
    public List<Icd10Code> SubdivisionsOf(Icd10Code code)
    {
        if (!edition.TryFind(code.Category, out var category)) return [];
        var below = category.Descendants.Where(entity => entity.IsSelectable && IsBelow(entity.Icd10Code, code)).Select(entity => entity.Icd10Code).ToList();
        return [.. below.Where(one => !below.Exists(other => IsBelow(one, other))).Order()];
    }

    /// <summary>The one subdivision that leaves open what the others say; <see langword="null"/> where there is none, and a choice would be a guess.</summary>
    private static Icd10Code? LeastOf(List<Icd10Code> subdivisions, Icd10Code code)
    {
        if (subdivisions is [var only]) return only;
        var open = subdivisions.Where(one => Openness(one) > Openness(code)).OrderByDescending(Openness).ToList();
        return open.Count == 1 || (open.Count > 1 && Openness(open[0]) > Openness(open[1])) ? open[0] : null;
    }

    private static string Text(Icd10Code code) => code.ToString("N", null);

    /// <param name="Code">The code to report; <see langword="null"/> where the edition has none, or several among which nothing chooses.</param>
    /// <param name="Target">The code in WHO's row.</param>
    /// <param name="Subdivisions">What the edition has in its place; empty where it has the code itself, or nothing.</param>
    /// <param name="Origin">The row.</param>
    internal sealed record Row(Icd10Code? Code, Icd10Code Target, IReadOnlyList<Icd10Code> Subdivisions, string Origin)
    {
        /// <summary>Whether the edition has WHO's code itself.</summary>
        public bool IsExact => Code == Target;
    }
}
