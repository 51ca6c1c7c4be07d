using Icd.Core.Codes;
using Icd.Core.Releases;

namespace Icd.Core.Tests.Releases;

public class ReleaseDiffTests
{
    private static readonly Release Before = Draft(2024).Load();
    private static readonly Release After = Changed().Load();
    private static readonly ReleaseDiff Diff = ReleaseDiff.Compare(Before, After, "en");

    private static ReleaseDraft Draft(int year)
    {
        var draft = Sample.Empty(new(Classification.Mms, ReleaseId.Create(year, 1)), "en", "nb");
        var chapter = draft.Add(null, "01", 1, "Chapter", EntityKind.Chapter);
        var block = draft.Add(chapter, "", 2, "Block", EntityKind.Block);
        draft.Add(block, "1A00", 3, "Unchanged");
        draft.Add(block, "1A01", 4, "To be retired");
        draft.Add(block, "1A02", 5, "To be moved");
        draft.Add(block, "1A03", 6, "To be recoded");
        draft.Add(block, "1A04", 7, "To be retitled");
        draft.Add(block, "1A05", 8, "To lose its code to another");
        draft.Add(block, "1A0Y", 2, "Other specified").Residual = Residual.Other;
        return draft;
    }

    private static ReleaseDraft Changed()
    {
        var draft = Sample.Empty(new(Classification.Mms, ReleaseId.Create(2025, 1)), "en", "nb");
        var chapter = draft.Add(null, "01", 1, "Chapter", EntityKind.Chapter);
        var block = draft.Add(chapter, "", 2, "Block", EntityKind.Block);
        draft.Add(block, "1A00", 3, "Unchanged");
        var fresh = draft.Add(chapter, "", 9, "A new block", EntityKind.Block);
        draft.Add(fresh, "1A02", 5, "To be moved");
        draft.Add(block, "1B03", 6, "To be recoded");
        draft.Add(block, "1A04", 7, "Retitled").Titles["nb"] = "Ny tittel";
        draft.Add(block, "1A05", 10, "The other");
        draft.Add(block, "1A0Y", 2, "Other specified").Residual = Residual.Other;
        return draft;
    }

    [Fact]
    public void Compare_NamesBothReleases() => Assert.Equal((Before, After), (Diff.Before, Diff.After));

    [Fact]
    public void Added_AreThoseThatOnlyTheLaterHas() => Assert.Equal([10, 9], Diff.Added.Select(entity => (int)entity.Id));

    [Fact]
    public void Retired_AreThoseThatOnlyTheEarlierHas() => Assert.Equal(["1A01", "1A05"], Diff.Retired.Select(entity => entity.Code));

    [Fact]
    public void Recoded_SameIdOtherCode() => Assert.Equal([("1A03", "1B03")], Codes(Diff.Recoded));

    [Fact]
    public void Moved_SameIdOtherParent()
    {
        Assert.Equal([("1A02", "1A02")], Codes(Diff.Moved));
        Assert.Equal((2u, 9u), (Diff.Moved[0].Before.Parent!.Value.Id, Diff.Moved[0].After.Parent!.Value.Id));
    }

    [Fact]
    public void Retitled_SameIdOtherTitle()
    {
        Assert.Equal([("To be retitled", "Retitled")], Diff.Retitled.Select(change => (change.Before.Title, change.After.Title)));
        // A language that only one of them has says nothing about a change.
        Assert.Empty(ReleaseDiff.Compare(Before, After, "nb").Retitled);
    }

    [Fact]
    public void Reused_SameCodeOtherId()
    {
        Assert.Equal([("1A05", "1A05")], Codes(Diff.Reused));
        Assert.Equal((8u, 10u), (Diff.Reused[0].Before.Id, Diff.Reused[0].After.Id));
    }

    [Fact]
    public void Compare_SameContents_FindsNothing() => Nothing(ReleaseDiff.Compare(Before, Draft(2025).Load(), "en"));

