using System.Globalization;
using Icd.Api.Problems;
using Icd.Core.Codes;
using Icd.Core.Releases;
using Icd.Toolkit;

namespace Icd.Api.Rest;

/// <summary>A request whose parameters have been checked against its operation, with the releases that answer it.</summary>
internal sealed class RestRequest(HttpContext http, RestOperation operation, LoadedReleases loaded, string?[] values, MessageLanguage language)
{
    public HttpContext Http => http;

    public RestOperation Operation => operation;

    /// <summary>What was loaded when the request came; all of the answer is from it.</summary>
    public LoadedReleases Loaded => loaded;

    public ReleaseCatalog Catalog => loaded.Catalog;

    public MessageLanguage Messages => language;

    /// <summary>The language of titles, BCP 47.</summary>
    public string Language => language.Code();

    /// <summary>The release asked for; <c>default</c> for the newest.</summary>
    public ReleaseId ReleaseId => Find("release") is { } text && ReleaseId.TryParse(text, out var release) ? release : default;

    /// <summary>The engines over the MMS release asked for.</summary>
    /// <exception cref="ProblemException">It is not loaded.</exception>
    public MmsEngines Engines => ReleaseId.IsNone ? loaded.Mms : loaded.MmsOf(ReleaseId) ?? throw NotLoaded(ReleaseId);

    public string? Find(string name)
    {
        for (var i = 0; i < operation.Parameters.Count; i++)
        {
            if (operation.Parameters[i].Name == name) return values[i] ?? operation.Parameters[i].Default;
        }

        return null;
    }

    public string Text(string name) => Find(name) ?? throw new InvalidOperationException($"{operation.Id} has no value for {name}.");

    public int Number(string name) => int.Parse(Text(name), CultureInfo.InvariantCulture);

    public bool Flag(string name) => Find(name) == "true";

    public ProblemException NotLoaded(ReleaseId release)
    {
        var refused = loaded.Refused.FirstOrDefault(file => file.File.Contains(release.ToString(), StringComparison.Ordinal));
        return refused is null
            ? new(ProblemKind.ReleaseNotLoaded, $"Utgave {release} er ikke lastet.", $"Release {release} is not loaded.", "release")
            : new(ProblemKind.ReleaseNotLoaded, $"Filen {refused.File} er skadet og er avvist.", $"The file {refused.File} is damaged and was refused.", "release");
    }
}
