using System.Collections.Frozen;

namespace Icd.Search.Analysis;

/// <summary>
/// Words that say in whom something is, or how sure it is. As <see cref="Sides"/> they may choose between names but never make a hit: <c>mistanke om gallestein</c> and
/// <c>gallestein hos eldre</c> are about gallstones.
/// </summary>
internal static class Circumstances
{
    private static readonly FrozenSet<string> Words = FrozenSet.ToFrozenSet(
        [
            "voksen", "voksne", "voksent", "vaksen", "vaksne", "adult", "adults",
            "mann", "mannen", "menn", "kvinne", "kvinnen", "kvinner", "dame", "gutt", "gutten", "jente", "jenta", "jenten", "pas", "pasient", "pasienten", "pasienter", "pt",
            "mistanke", "mistenkt", "mistenkte", "mistenker", "mistenkes", "susp", "obs", "mulig", "muligens", "sannsynlig", "sannsynligvis", "trolig", "antatt", "kjent", "verifisert", "påvist",
        ], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a word is one.</summary>
    public static bool Contain(ReadOnlySpan<char> word) => Lookup.Contains(word);

    /// <summary>Whether what follows a word says who the patient is: <c>hos eldre</c>.</summary>
    public static bool PatientFollows(ReadOnlySpan<char> word) => word.Equals("hos", StringComparison.OrdinalIgnoreCase) || word.Equals("hjå", StringComparison.OrdinalIgnoreCase);
}
