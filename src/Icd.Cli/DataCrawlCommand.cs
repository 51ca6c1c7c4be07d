using System.CommandLine;
using Icd.Core.Releases;
using Icd.Import.Crawl;
using Icd.Import.Store;
using Icd.Toolkit.Answers;

namespace Icd.Cli;

/// <summary><c>icd data crawl</c>: a release from an ICD-API, with WHO's postcoordination scales.</summary>
internal static class DataCrawlCommand
{
    private const string ClientIdVariable = "ICD_CLIENT_ID";
    private const string ClientSecretVariable = "ICD_CLIENT_SECRET";

    public static Command Create()
    {
        var server = new Option<string>("--server") { Description = "An ICD-API v2 server", HelpName = "URL", DefaultValueFactory = _ => "https://id.who.int/" };
        var release = ShowCommand.ReleaseOption();
        // Those that are loaded are not those that the server has.
        release.CompletionSources.Clear();
        release.Description = "A release id such as 2024-01 (default: the server's latest)";
        var linearization = new Option<string>("--linearization") { Description = "mms or icf", DefaultValueFactory = _ => "mms" };
        linearization.AcceptOnlyFromAmong("mms", "icf");
        var languages = new Option<string[]>("--language") { Description = "Languages of the texts (default: en)", HelpName = "LANG", AllowMultipleArgumentsPerToken = true };
        var concurrency = new Option<int>("--concurrency") { Description = "Requests under way at once (default: 4)", DefaultValueFactory = _ => 4, HelpName = "N" };
        var pause = new Option<int?>("--pause") { Description = "Milliseconds that each waits after an answer (default: 50, 0 for a server on this machine)", HelpName = "MS" };
        Within(concurrency, 1, 32);
        Within(pause, 0, 60_000);
        var token = new Option<string>("--token-url") { Description = "Where tokens are given out", HelpName = "URL", DefaultValueFactory = _ => ClientCredentials.WhoTokenAddress.AbsoluteUri };
        var replace = new Option<bool>("--replace") { Description = "Start the release anew instead of adding to what is there" };
        var command = new CommandWithExamples(
            "crawl", $"Read a release from an ICD-API, entity by entity; goes on where an earlier crawl stopped. WHO's public server demands {ClientIdVariable} and {ClientSecretVariable} in the environment.",
            "icd data crawl --server http://localhost:8080 --release 2024-01",
            $"{ClientIdVariable}=… {ClientSecretVariable}=… icd data crawl --release 2024-01 --language en,es")
        { server, release, linearization, languages, concurrency, pause, token, replace };
        command.SetAction((parsed, cancellation) =>
        {
            var address = WebAddress.Parse(parsed.GetValue(server)!);
            var classification = ClassificationNames.TryParse(parsed.GetValue(linearization), out var found) ? found : Classification.Mms;
            return RunAsync(
                parsed,
                new CrawlOptions
                {
                    Server = address,
                    Classification = classification,
                    Release = ShowCommand.ParseRelease(parsed.GetValue(release)),
                    Languages = DataFetchCommand.Languages(parsed.GetValue(languages)),
                    Concurrency = parsed.GetValue(concurrency),
                    Pause = TimeSpan.FromMilliseconds(parsed.GetValue(pause) ?? (address.IsLoopback ? 0 : 50)),
                    Credentials = Credentials(WebAddress.Parse(parsed.GetValue(token)!)),
                    WorkFolder = Path.Combine(GlobalOptions.DirectoryOf(parsed), "crawl"),
                    Waiting = Terminal.Note,
                },
                parsed.GetValue(replace),
                cancellation);
        });
        return command;
    }

    /// <summary>A number out of range is an error of the caller's; one that is quietly put right is not the one that was asked for.</summary>
    private static void Within<T>(Option<T> option, int least, int most) => option.Validators.Add(result =>
    {
        if (result.Tokens is [var token] && int.TryParse(token.Value, out var number) && (number < least || number > most))
            result.AddError($"{option.Name} is {number}; expected is {least} to {most}.");
    });

    private static ClientCredentials? Credentials(Uri token) =>
        (Environment.GetEnvironmentVariable(ClientIdVariable), Environment.GetEnvironmentVariable(ClientSecretVariable)) switch
        {
            ({ Length: > 0 } id, { Length: > 0 } secret) => new(id, secret, token),
            (null or "", { Length: > 0 }) => throw new UsageException($"{ClientSecretVariable} er satt, men ikke {ClientIdVariable}.", $"{ClientSecretVariable} is set but {ClientIdVariable} is not."),
            ({ Length: > 0 }, _) => throw new UsageException($"{ClientIdVariable} er satt, men ikke {ClientSecretVariable}.", $"{ClientIdVariable} is set but {ClientSecretVariable} is not."),
            _ => null,
        };

    private static async Task<int> RunAsync(ParseResult parsed, CrawlOptions options, bool replace, CancellationToken cancellation)
    {
        var (crawler, draft) = await Progress.BarsAsync(async report =>
        {
            var crawler = new IcdApiCrawler(options with { Fetched = (done, known) => report("entities", done, known) });
            return (crawler, await crawler.CrawlAsync(cancellation).ConfigureAwait(false));
        }).ConfigureAwait(false);
        var stored = new ReleaseStore(GlobalOptions.DirectoryOf(parsed)).Save(draft, replace);
        crawler.Forget();
        if (parsed.GetValue(GlobalOptions.Json)) Terminal.Json(writer => ReleaseJson.Write(writer, stored.Release.Key, stored.Release, stored.Path, null));
        else Console.Out.WriteLine($"{Terminal.Bold(stored.Release.Key.ToString())}: {stored.Release.Count} entities, {string.Join(" ", stored.Release.Languages)}, {(stored.Release.HasScales ? "with" : "without")} postcoordination scales -> {stored.Path}");
        return ExitCode.Fine;
    }
}
