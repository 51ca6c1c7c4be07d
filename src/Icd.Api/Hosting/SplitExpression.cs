namespace Icd.Api.Hosting;

/// <summary>An expression in an address whose <c>&amp;</c> was not written <c>%26</c>: what stood behind it arrives as a parameter without a value, and an answer would be about the stem alone.</summary>
internal static class SplitExpression
{
    /// <summary>Finds what was cut off.</summary>
    /// <param name="query">The parameters of an address, none of which is called as an extension code or a URI of WHO's.</param>
    public static string? Find(IEnumerable<KeyValuePair<string, string>> query) =>
        query.FirstOrDefault(parameter => parameter.Value.Length == 0 && IsMember(parameter.Key.Trim())).Key?.Trim();

    /// <summary>Says so.</summary>
    public static string Explain(string lost) => $"'{lost}' is cut off the expression: write & as %26 in an address.";

    private static bool IsMember(string name) => name is ['X', _, ..] || name.StartsWith("http://id.who.int/icd/", StringComparison.Ordinal);
}
