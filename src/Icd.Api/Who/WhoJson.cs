using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Icd.Api.Who;

/// <summary>How the shapes are written: what is absent is left out, never <c>null</c>; letters stay letters.</summary>
[JsonSerializable(typeof(MultiVersion))]
[JsonSerializable(typeof(TopLevel))]
[JsonSerializable(typeof(EntityAnswer))]
[JsonSerializable(typeof(ScaleAnswer))]
[JsonSerializable(typeof(SearchAnswer))]
[JsonSerializable(typeof(AutocodeAnswer))]
[JsonSerializable(typeof(PostcoordinationSet))]
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class WhoJson : JsonSerializerContext
{
    public static WhoJson Shapes { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
