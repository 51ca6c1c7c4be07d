using Icd.Core.Codes;
using Icd.Core.Releases;
using Icd.Mapping.Who;

namespace Icd.Mapping;

/// <summary>Which of several codes says least.</summary>
internal sealed class BackOrder(Release edition)
{
    /// <summary>Codes that fit equally well: one before its own subdivisions, which say more; otherwise the unspecified first.</summary>
    public List<BackEntry> LeastFirst(IEnumerable<BackEntry> entries)
    {
        var all = entries.ToList();
        return [.. all.OrderBy(entry => all.Count(other => IsAbove(other.Code, entry.Code))).ThenByDescending(entry => WhoWayBack.Openness(entry.Code)).ThenByDescending(entry => entry.Code.Length).ThenBy(entry => entry.Code)];
    }

    /// <summary>Whether a code says no more than what the others have in common: it is their parent, or the unspecified one of subdivisions that ICD-11 does not tell apart.</summary>
    public bool SaysLeast(Icd10Code chosen, IReadOnlyList<Icd10Code> others) =>
        others.All(other => other == chosen || IsAbove(chosen, other))
        || (WhoWayBack.Openness(chosen) > WhoWayBack.Openness(others[0]) && others.All(other => other.Category == chosen.Category));

    /// <summary>
    /// Whether a code stands for what no other code of its kind says: "unspecified" or "other" of a category, or a category whose title says that it is the unspecified one
    /// of its block (B99, F03, N19).
    /// </summary>
    public bool IsOpen(Icd10Code code) =>
        WhoWayBack.Openness(code) > 0
        || (code.Length == 3 && edition.TryFind(code, out var category) && category.TitleIn("nb") is { } title
            && (title.StartsWith("Uspes", StringComparison.Ordinal) || title.Contains("uspesifiser", StringComparison.Ordinal)));

    /// <summary>Whether a code belongs to a national key for external causes, which holds a whole block of ICD-10: X8n.</summary>
    public static bool IsNationalKey(Icd10Code code) => code.Length > 2 && char.IsAsciiLetter(code.ToString("N", null)[2]);

    private bool IsAbove(Icd10Code parent, Icd10Code code) =>
        parent != code && edition.TryFind(parent, out var above) && edition.TryFind(code, out var below) && above.Contains(below);
}
