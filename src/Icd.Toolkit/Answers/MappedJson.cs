using System.Text.Json;

namespace Icd.Toolkit.Answers;

/// <summary>A mapping as JSON; every name is a contract, documented in <c>docs/cli.md</c>.</summary>
internal static class MappedJson
{
    public static void Write(Utf8JsonWriter writer, MappedCode mapped)
    {
        writer.WriteStartObject();
        writer.WriteString("input", mapped.Input);
        writer.WriteString("expression", mapped.Expression);
        writer.WriteString("title", mapped.Title);
        writer.WriteString("relation", mapped.Relation);
        writer.WriteString("provenance", mapped.Provenance);
        writer.WriteTexts("lost", mapped.Lost);
        writer.WriteBoolean("review", mapped.Review);
        writer.WriteObjects("alternatives", mapped.Alternatives, alternative =>
        {
            var (expression, condition) = alternative;
            writer.WriteString("expression", expression);
            writer.WriteString("condition", condition);
        });
        writer.WriteTexts("added", mapped.Added);
        writer.WriteString("direction", mapped.Direction);
        writer.WriteString("release", mapped.Release);
        writer.WriteString("message", mapped.Message);
        writer.WriteEndObject();
    }
}
