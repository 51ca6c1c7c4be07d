namespace Icd.Core.Releases;

/// <summary>A file is not a compiled release that this library can read.</summary>
public sealed class ReleaseFormatException : IOException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="problem">What is wrong.</param>
    /// <param name="path">The file, or a name for where the bytes came from.</param>
    /// <param name="detail">What was found, and how to mend it: the rest of a sentence that begins with the path.</param>
    public ReleaseFormatException(ReleaseFormatProblem problem, string path, string detail)
        : base($"{path} {detail}")
    {
        Problem = problem;
        Path = path;
    }

    /// <summary>What is wrong.</summary>
    public ReleaseFormatProblem Problem { get; }

    /// <summary>The file.</summary>
    public string Path { get; }
}
