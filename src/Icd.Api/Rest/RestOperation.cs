using System.Text.Json;

namespace Icd.Api.Rest;

/// <summary>Something that can be asked: routes, documentation, OpenAPI and checks of parameters all come from here.</summary>
/// <param name="Id">Its name in generated clients.</param>
/// <param name="Path">Its path below <c>/api/v1</c>.</param>
/// <param name="Answer">The shape of its answer, by name.</param>
/// <param name="Summary">What it does, in a line.</param>
/// <param name="Handle">Writes the answer.</param>
internal sealed record RestOperation(string Id, string Path, string Answer, string Summary, Action<RestRequest, Utf8JsonWriter> Handle)
{
    public IReadOnlyList<RestParameter> Parameters { get; init; } = [];

    /// <summary>What there is to say beyond the summary.</summary>
    public string Remarks { get; init; } = "";

    /// <summary>
    /// Whether it is asked with what somebody typed. Such a question may also be sent as the JSON of a POST, so that it stands in no address, and answers
    /// are kept by no cache.
    /// </summary>
    public bool IsQuestion { get; init; }

    /// <summary>Whether it is asked by POST only, because it changes something.</summary>
    public bool IsCommand { get; init; }

    /// <summary>Whether its answer changes without a release changing, so that no tag stands for it.</summary>
    public bool IsVolatile { get; init; }

    /// <summary>Whether it takes the administrator's scope.</summary>
    public bool IsForAdministrators { get; init; }

    /// <summary>How many bytes a JSON body may have.</summary>
    public int MaxBody { get; init; } = 64 << 10;
}
