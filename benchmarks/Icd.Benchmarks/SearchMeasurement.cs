using System.Diagnostics;
using System.Globalization;
using Icd.Core.Releases;
using Icd.Embedded;
using Icd.Search;
using Icd.Search.Storage;

namespace Icd.Benchmarks;

/// <summary>
/// The search's latency in process, type-ahead letter by letter and hostile queries; and quality and latency side by side with NAV's own searcher
/// (needs Node.js) and PostgreSQL full text (needs <c>psql</c> and a server that <c>ICD_BENCHMARK_PG</c>, a connection string, leads to).
/// </summary>
internal static class SearchMeasurement
{
    private const int Repeats = 5;

    public static int Run(string queryFile)
    {
        var catalog = new ReleaseCatalog(BenchmarkData.DataDirectory, EmbeddedReleases.All);
        var sources = IndexSources.Of(catalog);
        var watch = Stopwatch.StartNew();
        var store = new IndexStore(BenchmarkData.DataDirectory, EmbeddedReleases.OpenSearchIndex);
        store.Open(sources);
        Write($"compile the index over {sources.Icd11!.Key} and {sources.Icd10!.Key}: {watch.ElapsedMilliseconds} ms");
        GC.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        watch.Restart();
        var index = store.Open(sources);
        Write($"open it compiled: {watch.Elapsed.TotalMilliseconds:0.0} ms, {(GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6:0.0} MB, {index.Count} concepts, {index.TermCount} names");

        var queries = EvaluationQuery.Read(queryFile);
        var typed = queries.SelectMany(query => Enumerable.Range(1, query.Query.Length).Select(length => query.Query[..length])).ToArray();
        Latency("type-ahead, both systems, 20 hits", index, typed);
        Latency("whole queries", index, [.. queries.Select(query => query.Query)]);
        Hostile(index);

        Write($"{"ICD-10",-28} {"R@1",7} {"R@5",7} {"MRR",7} {"p50 µs",9} {"p99 µs",9}");
        var asked = queries.Where(query => query.IsAbout(SearchSystems.Icd10)).ToArray();
        Report("icd search", asked, Ours(index, asked));
        var texts = sources.Icd10.Entities.Where(entity => entity.IsSelectable).Select(entity => (Code: entity.Code.Replace(".", "", StringComparison.Ordinal), entity.Title)).ToArray();
        if (Nav(asked) is { } nav) Report("NAV DiagnosekodeSearcher", asked, nav);
        if (Postgres(asked, texts) is { } postgres) Report("PostgreSQL 'norwegian'", asked, postgres);
        return 0;
    }

    /// <summary>A query's hits and how long they took.</summary>
    private readonly record struct Answer(IReadOnlyList<string> Codes, double Microseconds);

    private static void Report(string engine, EvaluationQuery[] queries, IReadOnlyList<Answer> answers)
    {
        var ranks = queries.Zip(answers, (query, answer) => 1 + answer.Codes.Take(10).ToList().FindIndex(code => query.Accepts(SearchSystems.Icd10, code))).ToArray();
        var figures = Evaluation.Count(engine, ranks);
        var times = answers.Select(answer => answer.Microseconds).Order().ToArray();
        Write($"{engine,-28} {figures.RecallAt1,7:P1} {figures.RecallAt5,7:P1} {figures.Mrr,7:0.000} {times[times.Length / 2],9:0.0} {times[times.Length * 99 / 100],9:0.0}");
    }

    private static Answer[] Ours(CodeIndex index, EvaluationQuery[] queries)
    {
        var options = new SearchOptions { Systems = SearchSystems.Icd10, Limit = 10 };
        return [.. queries.Select(query => new Answer([.. index.Search(query.Query, options).Hits.Select(hit => hit.Code)], Fastest(() => index.Search(query.Query, options))))];
    }

    /// <summary>The fastest of some runs: what the machine does besides is not the search's.</summary>
    private static double Fastest(Action action)
    {
        var fastest = double.MaxValue;
        for (var i = 0; i < Repeats; i++)
        {
            var start = Stopwatch.GetTimestamp();
            action();
            fastest = Math.Min(fastest, Stopwatch.GetElapsedTime(start).TotalMicroseconds);
        }

        return fastest;
    }

    private static void Latency(string name, CodeIndex index, string[] queries)
    {
        var options = SearchOptions.Default;
        foreach (var query in queries) index.Search(query, options);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var times = queries.Select(query => Fastest(() => index.Search(query, options))).ToArray();
        allocated = (GC.GetAllocatedBytesForCurrentThread() - allocated) / (queries.Length * Repeats);
        Array.Sort(times);
        Write($"{name}: n {queries.Length}, p50 {times[times.Length / 2]:0.0} µs, p99 {times[times.Length * 99 / 100]:0.0} µs, worst {times[^1]:0.0} µs, {allocated} bytes a query, the result's");
    }

