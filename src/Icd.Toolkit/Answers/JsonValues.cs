using System.Text.Json;

namespace Icd.Toolkit.Answers;

/// <summary>What the JSON contracts have in common.</summary>
internal static class JsonValues
{
    /// <summary>Absent facts are null, not empty strings, and never left out: every object has the same names.</summary>
    public static void WriteOptional(this Utf8JsonWriter writer, string name, string value)
    {
        if (value.Length > 0) writer.WriteString(name, value);
        else writer.WriteNull(name);
    }

    public static void WriteTexts(this Utf8JsonWriter writer, string name, IReadOnlyList<string> texts)
    {
        writer.WriteStartArray(name);
        for (var i = 0; i < texts.Count; i++) writer.WriteStringValue(texts[i]);
        writer.WriteEndArray();
    }
}
