using System.Text.Json.Serialization;

namespace Icd.Mapping.Conversion;

/// <summary>Checkpoints as JSON.</summary>
[JsonSerializable(typeof(Checkpoint))]
internal sealed partial class CheckpointJson : JsonSerializerContext;
