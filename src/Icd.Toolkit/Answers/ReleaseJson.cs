using System.Text.Json;
using Icd.Core.Releases;

namespace Icd.Toolkit.Answers;

/// <summary>A release in the JSON of <c>icd data</c>.</summary>
internal static class ReleaseJson
{
    /// <param name="writer">Where to.</param>
    /// <param name="key">Which release.</param>
    /// <param name="release">The release; <see langword="null"/> where it cannot be opened.</param>
    /// <param name="path">Its file; <see langword="null"/> where the program carries it.</param>
    /// <param name="problem">Why it cannot be opened.</param>
    public static void Write(Utf8JsonWriter writer, ReleaseKey key, Release? release, string? path, string? problem)
    {
        writer.WriteStartObject();
        writer.WriteString("system", key.Classification.Name());
        writer.WriteString("release", key.ReleaseId.ToString());
        writer.WriteBoolean("starter", key.IsStarter);
        writer.WriteString("title", release?.Title);
        writer.WriteTexts("languages", release?.Languages ?? []);
        writer.WriteNumber("entities", release?.Count ?? 0);
        writer.WriteNumber("codes", release?.Entities.Count(entity => entity.IsSelectable) ?? 0);
        writer.WriteBoolean("scales", release?.HasScales ?? false);
        writer.WriteString("contentHash", release?.ContentHash);
        writer.WriteObjects("sources", release?.Sources ?? [], source =>
        {
            writer.WriteString("kind", ContractName.Of(source.Kind));
            writer.WriteString("name", source.Name);
            writer.WriteString("language", source.Language);
            writer.WriteString("version", source.Version);
            writer.WriteString("sha256", source.Sha256);
        });
        writer.WriteString("path", path);
        writer.WriteString("problem", problem);
        writer.WriteEndObject();
    }
}
