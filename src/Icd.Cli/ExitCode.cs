namespace Icd.Cli;

/// <summary>What <c>icd</c> returns to the shell: a contract, documented in docs/cli.md.</summary>
internal static class ExitCode
{
    public const int Fine = 0;

    /// <summary>The answer is no: not found, not well-formed, not equal.</summary>
    public const int No = 1;

    /// <summary>The command line is wrong.</summary>
    public const int Usage = 2;

    /// <summary>Data are missing or broken.</summary>
    public const int Data = 3;

    /// <summary>As the help and the manual page say it.</summary>
    public static IReadOnlyList<(int Code, string Meaning)> Meanings { get; } =
        [(Fine, "fine"), (No, "the answer is no"), (Usage, "the command line is wrong"), (Data, "data are missing or broken")];
}
