using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text;
using Icd.Api.Hosting;
using Icd.Api.Tests.Support;
using Microsoft.Extensions.Logging;

namespace Icd.Api.Tests.Hosting;

/// <summary>What is typed may say what ails somebody: it must be in no log, trace or metric.</summary>
public class PrivacyTests
{
    /// <summary>Texts that stand for what nobody but the asker may see; codes as they stand in addresses.</summary>
    private static readonly string[] Secrets = ["kreftmistanke", "6C4Z", "F20.0", "B20.1", "NC32.Z"];

    [Fact]
    public async Task Requests_OfAllKinds_LeaveNothingTyped()
    {
        using var said = new Recorder();
        // A real web server, whose own logs count too.
        await using (var server = new RealServer(["--Logging:LogLevel:Default=Trace"], builder => builder.Logging.AddProvider(said)))
        {
            await server.InitializeAsync();
            using var client = new HttpClient { BaseAddress = server.Address };
            foreach (var address in (string[])[
                "/api/v1/search?q=kreftmistanke", "/api/v1/search?kreftmistanke=1", "/api/v1/entities/6C4Z", "/api/v1/entities/F20.0/children", "/api/v1/axes/NC32.Z?find=kreftmistanke", "/api/v1/axes/6C4Z/kreftmistanke",
                "/api/v1/map?code=B20.1", "/api/v1/validate?expression=NC32.Z", "/kreftmistanke", "/api/v1/kreftmistanke?x=6C4Z", "/fhir/CodeSystem/$lookup?code=F20.0", "/icd/release/11/2024-01/mms/codeinfo/NC32.Z", "/api/v1/search?q=%00kreftmistanke"])
            {
                using var response = await client.GetAsync(address);
            }

            using var malformed = new StringContent("{\"expression\": kreftmistanke", Encoding.UTF8, "application/json");
            using var posted = await client.PostAsync("/api/v1/validate", malformed);
            using var list = new StringContent("F20.0\nkreftmistanke\n", Encoding.UTF8, "text/plain");
            using var batch = await client.PostAsync("/api/v1/batch/map", list);
            await RawAsync(server.Address.Port, "GET /kreftmistanke\u0001 HTTP/1.1\r\nHost: localhost\r\n\r\n");
            await RawAsync(server.Address.Port, "GET /a HTTP/1.1\r\nHost: localhost\r\nkreftmistanke\r\n\r\n");
        }

        Assert.NotEmpty(said.Lines);
        Assert.Contains(said.Lines, line => line.StartsWith("trace ", StringComparison.Ordinal));
        Assert.Contains(said.Lines, line => line.StartsWith("metric ", StringComparison.Ordinal));
        foreach (var secret in Secrets) Assert.DoesNotContain(said.Lines, line => line.Contains(secret, StringComparison.OrdinalIgnoreCase));
    }

    private static async Task RawAsync(int port, string text)
    {
        using var client = new System.Net.Sockets.TcpClient();
        await client.ConnectAsync("127.0.0.1", port);
        await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(text));
        _ = await client.GetStream().ReadAsync(new byte[1000]);
    }

    /// <summary>Writes down all logs with their scopes, all activities with their tags, and all measurements with theirs.</summary>
    private sealed class Recorder : ILoggerProvider, ISupportExternalScope
    {
        private readonly ActivityListener _activities;
        private readonly MeterListener _meters = new();
        private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

        public Recorder()
        {
            _activities = new()
            {
                // The sources that the server exports; a client in the same process has its own.
                ShouldListenTo = source => source.Name is Telemetry.Source or "Icd",
                Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = activity => Lines.Enqueue($"trace {activity.DisplayName} {string.Join(' ', activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"))} {string.Join(' ', activity.Events.Select(found => found.Name + string.Join(' ', found.Tags)))} {activity.StatusDescription}"),
            };
            ActivitySource.AddActivityListener(_activities);
            _meters.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || instrument.Meter.Name == IcdMetrics.Name) listener.EnableMeasurementEvents(instrument);
            };
            _meters.SetMeasurementEventCallback<double>(Measured);
            _meters.SetMeasurementEventCallback<long>(Measured);
            _meters.SetMeasurementEventCallback<int>(Measured);
            _meters.Start();
        }

        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => new Writer(this, categoryName);

        public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

        public void Dispose()
        {
            _activities.Dispose();
            _meters.Dispose();
        }

        private void Measured<T>(Instrument instrument, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
        {
            var text = new StringBuilder("metric ").Append(instrument.Name);
            foreach (var tag in tags) text.Append(' ').Append(tag.Key).Append('=').Append(tag.Value);
            Lines.Enqueue(text.ToString());
        }

        private sealed class Writer(Recorder recorder, string category) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state) where TState : notnull => recorder._scopes.Push(state);

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            {
                var text = new StringBuilder("log ").Append(category).Append(' ').Append(formatter(state, exception)).Append(exception);
                if (state is IEnumerable<KeyValuePair<string, object?>> values) text.AppendJoin(' ', values.Select(value => $"{value.Key}={value.Value}"));
                recorder._scopes.ForEachScope((scope, found) => found.Append(' ').Append(scope is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(' ', pairs) : scope), text);
                recorder.Lines.Enqueue(text.ToString());
            }
        }
    }
}
