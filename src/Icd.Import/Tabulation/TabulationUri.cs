using System.Globalization;
using System.Text.RegularExpressions;
using Icd.Core.Codes;
using Icd.Core.Releases;

namespace Icd.Import.Tabulation;

/// <summary>The linearization URI of a row, which also tells classification and, in some files, release.</summary>
/// <remarks><see cref="EntityUri"/> is not enough: exports from WHO's test platform have <c>/beta/</c> for a release.</remarks>
internal readonly partial record struct TabulationUri(Classification Classification, string Release, uint Id, Residual Residual)
{
    public static bool TryParse(string text, out TabulationUri uri)
    {
        uri = default;
        var match = Pattern().Match(text);
        if (!match.Success || !uint.TryParse(match.Groups["id"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var id) || id == 0) return false;
        var residual = match.Groups["residual"].ValueSpan switch
        {
            "other" => Residual.Other,
            "unspecified" => Residual.Unspecified,
            _ => Residual.None,
        };
        uri = new(match.Groups["tree"].ValueSpan is "mms" ? Classification.Mms : Classification.Icf, match.Groups["release"].Value, id, residual);
        return true;
    }

    [GeneratedRegex(@"^https?://id\.who\.int/icd/release/11/(?:(?<release>\d{4}(?:-\d{2})?|beta)/)?(?<tree>mms|icf)/(?<id>\d{1,10})(?:/(?<residual>other|unspecified))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
