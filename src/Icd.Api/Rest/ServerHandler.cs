using System.Reflection;
using System.Text.Json;
using Icd.Api.Problems;
using Icd.Core.Codes;
using Icd.Core.Releases;
using Icd.Toolkit;
using Icd.Toolkit.Answers;

namespace Icd.Api.Rest;

/// <summary>The server itself: what it has loaded, what it reports, and its administration.</summary>
internal static class ServerHandler
{
    /// <summary>The program's version.</summary>
    public static string Version { get; } = typeof(ServerHandler).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    public static void Releases(RestRequest request, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        WriteReleases(writer, request.Loaded);
        WriteRefused(writer, request.Loaded.Refused);
        writer.WriteEndObject();
    }

    public static void Problems(RestRequest request, Utf8JsonWriter writer)
    {
        var nb = request.Messages == MessageLanguage.Bokmal;
        writer.WriteStartObject();
        writer.WriteObjects("problems", ProblemKind.All, kind =>
        {
            writer.WriteString("code", kind.Code);
            writer.WriteNumber("status", kind.Status);
            writer.WriteString("title", nb ? kind.TitleNb : kind.TitleEn);
            writer.WriteString("remedy", nb ? kind.RemedyNb : kind.RemedyEn);
        });
        writer.WriteEndObject();
    }

    public static void Reload(RestRequest request, Utf8JsonWriter writer) => WriteReport(writer, Host(request).Reload());

    public static void Status(RestRequest request, Utf8JsonWriter writer)
    {
        var host = Host(request);
        writer.WriteStartObject();
        writer.WriteString("version", Version);
        writer.WriteString("dataDirectory", request.Catalog.DataDirectory);
        writer.WriteString("fingerprint", request.Loaded.Fingerprint);
        writer.WriteString("loaded", request.Loaded.Time);
        writer.WriteString("started", System.Diagnostics.Process.GetCurrentProcess().StartTime.ToUniversalTime());
        writer.WriteNumber("managedBytes", GC.GetTotalMemory(false));
        writer.WriteNumber("workingSetBytes", Environment.WorkingSet);
        WriteReleases(writer, request.Loaded);
        WriteRefused(writer, request.Loaded.Refused);
        writer.WritePropertyName("lastReload");
        if (host.LastReload is { } report) WriteReport(writer, report);
        else writer.WriteNullValue();
        writer.WriteEndObject();
    }

    private static ReleaseHost Host(RestRequest request) => request.Http.RequestServices.GetRequiredService<ReleaseHost>();

    private static void WriteReleases(Utf8JsonWriter writer, LoadedReleases loaded)
    {
        writer.WriteStartArray("releases");
        foreach (var key in loaded.Catalog.Keys)
        {
            var (release, problem) = Open(loaded, key);
            // Only the file's name: where it lies is no business of a client.
            ReleaseJson.Write(writer, key, release, loaded.IsFile(key) ? key.FileName : null, problem);
        }

        writer.WriteEndArray();
    }

    private static (Release? Release, string? Problem) Open(LoadedReleases loaded, ReleaseKey key)
    {
        try
        {
            return (loaded.Catalog.Open(key), null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return (null, WithoutDirectory(exception.Message, loaded));
        }
    }

    private static string WithoutDirectory(string message, LoadedReleases loaded) => message.Replace(loaded.Catalog.DataDirectory + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);

    private static void WriteRefused(Utf8JsonWriter writer, IReadOnlyList<RefusedFile> refused)
    {
        writer.WriteObjects("refused", refused, file =>
        {
            writer.WriteString("file", file.File);
            writer.WriteString("problem", file.Problem);
        });
    }

    private static void WriteReport(Utf8JsonWriter writer, ReloadReport report)
    {
        writer.WriteStartObject();
        writer.WriteString("time", report.Time);
        writer.WriteBoolean("swapped", report.Swapped);
        writer.WriteTexts("added", [.. report.Added.Select(key => key.ToString())]);
        writer.WriteTexts("withdrawn", [.. report.Withdrawn.Select(key => key.ToString())]);
        WriteRefused(writer, report.Refused);
        writer.WriteString("problem", report.Problem);
        writer.WriteEndObject();
    }
}
