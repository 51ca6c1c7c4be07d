using System.Globalization;
using Icd.Core.Codes;

namespace Icd.Transition.Comparison.Html;

/// <summary>Texts and numbers as a page shows them.</summary>
internal sealed class Markup(MessageLanguage language)
{
    /// <summary>What stands for a count that is kept back.</summary>
    public const string KeptBack = ":";

    private readonly NumberFormatInfo _numbers = new()
    {
        // A thin space that does not break, as Norwegian and ISO 80000 want it.
        NumberGroupSeparator = "\u202F",
        NumberDecimalSeparator = language == MessageLanguage.Bokmal ? "," : ".",
        NegativeSign = "−",
    };

    public MessageLanguage Language => language;

    public string Say(string bokmal, string english) => language == MessageLanguage.Bokmal ? bokmal : english;

    public string Number(long value) => value.ToString("N0", _numbers);

    public string Count(PublishedCount? count) => count is null ? "–" : count.Value is { } value ? Number(value) : $"<abbr title=\"{Say("holdt tilbake", "kept back")}\">{KeptBack}</abbr>";

    public string Decimal(double value, int places = 3) => value.ToString("N" + places.ToString(CultureInfo.InvariantCulture), _numbers);

    public string Percent(double share) => (share * 100).ToString("N1", _numbers) + "\u00A0%";

    public string Interval(ConfidenceInterval? interval) => interval is { } found ? $"{Decimal(found.Value)} ({Decimal(found.Low)}–{Decimal(found.High)})" : "–";

    /// <summary>A coordinate: the point is always a point, and the minus a hyphen.</summary>
    public static string At(double value) => Math.Round(value, 2).ToString(CultureInfo.InvariantCulture);

    public static string Text(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);

    public static string Short(string text, int length) => text.Length <= length ? text : text[..(length - 1)].TrimEnd() + "…";

    public string Changes(UnitChanges changes)
    {
        var names = new List<string>();
        foreach (var change in Enum.GetValues<UnitChanges>())
        {
            if (change != 0 && changes.HasFlag(change)) names.Add($"<span class=\"mark m{(int)change}\">{Name(change)}</span>");
        }

        return string.Join(" ", names);
    }

    public string Name(UnitChanges change) => change switch
    {
        UnitChanges.Splits => Say("deles", "splits"),
        UnitChanges.Merges => Say("slås sammen", "merges"),
        UnitChanges.MovesChapter => Say("skifter kapittel", "moves chapter"),
        UnitChanges.LosesDetail => Say("mister detalj", "loses detail"),
        UnitChanges.Ambiguous => Say("flertydig", "ambiguous"),
        UnitChanges.NoTarget => Say("uten mål", "no target"),
        _ => "",
    };
}
