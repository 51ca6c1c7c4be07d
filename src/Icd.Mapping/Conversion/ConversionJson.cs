using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Icd.Mapping.Conversion;

/// <summary>Manifest and summary as JSON.</summary>
[JsonSerializable(typeof(ConversionManifest))]
[JsonSerializable(typeof(ConversionSummary))]
public sealed partial class ConversionJson : JsonSerializerContext
{
    /// <summary>The context to read and write with: names in camelCase, Norwegian letters as they are.</summary>
    public static ConversionJson Contract { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
