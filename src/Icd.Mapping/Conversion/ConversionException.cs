namespace Icd.Mapping.Conversion;

/// <summary>A conversion cannot begin, or cannot go on. The message, English in <see cref="Exception.Message"/>, says what, where, and how to mend it.</summary>
public sealed class ConversionException : Exception
{
    /// <summary>A problem with a message.</summary>
    public ConversionException(ConversionProblem problem, MapText text, Exception? inner = null) : base((text ?? throw new ArgumentNullException(nameof(text))).English, inner) => (Problem, Text) = (problem, text);

    /// <summary>What kind of problem it is.</summary>
    public ConversionProblem Problem { get; }

    /// <summary>The message in both languages.</summary>
    public MapText Text { get; }

    internal static ConversionException OfUsage(string bokmal, string english) => new(ConversionProblem.Usage, new(bokmal, english));

    internal static ConversionException OfData(string bokmal, string english, Exception? inner = null) => new(ConversionProblem.Data, new(bokmal, english), inner);
}
