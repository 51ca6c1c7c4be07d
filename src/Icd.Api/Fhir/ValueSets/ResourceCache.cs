using System.Text.Json;

namespace Icd.Api.Fhir.ValueSets;

/// <summary>Remembers the resources that a client sent under a <c>cache-id</c>, so that it need not send them again.</summary>
/// <remarks>Bounded in number and size; what was used longest ago goes first. Clients choose the ids, long random ones by HL7's convention.</remarks>
internal sealed class ResourceCache
{
    private const int MostIds = 32, MostBytes = 2 * 1024 * 1024;

    private readonly Lock _lock = new();
    private readonly LinkedList<Entry> _entries = [];

    /// <summary>The resources of a request together with those that came before under its id.</summary>
    public IReadOnlyList<JsonElement> With(string? id, IReadOnlyList<JsonElement> resources)
    {
        if (id is null) return resources;
        lock (_lock)
        {
            var entry = _entries.FirstOrDefault(entry => entry.Id == id);
            if (entry is null)
            {
                if (resources.Count == 0) return resources;
                entry = new(id);
            }
            else
            {
                _entries.Remove(entry);
            }

            _entries.AddFirst(entry);
            if (_entries.Count > MostIds) _entries.RemoveLast();
            foreach (var resource in resources) entry.Add(resource);
            return [.. entry.Resources];
        }
    }

    private sealed record Entry(string Id)
    {
        private int _bytes;

        public List<JsonElement> Resources { get; } = [];

        public void Add(JsonElement resource)
        {
            var size = resource.GetRawText().Length;
            if (_bytes + size > MostBytes) throw Protocol.FhirException.Invalid("The resources under this cache-id have become too many; send them with the request, without a cache-id.", "cache-id");
            // The request's document ends with the request.
            Resources.Add(resource.Clone());
            _bytes += size;
        }
    }
}
