using Icd.Mapping;

namespace Icd.Transition.Groups;

/// <summary>Something about a definition that its author should know.</summary>
/// <param name="Kind">What.</param>
/// <param name="Group">The group's id.</param>
/// <param name="Subject">The term, code or other group that it is about; empty where it is the group as a whole.</param>
/// <param name="Text">A sentence for people.</param>
/// <param name="Origin">File, line and column.</param>
public sealed record GroupProblem(GroupProblemKind Kind, string Group, string Subject, MapText Text, string Origin)
{
    /// <summary>Whether the definition is wrong; otherwise it is a remark.</summary>
    public bool IsError => Kind is GroupProblemKind.UnknownCode or GroupProblemKind.EmptySide or GroupProblemKind.TargetOutside;
}
