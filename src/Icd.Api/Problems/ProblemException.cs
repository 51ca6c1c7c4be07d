using Icd.Core.Codes;
using Icd.Core.Releases;

namespace Icd.Api.Problems;

/// <summary>A request cannot be answered, for a reason that its sender is told.</summary>
internal sealed class ProblemException(ProblemKind kind, string nb, string en, string? parameter = null) : Exception(kind.Code)
{
    public ProblemKind Kind => kind;

    /// <summary>A release that cannot be read. The path of its directory is the operator's business; the file's name says which release it is.</summary>
    public static ProblemException Damaged(ReleaseFormatException exception)
    {
        var file = Path.GetFileName(exception.Path);
        return new(ProblemKind.ReleaseDamaged, $"{file} er skadet.", $"{file} is damaged.");
    }

    /// <summary>The parameter at fault, where it is one.</summary>
    public string? Parameter => parameter;

    /// <summary>What is wrong in this request.</summary>
    public string Detail(MessageLanguage language) => language == MessageLanguage.Bokmal ? nb : en;
}
