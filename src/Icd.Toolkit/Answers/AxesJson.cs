using System.Text.Json;
using Icd.Core.Codes;
using Icd.Core.Postcoordination;
using Icd.Core.Releases;

namespace Icd.Toolkit.Answers;

/// <summary>The axes of a stem as JSON; every name is a contract, documented in <c>docs/cli.md</c>.</summary>
internal static class AxesJson
{
    /// <param name="writer">Where to.</param>
    /// <param name="stem">The stem.</param>
    /// <param name="isKnown">Whether anything is known of its axes.</param>
    /// <param name="axes">Its axes.</param>
    /// <param name="listed">The values of an axis that are shown.</param>
    /// <param name="language">The language of labels and titles.</param>
    public static void Write(Utf8JsonWriter writer, Entity stem, bool isKnown, IReadOnlyList<AllowedAxis> axes, Func<AllowedAxis, IEnumerable<AllowedValue>> listed, MessageLanguage language)
    {
        writer.WriteStartObject();
        writer.WriteString("stem", stem.Code);
        writer.WriteString("release", stem.Release.Key.ReleaseId.ToString());
        writer.WriteBoolean("known", isKnown);
        writer.WriteStartArray("axes");
        foreach (var axis in axes) WriteAxis(writer, axis, listed(axis), language);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    public static void WriteAxis(Utf8JsonWriter writer, AllowedAxis offered, IEnumerable<AllowedValue> values, MessageLanguage language)
    {
        var axis = offered.Axis;
        writer.WriteStartObject();
        writer.WriteString("axis", axis.Name);
        writer.WriteString("label", offered.Label(language));
        writer.WriteBoolean("required", axis.IsRequired);
        writer.WriteString("allowMultipleValues", axis.AllowMultipleValues.ToString());
        writer.WriteString("authority", ContractName.Of(axis.Authority));
        writer.WriteString("provenance", axis.Provenance);
        writer.WriteObjects("values", values, value =>
        {
            writer.WriteOptional("code", value.Entity.Code);
            writer.WriteString("uri", value.Entity.Uri.ToString());
            var title = language == MessageLanguage.Bokmal ? value.Bokmal : value.English;
            writer.WriteString("title", title.Text);
            writer.WriteString("titleLanguage", title.Language);
            writer.WriteNumber("descendants", value.Entity.DescendantCount);
            writer.WriteBoolean("selectable", value.MayBeChosen);
            writer.WriteBoolean("hasChildren", value.HasChildren);
        });
        writer.WriteEndObject();
    }
}
