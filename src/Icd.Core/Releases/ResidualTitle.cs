using Icd.Core.Codes;

namespace Icd.Core.Releases;

/// <summary>Titles of residuals from that of the category they belong to, for a language in which only the category has one.</summary>
/// <remarks>
/// A residual says no more than its category and that nothing, or something else, is specified (Reference Guide, "Residual categories"). The words are those
/// that the Norwegian ICD-10 sets after a comma.
/// </remarks>
public static class ResidualTitle
{
    /// <summary>The title of a residual, such as <c>Epilepsi, uspesifisert</c>.</summary>
    /// <param name="residual">Which of the two.</param>
    /// <param name="category">The category's title.</param>
    /// <param name="language">Its language; only <c>nb</c> is known.</param>
    /// <returns><see langword="null"/> where there is nothing to put together.</returns>
    public static string? Of(Residual residual, string category, string language) => (residual, language) switch
    {
        (Residual.Unspecified, "nb") => $"{category}, uspesifisert",
        (Residual.Other, "nb") => $"{category}, annen spesifisert",
        _ => null,
    };
}
