namespace Icd.Core.Postcoordination;

/// <summary>What a diagnostic does to the verdict.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Worth knowing; the verdict stays.</summary>
    Warning = 1,

    /// <summary>The reason that the expression is incomplete.</summary>
    Incomplete = 2,

    /// <summary>The reason that the expression cannot be judged.</summary>
    NotEvaluated = 3,

    /// <summary>The reason that the expression is invalid.</summary>
    Error = 4,
}
