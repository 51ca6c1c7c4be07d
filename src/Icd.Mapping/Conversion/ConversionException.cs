namespace Icd.Mapping.Conversion;

/// <summary>A conversion cannot begin, or cannot go on. The message says what, where, and how to mend it.</summary>
public sealed class ConversionException : Exception
{
    /// <summary>A problem with a message.</summary>
    public ConversionException(ConversionProblem problem, string message, Exception? inner = null) : base(message, inner) => Problem = problem;

    /// <summary>What kind of problem it is.</summary>
    public ConversionProblem Problem { get; }
}
