using Icd.Core.Codes;

namespace Icd.Core.Releases;

/// <summary>A file is not a compiled release that this library can read. Its message is English; <see cref="Describe"/> has it in bokmål too.</summary>
public sealed class ReleaseFormatException : IOException
{
    private readonly string _bokmal;

    /// <summary>Creates the exception. The texts say what was found and how to mend it, and are the rest of a sentence that begins with the path.</summary>
    /// <param name="problem">What is wrong.</param>
    /// <param name="path">The file, or a name for where the bytes came from.</param>
    /// <param name="bokmal">In Norwegian bokmål.</param>
    /// <param name="english">In English.</param>
    public ReleaseFormatException(ReleaseFormatProblem problem, string path, string bokmal, string english)
        : base($"{path} {english}") => (Problem, Path, _bokmal) = (problem, path, bokmal);

    /// <summary>What is wrong.</summary>
    public ReleaseFormatProblem Problem { get; }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>What is wrong with which file, and how to mend it.</summary>
    public string Describe(MessageLanguage language) => language == MessageLanguage.Bokmal ? $"{Path} {_bokmal}" : Message;

    /// <summary>A file that is named like another release than the one in it.</summary>
    public static ReleaseFormatException Misnamed(string path, ReleaseKey named, ReleaseKey held) => new(
        ReleaseFormatProblem.WrongName, path,
        $"heter som {named}, men inneholder {held}. Gi den tilbake navnet sitt, {held.FileName}.",
        $"is named like {named} but holds {held}. Give it back its name, {held.FileName}.");
}
