using System.CommandLine;
using Icd.Core.Releases;
using Icd.Embedded;
using Icd.Search;
using Icd.Search.Storage;
using Icd.Toolkit;
using Icd.Toolkit.Answers;

namespace Icd.Cli;

/// <summary><c>icd search</c>: finds codes by what clinicians call them.</summary>
internal static class SearchCommand
{
    public static Command Create()
    {
        var query = new Argument<string[]>("QUERY") { Description = "What to look for; several words may be given without quotes", Arity = ArgumentArity.ZeroOrMore };
        var system = SystemOption();
        var limit = LimitOption();
        var explain = new Option<bool>("--explain") { Description = "Say for each hit which name matched and who gives it that name" };
        var batch = new Option<bool>("--batch") { Description = "Read queries from standard input, one a line; spaces at both ends count" };
        var command = new CommandWithExamples(
            "search", "Find codes of ICD-10 and ICD-11 by what clinicians call things: Norwegian, Latin, abbreviations, typing errors, codes.",
            "icd search lungebetennelse",
            "icd search hjerteinfarkt fremre vegg --system icd10 --explain",
            "icd search --batch --json < queries.txt",
            "icd search eval tests/Icd.Search.Tests/Evaluation/queries.tsv")
        { query, system, limit, explain, batch };
        command.Subcommands.Add(SearchEvalCommand.Create());
        command.SetAction(parsed => Run(parsed, parsed.GetValue(query) ?? [], parsed.GetValue(system)!, parsed.GetValue(limit), parsed.GetValue(explain), parsed.GetValue(batch)));
        return command;
    }

    public static Option<string> SystemOption()
    {
        var option = new Option<string>("--system") { Description = "Which classification: icd10, icd11 or all", DefaultValueFactory = _ => "all" };
        option.AcceptOnlyFromAmong("icd10", "icd11", "all");
        return option;
    }

    public static SearchSystems SystemsOf(string name) => name switch
    {
        "icd10" => SearchSystems.Icd10,
        "icd11" => SearchSystems.Icd11,
        _ => SearchSystems.All,
    };

    private static Option<int> LimitOption()
    {
        var limit = new Option<int>("--limit") { Description = $"How many hits, 1 to {CodeIndex.MaxHits}", DefaultValueFactory = _ => 10, HelpName = "N" };
        limit.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, out var hits) && hits is < 1 or > CodeIndex.MaxHits) result.AddError($"--limit is {hits}; expected is 1 to {CodeIndex.MaxHits}.");
        });
        return limit;
    }

    private static int Run(ParseResult parsed, string[] words, string system, int limit, bool explain, bool batch)
    {
        if (batch && words.Length > 0) throw new UsageException("--batch leser søk fra standard inn; utelat ordene.", "--batch reads queries from standard input; leave the words out.");
        if (!batch && words.Length == 0) throw new UsageException("Si hva som skal søkes etter, eller les søk fra standard inn med --batch.", "Say what to look for, or read queries from standard input with --batch.");
        var catalog = GlobalOptions.CatalogOf(parsed);
        var index = OpenIndex(catalog);
        // What is typed is Norwegian whatever the machine's locale, and so are the titles unless asked for otherwise.
        var options = new SearchOptions { Systems = SystemsOf(system), Limit = limit, Language = parsed.GetValue(GlobalOptions.Language) ?? "nb" };
        var json = new SearchJson(catalog);
        Action<string, IReadOnlyList<SearchHit>> write = parsed.GetValue(GlobalOptions.Json)
            ? (query, hits) => Terminal.Json(writer => json.Write(writer, query, hits))
            : (query, hits) => SearchText.Write(Console.Out, query, hits, batch, explain);
        var found = false;
        foreach (var query in batch ? InputLines.Of([]) : [string.Join(' ', words)])
        {
            var hits = index.Search(query, options).Hits;
            found |= hits.Count > 0;
            write(query, hits);
        }

        Console.Out.Flush();
        if (found || batch) return ExitCode.Fine;
        // What was typed may name a patient's illness; it goes nowhere but to the one who typed it.
        Terminal.Error("Nothing found. Try fewer or other words, or the beginning of one.");
        return ExitCode.No;
    }

    /// <summary>The index over the newest releases.</summary>
    public static CodeIndex OpenIndex(ReleaseCatalog catalog) =>
        new IndexStore(catalog.DataDirectory, EmbeddedReleases.OpenSearchIndex)
        {
            Compiling = path => Terminal.Note($"Compiling the search index, once for these releases: {path}"),
            NotKept = problem => Terminal.Note($"The search index could not be kept, so the next search compiles it again: {problem}"),
        }.Open(SearchSources.Of(catalog));
}
