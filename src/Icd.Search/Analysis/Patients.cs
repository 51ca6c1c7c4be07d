using System.Collections.Frozen;

namespace Icd.Search.Analysis;

/// <summary>
/// Words that say in whom something is: they may choose between names but never make a hit, for <c>depresjon hos eldre</c> is a depression.
/// </summary>
internal static class Patients
{
    /// <summary>Most names mean adults without saying so.</summary>
    private static readonly FrozenSet<string> Adults = FrozenSet.ToFrozenSet(["voksen", "voksne", "voksent", "vaksen", "vaksne", "adult", "adults"], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AdultLookup = Adults.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a word says that the patient is an adult.</summary>
    public static bool IsAdult(ReadOnlySpan<char> word) => AdultLookup.Contains(word);

    /// <summary>Whether a word says who the patient is.</summary>
    /// <param name="word">The word.</param>
    /// <param name="before">The word before it.</param>
    public static bool Contain(ReadOnlySpan<char> word, ReadOnlySpan<char> before) =>
        IsAdult(word) || before.Equals("hos", StringComparison.OrdinalIgnoreCase) || before.Equals("hjå", StringComparison.OrdinalIgnoreCase);
}
