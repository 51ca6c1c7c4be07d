using System.Text.Json;

namespace Icd.Toolkit.Answers;

/// <summary>A verdict as JSON; every name is a contract, documented in <c>docs/cli.md</c>.</summary>
internal static class JudgedJson
{
    public static void Write(Utf8JsonWriter writer, JudgedExpression judged)
    {
        writer.WriteStartObject();
        writer.WriteString("input", judged.Input);
        writer.WriteString("verdict", judged.Verdict);
        writer.WriteString("canonical", judged.Canonical);
        writer.WriteString("replacement", judged.Replacement);
        writer.WriteObjects("diagnostics", judged.Diagnostics, diagnostic =>
        {
            writer.WriteString("kind", diagnostic.Kind);
            writer.WriteNumber("position", diagnostic.Position);
            writer.WriteString("token", diagnostic.Token);
            writer.WriteString("message", diagnostic.Message);
            writer.WriteString("axis", diagnostic.Axis);
            writer.WriteString("provenance", diagnostic.Provenance);
        });
        writer.WriteTexts("rules", judged.Rules);
        writer.WriteTexts("suggestions", judged.Suggestions);
        writer.WriteEndObject();
    }
}
