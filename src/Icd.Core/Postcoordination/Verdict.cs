namespace Icd.Core.Postcoordination;

/// <summary>What a validator says of an expression, and why.</summary>
/// <remarks>A valid expression costs no allocation.</remarks>
public readonly struct Verdict
{
    private readonly List<Diagnostic>? _diagnostics;

    internal Verdict(List<Diagnostic>? diagnostics)
    {
        // Members that cannot be read are noticed first; a stable sort keeps what is said of one member in its order.
        _diagnostics = diagnostics is { Count: > 1 } ? [.. diagnostics.OrderBy(diagnostic => diagnostic.Member)] : diagnostics;
        if (diagnostics is null) return;
        foreach (var diagnostic in diagnostics)
        {
            var kind = diagnostic.Severity switch
            {
                DiagnosticSeverity.Error => VerdictKind.Invalid,
                DiagnosticSeverity.NotEvaluated => VerdictKind.NotEvaluated,
                DiagnosticSeverity.Incomplete => VerdictKind.Incomplete,
                _ => VerdictKind.Valid,
            };
            if (Rank(kind) > Rank(Kind)) Kind = kind;
        }
    }

    /// <summary>The verdict: an error outweighs what cannot be judged, and that outweighs what is missing.</summary>
    public VerdictKind Kind { get; }

    /// <summary>Whether every known rule is kept.</summary>
    public bool IsValid => Kind == VerdictKind.Valid;

    /// <summary>The reasons and warnings, in the order of the members.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics ?? (IReadOnlyList<Diagnostic>)[];

    private static int Rank(VerdictKind kind) => kind switch
    {
        VerdictKind.Invalid => 3,
        VerdictKind.NotEvaluated => 2,
        VerdictKind.Incomplete => 1,
        _ => 0,
    };
}
