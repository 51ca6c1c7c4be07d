using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Icd.Browser.Tests;

/// <summary>A page with everything that it asked for and complained about.</summary>
public sealed class WatchedPage : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _complaints = [];
    private readonly ConcurrentQueue<IRequest> _requests = [];
    private readonly string _server;

    internal WatchedPage(IPage page, string server)
    {
        (Page, _server) = (page, server);
        page.Request += (_, request) => _requests.Enqueue(request);
        page.PageError += (_, error) => _complaints.Enqueue($"error: {error}");
        page.Dialog += (_, dialog) =>
        {
            _complaints.Enqueue($"dialog: {dialog.Message}");
            _ = dialog.DismissAsync();
        };
        page.Console += (_, message) =>
        {
            if (message.Type is "warning" or "error") _complaints.Enqueue($"{message.Type}: {message.Text} {message.Location}");
        };
        page.Response += (_, response) =>
        {
            if (response.Status >= 400) _complaints.Enqueue($"{response.Status} {response.Url}");
        };
    }

    public IPage Page { get; }

    /// <summary>What it asked for: method, address without the server, and what it sent along.</summary>
    public IReadOnlyList<(string Method, string Path, string Body)> Requests =>
        [.. _requests.Select(request => (request.Method, request.Url.StartsWith(_server, StringComparison.Ordinal) ? request.Url[_server.Length..] : request.Url, request.PostData ?? ""))];

    /// <summary>The headers of the requests for addresses that begin so.</summary>
    public IEnumerable<Dictionary<string, string>> HeadersOf(string path) => _requests.Where(request => request.Url.StartsWith(_server + path, StringComparison.Ordinal)).Select(request => request.Headers);

    /// <summary>Nothing went wrong, and nothing left the machine.</summary>
    /// <param name="excused">Complaints with one of these in them are expected.</param>
    public void AssertQuiet(params string[] excused)
    {
        Assert.DoesNotContain(_complaints, complaint => !excused.Any(part => complaint.Contains(part, StringComparison.Ordinal)));
        Assert.All(_requests, request => Assert.True(request.Url.StartsWith(_server + "/", StringComparison.Ordinal) || request.Url.StartsWith("data:", StringComparison.Ordinal), request.Url));
    }

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}
