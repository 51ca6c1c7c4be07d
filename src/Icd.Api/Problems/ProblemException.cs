using Icd.Core.Codes;

namespace Icd.Api.Problems;

/// <summary>A request cannot be answered, for a reason that its sender is told.</summary>
internal sealed class ProblemException(ProblemKind kind, string nb, string en, string? parameter = null) : Exception(kind.Code)
{
    public ProblemKind Kind => kind;

    /// <summary>The parameter at fault, where it is one.</summary>
    public string? Parameter => parameter;

    /// <summary>What is wrong in this request.</summary>
    public string Detail(MessageLanguage language) => language == MessageLanguage.Bokmal ? nb : en;
}
