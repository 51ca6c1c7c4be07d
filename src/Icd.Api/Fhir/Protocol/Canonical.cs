namespace Icd.Api.Fhir.Protocol;

/// <summary>A canonical reference: a URL with an optional version after a bar.</summary>
internal readonly record struct Canonical(string Url, string? Version)
{
    public static Canonical Parse(string text)
    {
        var bar = text.LastIndexOf('|');
        return bar < 0 ? new(text, null) : new(text[..bar], bar + 1 < text.Length ? text[(bar + 1)..] : null);
    }

    public override string ToString() => Version is null ? Url : $"{Url}|{Version}";
}
