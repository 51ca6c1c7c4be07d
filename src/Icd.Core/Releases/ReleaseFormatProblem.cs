namespace Icd.Core.Releases;

/// <summary>Why a file is not a compiled release that this library can read.</summary>
public enum ReleaseFormatProblem
{
    /// <summary>The file is something else.</summary>
    NotARelease = 1,

    /// <summary>The file ends before, or goes on after, the length that its header states.</summary>
    WrongLength = 2,

    /// <summary>The file's bytes are not the ones that were written.</summary>
    Corrupt = 3,

    /// <summary>The file was written by a newer version of this library.</summary>
    NewerFormat = 4,

    /// <summary>The file was written by an older version of this library, in a format that is no longer read.</summary>
    OlderFormat = 5,

    /// <summary>The file's name says another release than its contents.</summary>
    WrongName = 6,
}
