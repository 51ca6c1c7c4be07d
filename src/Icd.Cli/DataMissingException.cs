namespace Icd.Cli;

/// <summary>A release that the command needs is not there.</summary>
internal sealed class DataMissingException(string message) : Exception(message);
