using Icd.Core.Codes;

namespace Icd.Mapping;

/// <summary>A text for clinicians, in both languages of the toolkit.</summary>
/// <param name="Bokmal">Norwegian bokmål.</param>
/// <param name="English">English.</param>
public sealed record MapText(string Bokmal, string English)
{
    private const string Separator = " // ";

    /// <summary>The text in a language.</summary>
    public string In(MessageLanguage language) => language == MessageLanguage.Bokmal ? Bokmal : English;

    /// <summary>As our tables write it: <c>bokmål // English</c>; a text without the separator serves for both.</summary>
    internal static MapText Parse(string text)
    {
        var at = text.IndexOf(Separator, StringComparison.Ordinal);
        return at < 0 ? new(text.Trim(), text.Trim()) : new(text[..at].Trim(), text[(at + Separator.Length)..].Trim());
    }

    /// <summary>Both languages, as our tables write them.</summary>
    public override string ToString() => Bokmal == English ? English : Bokmal + Separator + English;
}
