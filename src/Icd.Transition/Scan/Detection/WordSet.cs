namespace Icd.Transition.Scan.Detection;

/// <summary>A set of words, whatever their case, that is asked with pieces of a text.</summary>
/// <param name="words">The words, separated by spaces.</param>
internal sealed class WordSet(string words)
{
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _words = new HashSet<string>(words.Split(' '), StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    public override string ToString() => words;

    public bool Contains(ReadOnlySpan<char> word) => _words.Contains(word);
}
