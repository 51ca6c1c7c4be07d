namespace Icd.Cli;

/// <summary>The command line is well-formed but asks for something that makes no sense.</summary>
internal sealed class UsageException(string message) : Exception(message);