    [Fact]
    public void Compare_CodesExchanged_AreRecodedAndReused()
    {
        var draft = Draft(2025);
        (draft.Entities[2].Code, draft.Entities[3].Code) = ("1A01", "1A00");
        var diff = ReleaseDiff.Compare(Before, draft.Load(), "en");
        Assert.Equal([("1A00", "1A01"), ("1A01", "1A00")], Codes(diff.Recoded));
        Assert.Equal([(3u, 4u), (4u, 3u)], diff.Reused.Select(change => (change.Before.Id, change.After.Id)));
        Assert.Empty(diff.Added.Concat(diff.Retired));
    }

    [Fact]
    public void Compare_EntityBecomesARootOrLosesItsParent_IsMoved()
    {
        var (before, after) = (Sample.Empty(Sample.Key, "en"), Sample.Empty(Sample.Key, "en"));
        var gone = before.Add(null, "01", 1, "Goes", EntityKind.Chapter);
        before.Add(gone, "1A00", 2, "Becomes a root");
        after.Add(null, "1A00", 2, "Becomes a root");
        Assert.Equal([("1A00", "1A00")], Codes(ReleaseDiff.Compare(before.Load(), after.Load(), "en").Moved));
        Assert.Equal([("1A00", "1A00")], Codes(ReleaseDiff.Compare(after.Load(), before.Load(), "en").Moved));
    }

    [Fact]
    public void Compare_WithoutIds_GoesByCodeAndBlockId()
    {
        var diff = ReleaseDiff.Compare(Icd10("E10-E14", "E10", "E11").Load(), Icd10("E10-E14", "E11", "E12").Load(), "en");
        Assert.Equal(["E12"], diff.Added.Select(entity => entity.Code));
        Assert.Equal(["E10"], diff.Retired.Select(entity => entity.Code));
        Assert.Empty(diff.Moved.Concat(diff.Recoded).Concat(diff.Retitled).Concat(diff.Reused));

        diff = ReleaseDiff.Compare(Icd10("E10-E14", "E11").Load(), Icd10("E08-E13", "E11").Load(), "en");
        Assert.Equal(["E08-E13"], diff.Added.Select(entity => entity.BlockId));
        Assert.Equal(["E10-E14"], diff.Retired.Select(entity => entity.BlockId));
        Assert.Equal([("E11", "E11")], Codes(diff.Moved));
        Nothing(ReleaseDiff.Compare(Icd10("E10-E14", "E11").Load(), Icd10("E10-E14", "E11").Load(), "en"));
    }

    [Fact]
    public void Compare_DifferentClassifications_Throws()
    {
        var error = Assert.Throws<ArgumentException>(() => ReleaseDiff.Compare(Before, Icd10("E10-E14").Load(), "en"));
        Assert.StartsWith("mms-2024-01 and icd10-2026 are of different classifications.", error.Message, StringComparison.Ordinal);
    }

    private static ReleaseDraft Icd10(string block, params string[] codes)
    {
        var draft = Sample.Empty(new(Classification.Icd10, ReleaseId.Create(2026, 0)), "en");
        var parent = draft.Add(draft.Add(null, "IV", 0, "Chapter", EntityKind.Chapter), "", 0, "Block", EntityKind.Block);
        parent.BlockId = block;
        foreach (var code in codes) draft.Add(parent, code, 0, $"Title of {code}");
        return draft;
    }

    private static IEnumerable<(string Before, string After)> Codes(IEnumerable<EntityChange> changes) =>
        changes.Select(change => (change.Before.Code, change.After.Code));

    private static void Nothing(ReleaseDiff diff)
    {
        Assert.Empty(diff.Added.Concat(diff.Retired));
        Assert.Empty(diff.Recoded.Concat(diff.Moved).Concat(diff.Retitled).Concat(diff.Reused));
    }
}
