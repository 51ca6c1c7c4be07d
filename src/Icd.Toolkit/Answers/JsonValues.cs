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

    /// <summary>Absent numbers are null.</summary>
    public static void WriteOptional(this Utf8JsonWriter writer, string name, double? value)
    {
        if (value is { } known) writer.WriteNumber(name, known);
        else writer.WriteNull(name);
    }

    public static void WriteTexts(this Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts) writer.WriteStringValue(text);
        writer.WriteEndArray();
    }

    /// <summary>An array with an object for each item.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="name">The array's name.</param>
    /// <param name="items">In order.</param>
    /// <param name="write">Writes the names of an object.</param>
    public static void WriteObjects<T>(this Utf8JsonWriter writer, string name, IEnumerable<T> items, Action<T> write)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            writer.WriteStartObject();
            write(item);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
