using System.Text.Json;
using Icd.Cli.Tests.Support;
using Icd.Tests;

namespace Icd.Cli.Tests.Data;

public class DataDiffTests
{
    private static readonly Lazy<Dictionary<string, PlainTabulation.Row>> Before = new(() => PlainTabulation.ReadWorkbook(WhoData.File("2022-02", "simpletabulation.zip"), "simpletabulation.xlsx"));
    private static readonly Lazy<Dictionary<string, PlainTabulation.Row>> After = new(() => PlainTabulation.ReadText(WhoData.File("2024-01", "SimpleTabulation-ICD-11-MMS-en.zip"), "SimpleTabulation-ICD-11-MMS-en.txt"));
    private static readonly Lazy<JsonElement> Diff = new(() => RealReleases.Run("data", "diff", "2022-02", "2024-01", "--json").Exits(0).Json);

    [WhoDataFact]
    public void Diff_Added_IsWhatTheLaterTabulationHasAlone() => SameUris(After.Value.Keys.Except(Before.Value.Keys), Diff.Value.GetProperty("added"));

    [WhoDataFact]
    public void Diff_Retired_IsWhatTheEarlierTabulationHasAlone() => SameUris(Before.Value.Keys.Except(After.Value.Keys), Diff.Value.GetProperty("retired"));

    [WhoDataFact]
    public void Diff_Recoded_IsOneUriWithTwoCodes()
    {
        SameChanges("recoded", (before, after) => before.Code != after.Code);

        // A golden row: the entity kept its URI and got another code.
        var change = Diff.Value.GetProperty("recoded")[0];
        Assert.Equal(("1C89", "1C8G.0"), (change.GetProperty("before").GetProperty("code").GetString(), change.GetProperty("after").GetProperty("code").GetString()));
    }

    [WhoDataFact]
    public void Diff_Moved_IsOneUriBelowTwoParents() => SameChanges("moved", (before, after) => before.Parent != after.Parent);

    [WhoDataFact]
    public void Diff_Retitled_IsOneUriWithTwoTitles()
    {
        SameChanges("retitled", (before, after) => before.Title != after.Title);
        foreach (var change in Diff.Value.GetProperty("retitled").EnumerateArray())
        {
            var uri = change.GetProperty("before").GetProperty("uri").GetString()!;
            Assert.Equal((Before.Value[uri].Title, After.Value[uri].Title), (change.GetProperty("before").GetProperty("title").GetString(), change.GetProperty("after").GetProperty("title").GetString()));
        }
    }

    [WhoDataFact]
    public void Diff_Reused_IsOneCodeWithTwoUris()
    {
        var later = After.Value.Values.Where(row => row.Code.Length > 0).ToDictionary(row => row.Code, row => row.Uri);
        var expected = Before.Value.Values.Where(row => row.Code.Length > 0 && later.TryGetValue(row.Code, out var uri) && uri != row.Uri).Select(row => row.Code);

        Assert.Equal(expected, Diff.Value.GetProperty("reused").EnumerateArray().Select(change => change.GetProperty("before").GetProperty("code").GetString()!));
    }

    [WhoDataFact]
    public void Diff_Text_HasTheSameCountsAndListsAFewOfEach()
    {
        var lines = RealReleases.Run("data", "diff", "2022-02", "2024-01").Exits(0).Lines;

        Assert.Equal("mms-2022-02 -> mms-2024-01", lines[0]);
        Assert.Equal(
            ["Added: 645", "Retired: 60", "Recoded: 15", "Codes that mean another entity now: 0", "Moved: 36", "Retitled (en): 287"],
            lines.Skip(1).Where(line => line[0] != ' '));
        Assert.Contains("  … 637 more (--all)", lines);
        Assert.Contains("  1C89 -> 1C8G.0 Far Eastern tick-borne encephalitis", lines);
    }

    [WhoDataFact]
    public void Diff_All_ListsEveryChange()
    {
        var lines = RealReleases.Run("data", "diff", "2022-02", "2024-01", "--all").Exits(0).Lines;

        Assert.Equal(645 + 60 + 15 + 36 + 287, lines.Count(line => line.StartsWith("  ", StringComparison.Ordinal)));
    }

    [WhoDataFact]
    public void Diff_ReleaseWithItself_IsEmpty() =>
        Assert.All(RealReleases.Run("data", "diff", "2024-01", "mms-2024-01", "--json", "--titles", "es").Exits(0).Json.EnumerateObject().Skip(2), list => Assert.Equal("[]", list.Value.GetRawText()));

    [WhoDataFact]
    public void Diff_LanguageThatOneSideLacks_IsNotNothingRetitled() =>
        Assert.Equal(
            "icd: mms-2022-02 has no titles in 'es'; it has: en. Choose with --titles, or import the language.\n",
            RealReleases.Run("data", "diff", "2022-02", "2024-01", "--titles", "es").Exits(3).Error);

    [WhoDataFact]
    public void Diff_ReleaseNotLoaded_NamesWhatIs() =>
        Assert.Equal(
            "icd: mms-2025-01 is not loaded; loaded are: mms-2022-02, mms-2024-01, mms-2024-01-starter, icf-2022-02, icd10-2026, icpc2-2026. Load it with `icd data fetch` or `icd data import`.\n",
            RealReleases.Run("data", "diff", "2024-01", "2025-01").Exits(3).Error);

    [WhoDataFact]
    public void Diff_DifferentClassifications_IsAUsageError() =>
        RealReleases.Run("data", "diff", "icf-2022-02", "2024-01").IsUsageError("icf-2022-02 and mms-2024-01 are of different classifications.", "icd data diff --help");

    private static void SameUris(IEnumerable<string> expected, JsonElement entities) =>
        Assert.Equal(expected.Order(StringComparer.Ordinal), entities.EnumerateArray().Select(entity => entity.GetProperty("uri").GetString()!).Order(StringComparer.Ordinal));

    private static void SameChanges(string list, Func<PlainTabulation.Row, PlainTabulation.Row, bool> differs)
    {
        var expected = Before.Value.Values.Where(row => After.Value.TryGetValue(row.Uri, out var now) && differs(row, now)).Select(row => row.Uri).ToList();
        Assert.NotEmpty(expected);
        Assert.Equal(expected, Diff.Value.GetProperty(list).EnumerateArray().Select(change => change.GetProperty("after").GetProperty("uri").GetString()!));
    }
}
