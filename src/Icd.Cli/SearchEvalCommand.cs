using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Icd.Search;
using Icd.Toolkit.Answers;

namespace Icd.Cli;

/// <summary><c>icd search eval</c>: how well the search answers a list of queries with known answers.</summary>
internal static class SearchEvalCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "Queries with accepted codes: tab-separated columns query, kind, icd10, icd11" };
        var system = new Option<string?>("--system") { Description = "Only this one: icd10, icd11 or all (default: each of them)" };
        system.AcceptOnlyFromAmong("icd10", "icd11", "all");
        var misses = new Option<bool>("--misses") { Description = "List the queries without an accepted code among the first five" };
        var command = new CommandWithExamples(
            "eval", "Measure the search: Recall@1, @5, @10 and MRR by kind of query.",
            "icd search eval tests/Icd.Search.Tests/Evaluation/queries.tsv --misses")
        { file, system, misses };
        command.SetAction(parsed => Run(parsed, parsed.GetValue(file)!, parsed.GetValue(system), parsed.GetValue(misses)));
        return command;
    }

    private static int Run(ParseResult parsed, string file, string? system, bool misses)
    {
        IReadOnlyList<EvaluationQuery> queries;
        try
        {
            queries = EvaluationQuery.Read(file);
        }
        catch (Search.Lexicons.LexiconFormatException exception)
        {
            throw new DataMissingException(exception.Message);
        }

        var index = SearchCommand.OpenIndex(GlobalOptions.CatalogOf(parsed));
        string[] systems = system is null ? ["icd10", "icd11", "all"] : [system];
        var json = parsed.GetValue(GlobalOptions.Json);
        foreach (var name in systems)
        {
            var figures = Evaluation.Of(index, queries, SearchCommand.SystemsOf(name));
            if (json) Terminal.Json(writer => WriteJson(writer, name, figures));
            else WriteText(name, figures);
            if (misses) WriteMisses(name, index, queries);
        }

        return ExitCode.Fine;
    }

    private static void WriteText(string system, IReadOnlyList<Evaluation> figures)
    {
        Console.Out.WriteLine($"{system,-16} {"n",5} {"R@1",7} {"R@5",7} {"R@10",7} {"MRR",7}");
        foreach (var figure in figures)
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {figure.Kind,-14} {figure.Queries,5} {figure.RecallAt1,7:P1} {figure.RecallAt5,7:P1} {figure.RecallAt10,7:P1} {figure.Mrr,7:0.000}"));
        Console.Out.WriteLine();
    }

    private static void WriteJson(Utf8JsonWriter writer, string system, IReadOnlyList<Evaluation> figures)
    {
        writer.WriteStartObject();
        writer.WriteString("system", system);
        writer.WriteObjects("kinds", figures, figure =>
        {
            writer.WriteString("kind", figure.Kind);
            writer.WriteNumber("queries", figure.Queries);
            writer.WriteNumber("recallAt1", Math.Round(figure.RecallAt1, 4));
            writer.WriteNumber("recallAt5", Math.Round(figure.RecallAt5, 4));
            writer.WriteNumber("recallAt10", Math.Round(figure.RecallAt10, 4));
            writer.WriteNumber("mrr", Math.Round(figure.Mrr, 4));
        });
        writer.WriteEndObject();
    }

    private static void WriteMisses(string system, CodeIndex index, IReadOnlyList<EvaluationQuery> queries)
    {
        var options = new SearchOptions { Systems = SearchCommand.SystemsOf(system), Limit = 10 };
        foreach (var query in queries.Where(query => query.IsAbout(options.Systems)))
        {
            var result = index.Search(query.Query, options);
            var rank = query.RankIn(result);
            if (rank is > 0 and <= 5) continue;
            Terminal.Note($"{system}\t{query.Kind}\t{query.Query}\trank {rank}\twanted {string.Join(' ', query.Icd10)} / {string.Join(' ', query.Icd11)}\tfound {string.Join("; ", result.Hits.Take(4).Select(hit => $"{hit.Code} {hit.MatchedText}"))}");
        }
    }
}
