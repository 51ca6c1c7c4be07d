using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using Icd.Api.Hosting;
using Icd.Api.Problems;
using Icd.Core.Releases;
using Icd.Toolkit;
using Microsoft.AspNetCore.Http.Features;

namespace Icd.Api.Rest;

/// <summary>Answers a list line by line while it is being sent: neither the list nor the answers are ever held as a whole.</summary>
/// <remarks>One set of releases answers the whole list, whatever is swapped meanwhile. A line that cannot be read gets a problem in its place, so that answers stay in step.</remarks>
internal sealed class BatchExecutor(ReleaseHost host)
{
    /// <summary>A longer line is no code or query; it is passed over to its end.</summary>
    private const int LongestLine = 64 << 10;

    private const int FlushAt = 32 << 10;

    private static readonly byte[] LineEnd = "\n"u8.ToArray();

    public async Task PostAsync(HttpContext http)
    {
        try
        {
            var name = http.Request.RouteValues["operation"] as string ?? "";
            var operation = BatchOperations.Find(name) ?? throw new ProblemException(
                ProblemKind.NoSuchRoute, $"Det finnes lister for {string.Join(", ", BatchOperations.Inputs.Keys)}.", $"There are lists for {string.Join(", ", BatchOperations.Inputs.Keys)}.");
            var isJson = IsJson(http.Request);
            var common = Common(http.Request, operation, BatchOperations.Inputs[name]);
            await host.WhenReady.WaitAsync(TimeSpan.FromSeconds(20), http.RequestAborted).ConfigureAwait(false);
            if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = null;
            var batch = new Batch(http, operation, BatchOperations.Inputs[name], common, isJson, host.Current);
            batch.CheckRelease();
            http.Response.ContentType = "application/x-ndjson; charset=utf-8";
            http.Response.Headers.CacheControl = "no-store";
            await batch.RunAsync(http.Request.BodyReader, http.Response.BodyWriter, http.RequestAborted).ConfigureAwait(false);
            IcdMetrics.Answered(batch.Lines, operation.Id);
        }
        catch (ProblemException problem)
        {
            await ProblemResponse.WriteAsync(http, problem).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            await ProblemResponse.WriteAsync(http, ProblemKind.Starting, "Utgavene lastes fortsatt.", "The releases are still being loaded.").ConfigureAwait(false);
        }
    }

    private static bool IsJson(HttpRequest request)
    {
        var type = request.ContentType.AsSpan();
        if (type.IndexOf(';') is >= 0 and var end) type = type[..end];
        type = type.Trim();
        if (type.Equals("application/x-ndjson", StringComparison.OrdinalIgnoreCase) || type.Equals("application/jsonl", StringComparison.OrdinalIgnoreCase)) return true;
        return type.Equals("text/plain", StringComparison.OrdinalIgnoreCase)
            ? false
            : throw new ProblemException(ProblemKind.UnsupportedMediaType, "Ventet er application/x-ndjson eller text/plain.", "Expected is application/x-ndjson or text/plain.");
    }

    /// <summary>The parameters that hold for all lines.</summary>
    private static string?[] Common(HttpRequest request, RestOperation operation, string input)
    {
        if (request.Query.ContainsKey(input)) throw new ProblemException(ProblemKind.InvalidParameter, $"«{input}» er det linjene sier.", $"'{input}' is what the lines say.", input);
        return RestValues.FromQuery(request, operation with { Parameters = [.. operation.Parameters.Select(parameter => parameter.Name == input ? parameter with { IsRequired = false } : parameter)] });
    }

    private sealed class Batch(HttpContext http, RestOperation operation, string input, string?[] common, bool isJson, LoadedReleases loaded)
    {
        private readonly Core.Codes.MessageLanguage _language = ReaderLanguage.Of(http.Request);
        private readonly ArrayBufferWriter<byte> _line = new(4096);
        private bool _isSkipping;

        public long Lines { get; private set; }

        public void CheckRelease()
        {
            try
            {
                _ = new RestRequest(http, operation, loaded, common, _language).Engines;
            }
            catch (ReleaseFormatException exception)
            {
                throw ProblemException.Damaged(exception);
            }
        }

