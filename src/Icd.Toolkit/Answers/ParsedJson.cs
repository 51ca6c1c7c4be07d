using System.Text.Json;
using Icd.Core.Codes;

namespace Icd.Toolkit.Answers;

/// <summary>The form of an input as JSON; every name is a contract, documented in <c>docs/cli.md</c>.</summary>
internal static class ParsedJson
{
    public static void Write(Utf8JsonWriter writer, ParsedInput result, MessageLanguage language)
    {
        writer.WriteStartObject();
        writer.WriteString("input", result.Input);
        writer.WriteBoolean("wellFormed", result.Error.IsNone);
        writer.WriteString("system", result.System);
        writer.WriteString("canonical", result.Canonical);
        writer.WriteObjects("members", result.Members, member =>
        {
            writer.WriteString("role", member.Role);
            writer.WriteString("text", member.Text);
            writer.WriteNumber("position", member.Position);
        });
        if (result.Error.IsNone) writer.WriteNull("error");
        else WriteError(writer, result, language);
        writer.WriteEndObject();
    }

    public static void WriteError(Utf8JsonWriter writer, ParsedInput result, MessageLanguage language)
    {
        writer.WriteStartObject("error");
        writer.WriteString("kind", ContractName.Of(result.Error.Kind));
        writer.WriteNumber("position", result.Error.Position);
        writer.WriteNumber("length", result.Error.Length);
        writer.WriteString("message", result.Error.Describe(result.Input, language));
        writer.WriteString("proposal", result.Proposal);
        writer.WriteEndObject();
    }
}
