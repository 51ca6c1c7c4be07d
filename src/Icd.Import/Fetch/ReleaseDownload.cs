using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Icd.Import.Http;
using Icd.Import.Tables;
using Polly;

namespace Icd.Import.Fetch;

/// <summary>Downloads WHO's release files: <c>icd data fetch</c>.</summary>
/// <remarks>
/// A download that was cut off goes on where it stopped, if the server's file is still the same. What is complete is checked
/// as an archive before it gets its name, and its SHA-256 is recorded beside it in the form that <c>sha256sum -c</c> reads.
/// </remarks>
public sealed class ReleaseDownload
{
    private const string PartSuffix = ".part";
    private const string TagSuffix = ".etag";

    private readonly FetchOptions _options;
    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline;

    /// <summary>A download with its options.</summary>
    public ReleaseDownload(FetchOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _pipeline = PoliteHttp.Pipeline(options.RetryDelay, options.Waiting);
    }

    /// <summary>Downloads the tabulations and the mapping tables.</summary>
    /// <exception cref="ImportException">The server does not have a file, or what came is not the file. What came so far is kept.</exception>
    public async Task<IReadOnlyList<FetchedFile>> FetchAsync(CancellationToken cancellation)
    {
        var folder = Path.Combine(_options.Folder, _options.Release.ToString());
        Directory.CreateDirectory(folder);
        using var client = new HttpClient { Timeout = TimeSpan.FromMinutes(2) };
        var files = new List<FetchedFile>();
        foreach (var name in _options.FileNames) files.Add(await FetchFileAsync(client, folder, name, cancellation).ConfigureAwait(false));
        return files;
    }

    private async Task<FetchedFile> FetchFileAsync(HttpClient client, string folder, string name, CancellationToken cancellation)
    {
        var path = Path.Combine(folder, name);
        if (File.Exists(path) && ChecksumList.Read(folder, name) is { } recorded && recorded == Hash(path) && Agrees(name, recorded)) return new(path, recorded, true);

        var part = path + PartSuffix;
        var address = new Uri(_options.BaseAddress, $"{_options.Release}/{name}");
        await DownloadAsync(client, address, part, cancellation).ConfigureAwait(false);
        var sha256 = Hash(part);
        if (!Agrees(name, sha256))
        {
            File.Delete(part);
            throw new ImportException(address.ToString(), $"the file's SHA-256 is {sha256}, expected is {_options.Checksums[name]}", "Download it again; if it stays so, it is another file than you expect.");
        }

        using (var archive = File.OpenRead(part)) CheckArchive(archive, address, part);
        File.Move(part, path, overwrite: true);
        File.Delete(part + TagSuffix);
        ChecksumList.Write(folder, name, sha256);
        return new(path, sha256, false);
    }

    private bool Agrees(string name, string sha256) =>
        !_options.Checksums.TryGetValue(name, out var expected) || expected.Equals(sha256, StringComparison.OrdinalIgnoreCase);

    private static void CheckArchive(Stream archive, Uri address, string part)
    {
        try
        {
            ArchiveLimits.Check(archive, address.ToString());
        }
        catch (ImportException)
        {
            // A damaged download must not be taken up again.
            archive.Dispose();
            File.Delete(part);
            throw;
        }
    }

    private async Task DownloadAsync(HttpClient client, Uri address, string part, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (written, stated) = await DownloadOnceAsync(client, address, part, cancellation).ConfigureAwait(false);
            if (stated == 0 || written == stated) return;
            if (attempt == 5) throw new ImportException(address.ToString(), $"the download ended at {written} of {stated} bytes", "Run the same command again; it goes on from there.");
            _options.Waiting?.Invoke($"The connection was cut at {written} of {stated} bytes; going on from there.");
        }
    }

    /// <returns>How many bytes there are now, and how many there should be (0 where the server does not say).</returns>
    private async Task<(long Written, long Stated)> DownloadOnceAsync(HttpClient client, Uri address, string part, CancellationToken cancellation)
    {
        var there = File.Exists(part) ? new FileInfo(part).Length : 0;
        var tag = File.Exists(part + TagSuffix) ? await File.ReadAllTextAsync(part + TagSuffix, cancellation).ConfigureAwait(false) : "";
        using var response = await SendAsync(client, address, tag.Length > 0 ? there : 0, tag, cancellation).ConfigureAwait(false);
        if (response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable)
        {
            // Nothing beyond what is there: it is complete, or another file; starting anew decides.
            File.Delete(part + TagSuffix);
            return (0, 1);
        }

        if (!response.IsSuccessStatusCode) throw NotThere(address, response.StatusCode);
        var resumed = response.StatusCode == HttpStatusCode.PartialContent;
        var start = resumed ? there : 0;
        var stated = response.Content.Headers.ContentLength is { } length ? start + length : 0;
        await File.WriteAllTextAsync(part + TagSuffix, response.Headers.ETag?.ToString() ?? response.Content.Headers.LastModified?.ToString("R", System.Globalization.CultureInfo.InvariantCulture) ?? "", cancellation).ConfigureAwait(false);

        using var file = new FileStream(part, resumed ? FileMode.Append : FileMode.Create, FileAccess.Write, FileShare.None);
        using var content = await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        var buffer = new byte[81_920];
        try
        {
            for (int read; (read = await ReadAsync(content, buffer, cancellation).ConfigureAwait(false)) > 0;)
            {
                await file.WriteAsync(buffer.AsMemory(0, read), cancellation).ConfigureAwait(false);
                _options.Progress?.Invoke(Path.GetFileName(address.AbsolutePath), file.Position, stated);
            }
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException || (exception is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            // Cut off in the middle: the caller sees that bytes are missing and asks for the rest.
            return (file.Position, Math.Max(stated, file.Position + 1));
        }

        return (file.Position, stated);
    }

    /// <summary>A server that sends nothing for so long has gone, though the connection stands.</summary>
    private static async ValueTask<int> ReadAsync(Stream content, byte[] buffer, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        return await content.ReadAsync(buffer, patience.Token).ConfigureAwait(false);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpClient client, Uri address, long from, string tag, CancellationToken cancellation)
    {
        try
        {
            return await _pipeline.ExecuteAsync(
                async token =>
                {
                    using var request = new HttpRequestMessage(HttpMethod.Get, address);
                    if (from > 0)
                    {
                        request.Headers.Range = new RangeHeaderValue(from, null);
                        request.Headers.TryAddWithoutValidation("If-Range", tag);
                    }

                    return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token).ConfigureAwait(false);
                },
                cancellation).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is HttpRequestException || (exception is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new ImportException(address.ToString(), $"the server does not answer ({exception.Message.TrimEnd('.')})", "Check the network. Without one, bring WHO's files and use `icd data import`.", inner: exception);
        }
    }

    private static ImportException NotThere(Uri address, HttpStatusCode status) => new(
        address.ToString(), $"the server answers {(int)status}",
        status == HttpStatusCode.NotFound
            ? "WHO has no such release or language there. Releases are named like 2024-01; languages like en, es, fr."
            : "Try again later, or download the file with a browser and use `icd data import`.");

    private static string Hash(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