        public async Task RunAsync(PipeReader reader, PipeWriter output, CancellationToken cancel)
        {
            using var writer = new Utf8JsonWriter(_line, RestExecutor.WriterOptions);
            while (true)
            {
                var read = await reader.ReadAsync(cancel).ConfigureAwait(false);
                var buffer = read.Buffer;
                while (TryTakeLine(ref buffer, out var line))
                {
                    Answer(line, writer, output);
                    // Where the client does not read, this waits, and with it the reading of its list.
                    if (output.UnflushedBytes >= FlushAt) await output.FlushAsync(cancel).ConfigureAwait(false);
                }

                if (buffer.Length > LongestLine)
                {
                    if (!_isSkipping) Fail(writer, output, ProblemKind.InvalidParameter, $"Linjen er lengre enn {LongestLine} byte.", $"The line is longer than {LongestLine} bytes.");
                    _isSkipping = true;
                    buffer = buffer.Slice(buffer.End);
                }

                if (read.IsCompleted)
                {
                    if (buffer.Length > 0 && !_isSkipping) Answer(buffer, writer, output);
                    reader.AdvanceTo(read.Buffer.End);
                    break;
                }

                reader.AdvanceTo(buffer.Start, read.Buffer.End);
                // What is answered is sent before more is waited for: a client may ask line by line.
                if (output.UnflushedBytes > 0) await output.FlushAsync(cancel).ConfigureAwait(false);
            }
        }

        private bool TryTakeLine(ref ReadOnlySequence<byte> buffer, out ReadOnlySequence<byte> line)
        {
            while (buffer.PositionOf((byte)'\n') is { } end)
            {
                line = buffer.Slice(0, end);
                buffer = buffer.Slice(buffer.GetPosition(1, end));
                if (!_isSkipping) return true;
                _isSkipping = false;
            }

            line = default;
            return false;
        }

        private void Answer(ReadOnlySequence<byte> line, Utf8JsonWriter writer, PipeWriter output)
        {
            if (line.Length > LongestLine)
            {
                Fail(writer, output, ProblemKind.InvalidParameter, $"Linjen er lengre enn {LongestLine} byte.", $"The line is longer than {LongestLine} bytes.");
                return;
            }

            try
            {
                Begin(writer);
                operation.Handle(new RestRequest(http, operation, loaded, ValuesOf(line), _language), writer);
                End(writer, output);
            }
            catch (ProblemException problem)
            {
                Fail(writer, output, problem.Kind, problem.Detail(Core.Codes.MessageLanguage.Bokmal), problem.Detail(Core.Codes.MessageLanguage.English));
            }
            catch (JsonException)
            {
                Fail(writer, output, ProblemKind.MalformedJson, "Linjen er ikke gyldig JSON.", "The line is not valid JSON.");
            }
            catch (InvalidOperationException exception) when (exception.InnerException is DecoderFallbackException)
            {
                Fail(writer, output, ProblemKind.MalformedJson, "Linjen er ikke gyldig UTF-8.", "The line is not valid UTF-8.");
            }
        }

        private string?[] ValuesOf(ReadOnlySequence<byte> line)
        {
            var values = (string?[])common.Clone();
            if (Lines == 0 && line.FirstSpan.StartsWith("\uFEFF"u8)) line = line.Slice(3);
            if (isJson)
            {
                using var json = JsonDocument.Parse(line, new JsonDocumentOptions { MaxDepth = 4 });
                RestValues.FromLine(json.RootElement, operation, input, values);
                return values;
            }

            var text = Encoding.UTF8.GetString(line);
            RestValues.FromText(text.EndsWith('\r') ? text[..^1] : text, operation, input, values);
            return values;
        }

        private void Begin(Utf8JsonWriter writer)
        {
            _line.ResetWrittenCount();
            writer.Reset(_line);
        }

        private void End(Utf8JsonWriter writer, PipeWriter output)
        {
            writer.Flush();
            output.Write(_line.WrittenSpan);
            output.Write(LineEnd);
            Lines++;
        }

        private void Fail(Utf8JsonWriter writer, PipeWriter output, ProblemKind kind, string nb, string en)
        {
            Begin(writer);
            ProblemResponse.WriteJson(writer, http, kind, _language == Core.Codes.MessageLanguage.Bokmal ? nb : en, null, _language);
            End(writer, output);
        }
    }
}
