namespace Icd.Core.Releases;

/// <summary>A title as shown to a reader, with what the reader must know of it.</summary>
/// <param name="Text">The title.</param>
/// <param name="Language">Its language, which need not be the one asked for.</param>
/// <param name="IsAuthored">Whether it is our wording rather than the publisher's.</param>
public readonly record struct DisplayTitle(string Text, string Language, bool IsAuthored)
{
    /// <summary>The title in the quotation marks of its language: “…” where it is English, «…» where it is not.</summary>
    public string Quoted => Language == "en" ? $"“{Text}”" : $"«{Text}»";

    /// <summary>The title of an entity.</summary>
    /// <param name="entity">The entity.</param>
    /// <param name="language">The language wanted; BCP 47, such as <c>nb</c>.</param>
    /// <param name="titles">Where titles come from that the entity's release lacks; may be <see langword="null"/>.</param>
    public static DisplayTitle Of(Entity entity, string language, ReleaseCatalog? titles = null) =>
        titles?.TitleOf(entity, language)
        ?? (entity.TitleIn(language) is { } own ? new(own, language, entity.IsAuthored) : new(entity.Title, entity.Release.Languages[0], entity.IsAuthored));

    /// <summary>The title inside a text: quoted where it is in another language, so that the reader, and a screen reader, can tell the two apart.</summary>
    /// <param name="language">The language of the text.</param>
    public string Within(string language) => Language == language ? Text : Quoted;
}
