using System.Net;
using Polly;
using Polly.Retry;

namespace Icd.Import.Http;

/// <summary>How requests to WHO's servers are tried again: only what may pass, more and more slowly, and as long as the server asks.</summary>
internal static class PoliteHttp
{
    private const int Attempts = 6;

    /// <summary>A pipeline for requests that may be repeated without harm.</summary>
    /// <param name="firstDelay">The first wait; it doubles with each attempt, with some chance in it.</param>
    /// <param name="waiting">Told why and how long a request waits.</param>
    public static ResiliencePipeline<HttpResponseMessage> Pipeline(TimeSpan firstDelay, Action<string>? waiting = null) =>
        new ResiliencePipelineBuilder<HttpResponseMessage>()
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = Attempts - 1,
                Delay = firstDelay,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = new PredicateBuilder<HttpResponseMessage>()
                    .Handle<HttpRequestException>()
                    .Handle<TaskCanceledException>(exception => exception.InnerException is TimeoutException)
                    .HandleResult(MayPass),
                DelayGenerator = arguments => ValueTask.FromResult(AskedDelay(arguments.Outcome.Result)),
                OnRetry = arguments =>
                {
                    var reason = arguments.Outcome.Result is { } response ? $"The server answered {(int)response.StatusCode}" : arguments.Outcome.Exception?.Message;
                    waiting?.Invoke($"{reason}. Trying again in {arguments.RetryDelay.TotalSeconds:0.#} s.");
                    arguments.Outcome.Result?.Dispose();
                    return default;
                },
            })
            .Build();

    private static bool MayPass(HttpResponseMessage response) =>
        response.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests || (int)response.StatusCode >= 500;

    private static TimeSpan? AskedDelay(HttpResponseMessage? response) => response?.Headers.RetryAfter switch
    {
        { Delta: { } delay } => delay,
        { Date: { } date } when date > DateTimeOffset.UtcNow => date - DateTimeOffset.UtcNow,
        _ => null,
    };
}
