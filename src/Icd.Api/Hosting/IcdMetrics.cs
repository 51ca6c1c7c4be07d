using System.Diagnostics.Metrics;
using Icd.Toolkit;

namespace Icd.Api.Hosting;

/// <summary>What is measured besides what the web server measures itself: no query, no code, no client.</summary>
internal sealed class IcdMetrics
{
    /// <summary>The meter's name.</summary>
    public const string Name = "Icd";

    private static readonly Meter Meter = new(Name);
    private static readonly Histogram<int> Results = Meter.CreateHistogram<int>("icd.search.results", "{hit}", "Hits that a search shows");
    private static readonly Counter<long> BatchLines = Meter.CreateCounter<long>("icd.batch.lines", "{line}", "Lines answered in batches");
    private static readonly Counter<long> Swaps = Meter.CreateCounter<long>("icd.releases.swaps", "{swap}", "Times that releases were swapped");

    private readonly ReleaseHost _host;

    public IcdMetrics(ReleaseHost host)
    {
        _host = host;
        host.Swapped += _ => Swaps.Add(1);
        Meter.CreateObservableGauge("icd.releases.loaded", () => host.IsReady ? _host.Current.Catalog.Keys.Count : 0, "{release}", "Releases that are loaded");
        Meter.CreateObservableGauge("icd.releases.refused", () => host.IsReady ? _host.Current.Refused.Count : 0, "{file}", "Files of the data directory that were refused");
    }

    public static void Found(int hits) => Results.Record(hits);

    public static void Answered(long lines, string operation) => BatchLines.Add(lines, new KeyValuePair<string, object?>("operation", operation));
}
