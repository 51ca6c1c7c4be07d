namespace Icd.Search.Lexicons;

/// <summary>A table of the lexicon is malformed.</summary>
public sealed class LexiconFormatException : FormatException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="file">The table's file name.</param>
    /// <param name="line">The line, from 1.</param>
    /// <param name="problem">What is wrong.</param>
    /// <param name="remedy">How to mend it.</param>
    public LexiconFormatException(string file, int line, string problem, string remedy)
        : base($"{file}:{line}: {problem}. {remedy}")
    {
        File = file;
        Line = line;
    }

    /// <summary>The table's file name.</summary>
    public string File { get; }

    /// <summary>The line, from 1.</summary>
    public int Line { get; }
}
