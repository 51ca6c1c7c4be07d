using Icd.Core.Codes;

namespace Icd.Api.Rest;

/// <summary>The language of a request's reader: <c>lang</c>, else the first of Accept-Language that we have, else bokmål.</summary>
internal static class ReaderLanguage
{
    public static MessageLanguage Of(HttpRequest request) =>
        request.Query.TryGetValue("lang", out var asked) && asked.Count == 1 && Known(asked[0]) is { } named ? named : OfHeader(request.Headers.AcceptLanguage.ToString());

    public static string Code(this MessageLanguage language) => language == MessageLanguage.Bokmal ? "nb" : "en";

    private static MessageLanguage OfHeader(string header)
    {
        var (best, weight) = (MessageLanguage.Bokmal, 0.0);
        foreach (var range in header.AsSpan().Split(','))
        {
            var item = header.AsSpan(range).Trim();
            var semicolon = item.IndexOf(';');
            var quality = 1.0;
            if (semicolon >= 0)
            {
                var parameter = item[(semicolon + 1)..].Trim();
                if (parameter.StartsWith("q=", StringComparison.OrdinalIgnoreCase)) _ = double.TryParse(parameter[2..], System.Globalization.CultureInfo.InvariantCulture, out quality);
                item = item[..semicolon].TrimEnd();
            }

            if (quality <= weight || Known(item) is not { } known) continue;
            (best, weight) = (known, quality);
        }

        return best;
    }

    private static MessageLanguage? Known(ReadOnlySpan<char> tag)
    {
        var dash = tag.IndexOf('-');
        if (dash >= 0) tag = tag[..dash];
        // Who reads nynorsk reads bokmål before English.
        if (tag.Equals("nb", StringComparison.OrdinalIgnoreCase) || tag.Equals("no", StringComparison.OrdinalIgnoreCase) || tag.Equals("nn", StringComparison.OrdinalIgnoreCase)) return MessageLanguage.Bokmal;
        return tag.Equals("en", StringComparison.OrdinalIgnoreCase) ? MessageLanguage.English : null;
    }
}
