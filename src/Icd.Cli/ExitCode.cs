namespace Icd.Cli;

/// <summary>What <c>icd</c> returns to the shell; documented in the README, so a contract.</summary>
internal static class ExitCode
{
    public const int Fine = 0;

    /// <summary>The answer is no: not found, not well-formed, not equal.</summary>
    public const int No = 1;

    /// <summary>The command line is wrong.</summary>
    public const int Usage = 2;

    /// <summary>Data are missing or broken.</summary>
    public const int Data = 3;
}
