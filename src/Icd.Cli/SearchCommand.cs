using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Icd.Core.Releases;
using Icd.Search;

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

    public static string Name(SearchSystems system) => system switch
    {
        SearchSystems.Icd10 => "icd10",
        SearchSystems.Icd11 => "icd11",
        _ => "icpc2",
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
        if (batch == words.Length > 0) throw new UsageException(batch ? "--batch reads queries from standard input; leave the words out." : "Say what to look for, or give --batch.");
        var catalog = GlobalOptions.CatalogOf(parsed);
        var index = OpenIndex(catalog);
        var options = new SearchOptions { Systems = SystemsOf(system), Limit = limit, Language = GlobalOptions.LanguageOf(parsed) };
        var json = parsed.GetValue(GlobalOptions.Json);
        var found = false;
        foreach (var query in batch ? InputLines.Of([]) : [string.Join(' ', words)])
        {
            var hits = index.Search(query, options).Hits;
            found |= hits.Count > 0;
            if (json) Terminal.Json(writer => WriteJson(writer, query, hits));
            else WriteText(query, hits, batch, explain);
        }

        Console.Out.Flush();
        return found || batch ? ExitCode.Fine : ExitCode.No;
    }

    /// <summary>The index over the newest releases.</summary>
    public static CodeIndex OpenIndex(ReleaseCatalog catalog) => CodeIndex.Build(IndexSources.Of(catalog));

    private static void WriteJson(Utf8JsonWriter writer, string query, IReadOnlyList<SearchHit> hits)
    {
        writer.WriteStartObject();
        writer.WriteString("query", query);
        writer.WriteStartArray("hits");
        foreach (var hit in hits)
        {
            writer.WriteStartObject();
            writer.WriteString("system", Name(hit.System));
            writer.WriteString("code", hit.Code);
            writer.WriteString("term", hit.Title);
            writer.WriteNumber("score", Math.Round(hit.Score, 4));
            writer.WriteStartObject("matched");
            writer.WriteString("kind", Terminal.Kebab(hit.Kind));
            writer.WriteString("text", hit.MatchedText);
            writer.WriteString("provenance", hit.MatchProvenance);
            writer.WriteStartArray("highlights");
            foreach (var range in hit.Highlights)
            {
                writer.WriteStartArray();
                writer.WriteNumberValue(range.Start.Value);
                writer.WriteNumberValue(range.End.Value);
                writer.WriteEndArray();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteText(string query, IReadOnlyList<SearchHit> hits, bool batch, bool explain)
    {
        if (batch) Console.Out.WriteLine(Terminal.Visible(query));
        foreach (var hit in hits)
        {
            Console.Out.WriteLine($"{(batch ? "  " : "")}{Name(hit.System)}  {Terminal.Code(hit.Code.PadRight(8))}  {hit.Title}");
            if (explain) Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(batch ? "  " : "")}                 {hit.Score:0.000} {Terminal.Kebab(hit.Kind)}: {hit.MatchedText} {hit.MatchProvenance}"));
        }
    }
}
