namespace Icd.Api.Rest;

/// <summary>What a parameter's value is.</summary>
internal enum RestType
{
    Text,
    Number,
    Flag,
    Release,
}

/// <summary>A parameter of an operation: in the path, in the query of a GET, or a key of a POST's JSON object.</summary>
/// <param name="Name">Its name; a contract.</param>
/// <param name="Description">What it means, for documentation.</param>
internal sealed record RestParameter(string Name, string Description)
{
    public RestType Type { get; init; }

    public bool IsInPath { get; init; }

    public bool IsRequired { get; init; }

    /// <summary>The values it takes; empty for any.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>What holds where it is not given, as text.</summary>
    public string? Default { get; init; }

    public int Min { get; init; }

    public int Max { get; init; } = int.MaxValue;

    /// <summary>The longest text, in UTF-16 units.</summary>
    public int MaxLength { get; init; } = 4096;
}
