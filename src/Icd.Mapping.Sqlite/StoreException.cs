namespace Icd.Mapping.Sqlite;

/// <summary>A store cannot do what it was asked to. Messages name files and numbers, never a diagnosis.</summary>
public sealed class StoreException : Exception
{
    internal StoreException(StoreProblem problem, string message, Exception? inner = null)
        : base(message, inner) => Problem = problem;

    /// <summary>What is wrong; stable, to branch on.</summary>
    public StoreProblem Problem { get; }
}
