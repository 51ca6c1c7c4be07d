using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Icd.Import.Tests.Support;

/// <summary>A web server on this machine that remembers what it was asked for.</summary>
internal sealed class LoopbackServer : IDisposable
{
    private readonly HttpListener _listener;
    private readonly Func<HttpListenerContext, Task> _answer;
    private int _underWay, _mostUnderWay;

    public LoopbackServer(Func<HttpListenerContext, Task> answer)
    {
        _answer = answer;
        (_listener, Address) = Start();
        _ = Task.Run(ServeAsync);
    }

    public Uri Address { get; }

    /// <summary>Path and query of every request, in order.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    /// <summary>How many requests were under way at once, at most.</summary>
    public int MostUnderWay => _mostUnderWay;

    private static (HttpListener Listener, Uri Address) Start()
    {
        // A free port may be taken by somebody else before it is bound.
        for (var attempt = 1; ; attempt++)
        {
            using var probe = new TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            var address = new Uri($"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/");
            probe.Stop();
            var listener = new HttpListener { Prefixes = { address.ToString() } };
            try
            {
                listener.Start();
                return (listener, address);
            }
            catch (HttpListenerException) when (attempt < 10)
            {
                listener.Close();
            }
        }
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var context = await _listener.GetContextAsync();
                Requests.Enqueue(context.Request.Url!.PathAndQuery);
                _ = Task.Run(() => AnswerAsync(context));
            }
        }
        catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException or InvalidOperationException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        var now = Interlocked.Increment(ref _underWay);
        InterlockedMax(now);
        try
        {
            await _answer(context);
            context.Response.Close();
        }
        catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException or InvalidOperationException or IOException)
        {
            // The client went away, or the test cut the connection.
        }
        catch (Exception exception)
        {
            // A mistake in the test's own server: without an answer the client would wait for a minute.
            Console.Error.WriteLine(exception);
            context.Response.Abort();
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }

    private void InterlockedMax(int value)
    {
        for (var seen = _mostUnderWay; value > seen; seen = _mostUnderWay)
        {
            if (Interlocked.CompareExchange(ref _mostUnderWay, value, seen) == seen) return;
        }
    }

    public void Dispose() => _listener.Close();
}
