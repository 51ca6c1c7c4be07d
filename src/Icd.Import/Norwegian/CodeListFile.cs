using System.Security.Cryptography;
using System.Text.Json;
using Icd.Core.Releases;

namespace Icd.Import.Norwegian;

/// <summary>A list of the npm package <c>@navikt/diagnosekoder</c>: a JSON array of <c>{code, text}</c>.</summary>
/// <param name="Source">Its provenance.</param>
/// <param name="Entries">Its lines, by code.</param>
internal sealed record CodeListFile(ReleaseSource Source, IReadOnlyList<CodeListEntry> Entries)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <param name="path">The file.</param>
    /// <param name="packageVersion">The package's version, such as <c>1.2026.0</c>.</param>
    public static CodeListFile Read(string path, string packageVersion)
    {
        var bytes = File.ReadAllBytes(path);
        List<CodeListEntry>? entries;
        try
        {
            entries = JsonSerializer.Deserialize<List<CodeListEntry>>(bytes, Web);
        }
        catch (JsonException exception)
        {
            throw new ImportException(path, $"this is not a list of codes and texts ({exception.Message.TrimEnd('.')})", "Install the package again.", inner: exception);
        }

        if (entries is not { Count: > 0 } || entries.Exists(entry => entry is null || string.IsNullOrWhiteSpace(entry.Code) || string.IsNullOrWhiteSpace(entry.Text)))
            throw new ImportException(path, "the list is empty, or a line lacks its code or text", "Install the package again.");
        var source = new ReleaseSource(SourceKind.NorwegianPackage, $"@navikt/diagnosekoder {Path.GetFileName(path)}", "nb", packageVersion, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        return new(source, [.. entries.Select(entry => new CodeListEntry(entry.Code.Trim(), entry.Text.Trim())).OrderBy(entry => entry.Code, StringComparer.Ordinal)]);
    }

    /// <summary>The year in the package's version, <c>1.2026.0</c>: the edition of the lists.</summary>
    public static Core.Codes.ReleaseId Edition(string path, string packageVersion) =>
        packageVersion.Split('.') is [_, var year, ..] && Core.Codes.ReleaseId.TryParse(year, out var edition)
            ? edition
            : throw new ImportException(path, $"the package's version '{packageVersion}' does not name a year", "Expected is a version such as 1.2026.0.");
}
