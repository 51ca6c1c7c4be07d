using System.Text.Json;
using Icd.Api.Problems;
using Icd.Mapping.Conversion;
using Icd.Toolkit;
using Microsoft.AspNetCore.Http.Features;

namespace Icd.Api.Rest;

/// <summary>CSV in, CSV out with the answers appended, of any size: neither is ever held as a whole, and when nobody reads, nothing is read.</summary>
internal sealed class ConvertOperation(ReleaseHost host) : IDisposable
{
    /// <summary>How many lists are converted at once; each takes two threads and some tens of megabytes.</summary>
    private const int MostAtOnce = 2;

    private readonly SemaphoreSlim _places = new(MostAtOnce);

    public static RestOperation Operation { get; } = new("convert", "/convert", "csv", "Convert the diagnosis columns of a CSV or TSV file, perhaps compressed with gzip, of any size.", (_, _) => throw new NotSupportedException())
    {
        IsCommand = true,
        Remarks = "The body is the file; the answer is the same rows in the same order, every byte of them, with the target and what goes with it appended (docs/convert.md). Rows that cannot be answered say so in their place. "
            + "The answer is sent while the file still comes: read it while you send (curl -T file does). Where something is wrong before the first row, a problem is the answer; later the connection is cut, so that half a file never looks whole.",
        Parameters =
        [
            new("column", "The columns with diagnoses, by name or position from 1, separated by commas") { IsRequired = true },
            new("direction", "Which way") { Choices = ["10to11", "11to10"], Default = "10to11" },
            new("asteriskColumn", "The column with the asterisk codes of the one column") ,
            new("separator", "What stands between several codes in a cell"),
            new("join", "What stands between their targets; default: as separator"),
            new("delimiter", "Between cells, one character or tab; default: detected"),
            new("encoding", "The file's encoding; default: detected") { Choices = ["utf-8", "iso-8859-1", "windows-1252"] },
            new("header", "Whether the first row has names") { Type = RestType.Flag, Default = "true" },
            new("edition", "The year of the edition of ICD-10 that the codes are of") { Type = RestType.Number, Min = 1990, Max = 2127 },
            new("editionColumn", "The column with that year, or a date"),
            new("add", "Further columns: title, lost, alternatives, separated by commas"),
            new("prefix", "What the names of the added columns begin with"),
            new("release", "The release of ICD-11 MMS, such as 2024-01; default: the newest that is loaded") { Type = RestType.Release },
            new("lang", "Language of problems") { Choices = ["nb", "en"] },
        ],
    };

    public void Dispose() => _places.Dispose();

    public async Task PostAsync(HttpContext http)
    {
        var hasPlace = false;
        try
        {
            var request = new RestRequest(http, Operation, host.Current, RestValues.FromQuery(http.Request, Operation), ReaderLanguage.Of(http.Request));
            var crosswalk = request.Engines.Crosswalk ?? throw new ProblemException(ProblemKind.DataMissing, "Denne installasjonen har ikke norsk ICD-10.", "This installation lacks the Norwegian ICD-10.");
            hasPlace = await _places.WaitAsync(TimeSpan.Zero, http.RequestAborted).ConfigureAwait(false);
            if (!hasPlace)
            {
                http.Response.Headers.RetryAfter = "30";
                throw new ProblemException(ProblemKind.TooManyRequests, $"{MostAtOnce} filer konverteres allerede.", $"{MostAtOnce} files are being converted already.");
            }

            if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = null;
            http.Response.ContentType = http.Request.ContentType is { } type && type.StartsWith("text/", StringComparison.OrdinalIgnoreCase) ? type : "text/csv";
            http.Response.Headers.CacheControl = "no-store";
            using var input = http.Request.BodyReader.AsStream(leaveOpen: true);
            using var output = http.Response.BodyWriter.AsStream(leaveOpen: true);
            var options = OptionsOf(request) with { InputStream = input, OutputStream = output };
            // The engine reads and writes as files do, waiting; on threads of its own it holds up nobody.
            await Task.Factory.StartNew(() => new BatchConversion(crosswalk, request.Catalog).Run(options, null, http.RequestAborted), http.RequestAborted, TaskCreationOptions.LongRunning, TaskScheduler.Default).ConfigureAwait(false);
        }
        catch (ConversionException exception) when (!http.Response.HasStarted)
        {
            http.Response.Clear();
            await ProblemResponse.WriteAsync(http, ProblemKind.ConversionRefused, exception.Text.Bokmal, exception.Text.English).ConfigureAwait(false);
        }
        catch (ConversionException)
        {
            // Half a file must not look like a whole one.
            http.Abort();
        }
        catch (ProblemException problem)
        {
            await ProblemResponse.WriteAsync(http, problem).ConfigureAwait(false);
        }
        finally
        {
            if (hasPlace) _places.Release();
        }
    }

