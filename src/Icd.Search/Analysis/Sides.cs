using System.Collections.Frozen;

namespace Icd.Search.Analysis;

/// <summary>
/// Words that say on which side. Few names have one, for both systems leave the side to be added (ICD-11 by an extension code), so
/// it may choose between names but never make a hit: <c>brudd i håndledd, venstre</c> is a fracture.
/// </summary>
internal static class Sides
{
    private static readonly FrozenSet<string> Words = FrozenSet.ToFrozenSet(
        [
            "venstre", "høyre", "hø", "ve", "sin", "dxt", "dex", "dext", "v", "h",
            "venstresidig", "høyresidig", "høgre", "høgresidig", "bilateral", "bilateralt", "bilaterale", "dobbeltsidig", "dobbelsidig", "tosidig", "begge", "ensidig", "unilateral", "unilateralt",
            "left", "right", "sinister", "dexter",
        ], StringComparer.OrdinalIgnoreCase);

    /// <summary>What follows such a word and says no more: <c>slag, høyre side</c>.</summary>
    private static readonly FrozenSet<string> Nouns = FrozenSet.ToFrozenSet(["side", "siden", "sida", "sider", "sidene", "kroppshalvdel", "kroppshalvdelen", "kroppsside", "kroppssiden"], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NounLookup = Nouns.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a word is one.</summary>
    public static bool Contain(ReadOnlySpan<char> word) => Lookup.Contains(word);

    /// <summary>Whether a word is one, or the <c>side</c> of <c>høyre side</c>.</summary>
    /// <param name="word">The word.</param>
    /// <param name="before">The word before it.</param>
    public static bool Contain(ReadOnlySpan<char> word, ReadOnlySpan<char> before) => Contain(word) || (NounLookup.Contains(word) && Contain(before));
}
