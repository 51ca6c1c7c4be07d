namespace Icd.Cli;

/// <summary>A web address on the command line.</summary>
internal static class WebAddress
{
    /// <exception cref="UsageException">The text is not an http or https address.</exception>
    public static Uri Parse(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme is "http" or "https")
            ? address
            : throw new UsageException($"'{text}' er ingen nettadresse; ventet er for eksempel http://localhost:8080/.", $"'{text}' is not a web address; expected is for example http://localhost:8080/.");
}