    private static void Hostile(CodeIndex index)
    {
        const string Letters = "abcdefghijklmnopqrstuvwxyzæøå0123456789 .-/&'\u0301\uD83D\uDE00";
        var random = new Random(4);
        var worst = 0.0;
        for (var i = 0; i < 10_000; i++)
        {
            var query = string.Create(random.Next(1, i % 10 == 0 ? 5000 : 60), random, static (text, from) =>
            {
                for (var at = 0; at < text.Length; at++) text[at] = Letters[from.Next(Letters.Length)];
            });
            worst = Math.Max(worst, Fastest(() => index.Search(query)));
        }

        Write($"10,000 hostile queries: worst {worst / 1000:0.00} ms");
    }

    private static Answer[]? Nav(EvaluationQuery[] queries)
    {
        const string Script = """
            const { DiagnosekodeSearcher } = await import(process.argv[1] + '/DiagnosekodeSearcher.js');
            const fs = await import('node:fs');
            const searcher = new DiagnosekodeSearcher(JSON.parse(fs.readFileSync(process.argv[1] + '/ICD10.json')), 10);
            for (const query of fs.readFileSync(0, 'utf8').split('\n').slice(0, -1)) {
              let best = Infinity, found;
              for (let i = 0; i < 5; i++) { const start = process.hrtime.bigint(); found = searcher.search(query, 1); best = Math.min(best, Number(process.hrtime.bigint() - start) / 1000); }
              console.log(best + '\t' + found.diagnosekoder.map(hit => hit.code).join(' '));
            }
            """;
        var package = Path.GetFullPath("src/Icd.Embedded/node_modules/@navikt/diagnosekoder/lib");
        if (!Directory.Exists(package)) return Missing("NAV's searcher: run from the repository's root, after a build with Node.js");
        return Answers(Tool("node", ["--input-type=module", "-e", Script, package], queries.Select(query => query.Query)));
    }

    private static Answer[]? Postgres(EvaluationQuery[] queries, (string Code, string Title)[] texts)
    {
        if (Environment.GetEnvironmentVariable("ICD_BENCHMARK_PG") is not { Length: > 0 } connection) return Missing("PostgreSQL: set ICD_BENCHMARK_PG to a connection string");
        var script = new List<string>
        {
            "create temp table icd10(code text, title text);", "copy icd10 from stdin;",
        };
        script.AddRange(texts.Select(text => $"{text.Code}\t{text.Title.Replace("\\", "\\\\", StringComparison.Ordinal)}"));
        script.Add("\\.");
        script.AddRange(["create temp table queries(number serial, query text);", "copy queries(query) from stdin;"]);
        script.AddRange(queries.Select(query => query.Query.Replace("\\", "\\\\", StringComparison.Ordinal)));
        script.Add("\\.");
        script.Add("""
            alter table icd10 add words tsvector generated always as (to_tsvector('norwegian', title)) stored;
            create index on icd10 using gin(words);
            analyze icd10;
            create temp table answers(number int, codes text, best float);
            do $$
            declare q record; started timestamptz; found text; best float; took float;
            begin
              for q in select * from queries order by number loop
                best := 1e9;
                for i in 1..5 loop
                  started := clock_timestamp();
                  select string_agg(code, ' ') into found from (select code from icd10, websearch_to_tsquery('norwegian', q.query) asked
                    where words @@ asked order by ts_rank(words, asked) desc, code limit 10) hits;
                  took := extract(epoch from clock_timestamp() - started) * 1e6;
                  best := least(best, took);
                end loop;
                insert into answers values (q.number, coalesce(found, ''), best);
              end loop;
            end $$;
            copy (select best, codes from answers order by number) to stdout;
            """);
        return Answers(Tool("psql", ["-X", "-q", "-v", "ON_ERROR_STOP=1", connection], script));
    }

    private static Answer[]? Missing(string what)
    {
        Write($"not compared with {what}");
        return null;
    }

    private static Answer[] Answers(IEnumerable<string> lines) =>
        [.. lines.Select(line => line.Split('\t')).Select(cells => new Answer(cells[1].Split(' ', StringSplitOptions.RemoveEmptyEntries), double.Parse(cells[0], CultureInfo.InvariantCulture)))];

    private static List<string> Tool(string name, string[] arguments, IEnumerable<string> input)
    {
        using var process = Process.Start(new ProcessStartInfo(name, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })
            ?? throw new InvalidOperationException($"{name} did not start.");
        var output = Task.Run(() => process.StandardOutput.ReadToEnd());
        foreach (var line in input) process.StandardInput.Write(line + "\n");
        process.StandardInput.Close();
        process.WaitForExit();
        return process.ExitCode == 0 ? [.. output.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries)] : throw new InvalidOperationException($"{name} ended with {process.ExitCode}.");
    }

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
