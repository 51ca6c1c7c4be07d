using System.Text.Json;
using Icd.Mapping.Conversion;

namespace Icd.Cli;

/// <summary>What a conversion did, for a person and for a machine.</summary>
internal static class ConversionText
{
    public static void WriteJson(Utf8JsonWriter writer, ConversionManifest manifest) => JsonSerializer.Serialize(writer, manifest, ConversionJson.Contract.ConversionManifest);

    public static void Write(TextWriter output, ConversionManifest manifest, ConversionOptions? options, bool nb)
    {
        var (summary, seconds) = (manifest.Summary, Math.Max(manifest.Seconds, 0.001));
        output.WriteLine(nb
            ? $"{Number(summary.Rows)} rader konvertert på {ConversionDisplay.Span(TimeSpan.FromSeconds(manifest.Seconds), nb)} ({Number((long)(summary.Rows / seconds))} rader/s), {manifest.Data.Icd10} og {manifest.Data.Mms}."
            : $"{Number(summary.Rows)} rows converted in {ConversionDisplay.Span(TimeSpan.FromSeconds(manifest.Seconds), nb)} ({Number((long)(summary.Rows / seconds))} rows/s), {manifest.Data.Icd10} and {manifest.Data.Mms}.");
        output.WriteLine();
        Line(nb ? "Koder" : "Codes", summary.Codes, summary.Codes, nb ? $"{Number(summary.DistinctCodes)} ulike, i {Number(summary.Cells)} celler" : $"{Number(summary.DistinctCodes)} different ones, in {Number(summary.Cells)} cells");
        foreach (var (relation, count) in summary.Relations.OrderByDescending(pair => pair.Value)) Line("  " + RelationName(relation, nb), count, summary.Codes, "");
        Line(nb ? "Trenger et menneske" : "Need a human", summary.NeedReview, summary.Codes, manifest.Review is { } review ? $"-> {review.Name}" : summary.NeedReview > 0 ? nb ? "--review FIL lister dem" : "--review FILE lists them" : "");
        if (summary.NotInEdition > 0) Line(nb ? "Ikke i utgaven" : "Not in the edition", summary.NotInEdition, summary.Codes, nb ? "besvart etter WHOs tabell" : "answered by WHO's table");
        if (summary.Decided > 0) Line(nb ? "Avgjort av mennesker" : "Decided by people", summary.Decided, summary.Codes, options?.Decisions is { } file ? $"<- {file}" : "");
        if (summary.Escaped > 0) Line(nb ? "Tegn som kode" : "Characters escaped", summary.Escaped, 0, nb ? $"finnes ikke i {manifest.Dialect.Encoding}" : $"not in {manifest.Dialect.Encoding}");
        output.WriteLine();
        Line(nb ? "Avviste rader" : "Rejected rows", summary.RejectedRows, summary.Rows, manifest.Rejects is { } rejects && summary.RejectedRows > 0 ? $"-> {rejects.Name}" : "");
        foreach (var (reason, count) in summary.Reasons.OrderByDescending(pair => pair.Value)) Line("  " + reason, count, 0, "");
        if (manifest.Output.Name == ConversionOptions.Stream) return;
        output.WriteLine();
        output.WriteLine($"-> {manifest.Output.Name} ({Size(manifest.Output.Bytes, nb)}, {manifest.Output.Checksum})");

        void Line(string what, long count, long of, string more)
        {
            var share = of > 0 && count != of ? ConversionDisplay.Number(count * 100.0 / of, "0.00", nb) + " %" : "";
            output.WriteLine(Terminal.Visible($"{what,-34} {Number(count),15}  {share,8}  {more}".TrimEnd()));
        }
    }

    private static string RelationName(string relation, bool nb) => (relation, nb) switch
    {
        ("equivalent", true) => "sier det samme",
        ("equivalent", _) => "say the same",
        ("source-is-narrower-than-target", true) => "målet sier mindre",
        ("source-is-narrower-than-target", _) => "target says less",
        ("source-is-broader-than-target", true) => "målet sier mer",
        ("source-is-broader-than-target", _) => "target says more",
        ("related-to", true) => "overlapper",
        ("related-to", _) => "overlap",
        ("not-related-to", true) => "har ikke noe mål",
        ("not-related-to", _) => "have no target",
        (_, true) => "ukjent",
        _ => "unknown",
    };

    private static string Number(long number) => ConversionDisplay.Number(number);

    private static string Size(long bytes, bool nb) => bytes switch
    {
        >= 1 << 30 => ConversionDisplay.Number(bytes / (double)(1 << 30), "0.0", nb) + " GiB",
        >= 1 << 20 => ConversionDisplay.Number(bytes / (double)(1 << 20), "0.0", nb) + " MiB",
        _ => $"{Number(bytes)} bytes",
    };
}
