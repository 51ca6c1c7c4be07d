using Icd.Core.Codes;
using Icd.Core.Releases;
using Icd.Mapping.Who;

namespace Icd.Mapping.Tests.Who;

public class WhoCrosswalkTests
{
    private static readonly ReleaseId Release = ReleaseId.Create(2024, 1);
    private static readonly Icd10Code Code = Icd10Code.Parse("A00.0");

    private static WhoCrosswalkDraft Draft(params WhoTable[] tables)
    {
        var draft = new WhoCrosswalkDraft(Release);
        foreach (var table in tables)
        {
            draft.Begin(new(table, $"{table}.txt", new('a', 64), 1));
            switch (table)
            {
                case WhoTable.OneCategory:
                    draft.Add(Code, new(table, 2, "1A00&XN8P1", WhoTargetClass.Category, EntityUri.Create(Linearization.Mms, 257068234), default, false));
                    draft.Add(Icd10Code.Parse("A01"), new(table, 3, "", WhoTargetClass.Block, EntityUri.Create(Linearization.Mms, 588616678), default, false));
                    break;
                case WhoTable.MultipleCategories:
                    draft.Add(Code, new(table, 9, "1A00", WhoTargetClass.Category, EntityUri.Create(Linearization.Mms, 257068234), default, false));
                    draft.Add(Code, new(table, 8, "1A0Z", WhoTargetClass.Category, EntityUri.Create(Linearization.Mms, 135352227, Residual.Unspecified), default, false));
                    break;
                case WhoTable.Foundation:
                    draft.AddFoundation(Code, EntityUri.Create(Linearization.Foundation, 1205958647), isEquivalent: true);
                    break;
                default:
                    draft.AddBack(EntityUri.Create(Linearization.Mms, table == WhoTable.Back ? 257068234u : 1205958647u), new(table, 4, Code));
                    break;
            }
        }

        return draft;
    }

    [Fact]
    public void Compile_EveryTable_IsReadBack()
    {
        var crosswalk = WhoCrosswalk.Load(Draft(Enum.GetValues<WhoTable>()).Compile());

        var target = crosswalk.Find(Code)!;
        Assert.Equal(("1A00&XN8P1", 2, WhoTargetClass.Category, 257068234u, 1205958647u, true), (target.Expression, target.Row, target.Class, target.Entity.Id, target.Foundation.Id, target.IsEquivalent));
        Assert.Equal(WhoTargetClass.Block, crosswalk.Find(Icd10Code.Parse("A01"))!.Class);
        Assert.Null(crosswalk.Find(Icd10Code.Parse("A02")));
        Assert.Equal([8, 9], crosswalk.FindAll(Code).Select(row => row.Row));
        Assert.Equal(Residual.Unspecified, crosswalk.FindAll(Code)[0].Entity.Residual);
        Assert.Equal((WhoTable.Back, Code), (crosswalk.FindBack(257068234, Residual.None)!.Table, crosswalk.FindBack(257068234, Residual.None)!.Code));
        Assert.Equal(WhoTable.FoundationBack, crosswalk.FindBack(1205958647, Residual.None)!.Table);
        Assert.Null(crosswalk.FindBack(257068234, Residual.Other));
        Assert.Equal((Release, 5), (crosswalk.Release, crosswalk.Sources.Count));
    }

    [Theory]
    [InlineData(WhoTable.OneCategory)]
    [InlineData(WhoTable.MultipleCategories)]
    [InlineData(WhoTable.Foundation)]
    [InlineData(WhoTable.Back)]
    [InlineData(WhoTable.FoundationBack)]
    public void AddMissing_TablesOneByOneInAnyOrder_GivesTheSameBytes(WhoTable first)
    {
        var draft = Draft([.. Enum.GetValues<WhoTable>().Where(table => table != first)]);
        draft.AddMissing(WhoCrosswalk.Load(Draft(first).Compile()));
        var reverse = Draft(first);
        reverse.AddMissing(WhoCrosswalk.Load(Draft([.. Enum.GetValues<WhoTable>().Where(table => table != first)]).Compile()));

        var together = Draft(Enum.GetValues<WhoTable>()).Compile();
        Assert.Equal(together, draft.Compile());
        Assert.Equal(together, reverse.Compile());
    }

    [Fact]
    public void AddMissing_OtherRelease_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new WhoCrosswalkDraft(ReleaseId.Create(2025, 1)).AddMissing(WhoCrosswalk.Load(Draft(WhoTable.OneCategory).Compile())));

    [Fact]
    public void Load_AnyByteChangedOrCutOff_IsRefused()
    {
        var bytes = Draft(Enum.GetValues<WhoTable>()).Compile();
        for (var i = 0; i < bytes.Length; i++)
        {
            var damaged = bytes.ToArray();
            damaged[i] ^= 0x10;
            Assert.Throws<ReleaseFormatException>(() => WhoCrosswalk.Load(damaged));
        }

        for (var length = 0; length < bytes.Length; length += 7) Assert.Throws<ReleaseFormatException>(() => WhoCrosswalk.Load(bytes.AsSpan(0, length)));
    }
}
