using System.Text.Json;
using Icd.Core.Codes;
using Icd.Core.Expressions;
using Icd.Core.Postcoordination;
using Icd.Core.Releases;
using Icd.Mapping;

namespace Icd.Toolkit.Answers;

/// <summary>What a code or expression says, read out in both languages.</summary>
internal static class DescribedJson
{
    /// <param name="writer">Where to.</param>
    /// <param name="input">An ICD-11 expression, an ICD-10 code, or a pair of dagger and asterisk code.</param>
    /// <param name="engines">The release of ICD-11.</param>
    /// <param name="catalog">Where titles come from.</param>
    /// <param name="icd10">The Norwegian edition, where there is one.</param>
    /// <param name="language">The language of labels and messages.</param>
    public static void Write(Utf8JsonWriter writer, string input, MmsEngines engines, ReleaseCatalog catalog, Release? icd10, MessageLanguage language)
    {
        writer.WriteStartObject();
        writer.WriteString("input", input);
        if (DaggerPair.TryParse(input, out var dagger, out var asterisk)) WriteIcd10(writer, $"{dagger} {asterisk}", [dagger, asterisk], catalog, icd10);
        else if (ParsedInput.LooksLikeIcd10(input) && Icd10Code.TryParse(input.Trim(), out var code)) WriteIcd10(writer, code.ToString(), [code], catalog, icd10);
        else if (!ParsedInput.LooksLikeIcd10(input) && ClusterExpression.TryParse(input, out var expression)) WriteIcd11(writer, in expression, ExpressionReading.Of(engines, catalog, in expression), language);
        else WriteError(writer, ParsedInput.Read(input, "auto"), language);
        writer.WriteEndObject();
    }

    private static void WriteIcd11(Utf8JsonWriter writer, in ClusterExpression expression, ExpressionReading reading, MessageLanguage language)
    {
        WriteHead(writer, "icd11", expression.ToString(), reading.In(MessageLanguage.Bokmal), reading.In(MessageLanguage.English), reading.IsComplete(MessageLanguage.Bokmal), reading.IsAuthored(MessageLanguage.Bokmal));
        writer.WriteObjects("members", reading.Members, member =>
        {
            writer.WriteString("role", member.IsStem ? "stem" : "extension");
            writer.WriteString("text", member.Text);
            WriteTitles(writer, member.Entity, member.Bokmal, member.English);
            writer.WriteString("axis", member.Axis);
            writer.WriteString("axisLabel", member.Axis is { } axis ? AxisNames.Label(axis, language) : null);
            if (member.Of >= 0) writer.WriteNumber("axisOf", member.Of);
            else writer.WriteNull("axisOf");
        });
        writer.WriteNull("error");
    }

    private static void WriteIcd10(Utf8JsonWriter writer, string canonical, Icd10Code[] codes, ReleaseCatalog catalog, Release? edition)
    {
        var entities = Array.ConvertAll(codes, code => edition is not null && edition.TryFind(code, out var entity) ? entity : default);
        var nb = new DisplayTitle[codes.Length];
        var en = new DisplayTitle[codes.Length];
        for (var i = 0; i < codes.Length; i++)
        {
            var missing = new DisplayTitle(codes[i].ToString(), "", false);
            (nb[i], en[i]) = entities[i].IsNone ? (missing, missing) : (catalog.TitleOf(entities[i], "nb"), catalog.TitleOf(entities[i], "en"));
        }

        WriteHead(
            writer, "icd10", canonical, string.Join(" / ", nb.Select(title => title.Text)), string.Join(" / ", en.Select(title => title.Text)),
            Array.TrueForAll(nb, title => title.Language == "nb"), Array.Exists(nb, title => title.IsAuthored));
        writer.WriteStartArray("members");
        for (var i = 0; i < codes.Length; i++)
        {
            writer.WriteStartObject();
            writer.WriteString("role", "code");
            writer.WriteString("text", codes[i].ToString());
            WriteTitles(writer, entities[i], nb[i], en[i]);
            writer.WriteNull("axis");
            writer.WriteNull("axisLabel");
            writer.WriteNull("axisOf");
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteNull("error");
    }

    private static void WriteError(Utf8JsonWriter writer, ParsedInput parsed, MessageLanguage language)
    {
        WriteHead(writer, parsed.System, null, null, null, isComplete: false, isAuthored: false);
        writer.WriteStartArray("members");
        writer.WriteEndArray();
        ParsedJson.WriteError(writer, parsed, language);
    }

    private static void WriteHead(Utf8JsonWriter writer, string system, string? canonical, string? nb, string? en, bool isComplete, bool isAuthored)
    {
        writer.WriteString("system", system);
        writer.WriteString("canonical", canonical);
        writer.WriteString("nb", nb);
        writer.WriteString("en", en);
        writer.WriteBoolean("nbComplete", isComplete);
        writer.WriteBoolean("nbAuthored", isAuthored);
    }

    private static void WriteTitles(Utf8JsonWriter writer, Entity entity, DisplayTitle nb, DisplayTitle en)
    {
        writer.WriteBoolean("known", !entity.IsNone);
        writer.WriteOptional("code", entity.IsNone ? "" : entity.Code);
        writer.WriteOptional("uri", entity.IsNone ? "" : entity.Uri.ToString());
        writer.WriteString("nb", nb.Text);
        writer.WriteString("nbLanguage", nb.Language);
        writer.WriteString("en", en.Text);
        writer.WriteString("enLanguage", en.Language);
    }
}