    public static void WriteOpenApi(Utf8JsonWriter writer)
    {
        writer.WriteStartObject(Operation.Path);
        writer.WriteStartObject("post");
        OpenApiDocument.WriteHead(writer, Operation.Id, Operation.Summary, Operation.Remarks, isForAdministrators: false);
        writer.WriteStartArray("parameters");
        foreach (var parameter in Operation.Parameters) OpenApiDocument.WriteParameter(writer, parameter);
        writer.WriteEndArray();
        writer.WriteStartObject("requestBody");
        writer.WriteBoolean("required", true);
        OpenApiDocument.WriteText(writer, "text/csv");
        writer.WriteEndObject();
        writer.WriteStartObject("responses");
        writer.WriteStartObject("200");
        writer.WriteString("description", "The rows, with the answers appended");
        OpenApiDocument.WriteText(writer, "text/csv");
        writer.WriteEndObject();
        OpenApiDocument.WriteProblem(writer);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static ConversionOptions OptionsOf(RestRequest request)
    {
        var columns = Split(request.Text("column"));
        if (columns.Length == 0) throw new ProblemException(ProblemKind.MissingParameter, "«column» er tom.", "'column' is empty.", "column");
        var asterisk = request.Find("asteriskColumn");
        if (asterisk is not null && columns.Length != 1) throw new ProblemException(ProblemKind.InvalidParameter, "«asteriskColumn» hører til én kolonne.", "'asteriskColumn' goes with one column.", "asteriskColumn");
        var delimiter = request.Find("delimiter") switch
        {
            null or "" => (char?)null,
            "tab" => '\t',
            [var single] => single,
            _ => throw new ProblemException(ProblemKind.InvalidParameter, "«delimiter»: ventet er ett tegn eller tab.", "'delimiter': expected is one character or tab.", "delimiter"),
        };
        var add = AddedColumns.None;
        foreach (var name in Split(request.Find("add") ?? ""))
        {
            add |= name switch
            {
                "title" => AddedColumns.Title,
                "lost" => AddedColumns.Lost,
                "alternatives" => AddedColumns.Alternatives,
                _ => throw new ProblemException(ProblemKind.InvalidParameter, "«add»: ventet er title, lost, alternatives.", "'add': expected is title, lost, alternatives.", "add"),
            };
        }

        return new()
        {
            Input = ConversionOptions.Stream,
            Output = ConversionOptions.Stream,
            Direction = request.Text("direction") == "10to11" ? ConversionDirection.ToIcd11 : ConversionDirection.ToIcd10,
            Columns = columns,
            AsteriskColumns = asterisk is null ? new Dictionary<string, string>() : new Dictionary<string, string> { [columns[0]] = asterisk },
            Separator = request.Find("separator"),
            Join = request.Find("join"),
            Delimiter = delimiter,
            Encoding = request.Find("encoding"),
            HasHeader = request.Flag("header"),
            Edition = request.Find("edition") is null ? null : request.Number("edition"),
            EditionColumn = request.Find("editionColumn"),
            Add = add,
            Prefix = request.Find("prefix") ?? "",
            Threads = 2,
        };
    }

    private static string[] Split(string text) => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
