using Icd.Core.Releases;

namespace Icd.Core.Tests.Releases;

public class ReleaseTreeTests
{
    private static readonly Release Release = Sample.Draft().Load();

    public static TheoryData<int, string, string, string, int, string> Tree => new()
    {
        { 0, "BlockL1-5A1", "BlockL1-5A1 5A10 5A11 5A11.0 5A1Y 5A1Z", "", 0, "a chapter" },
        { 1, "5A10 5A11 5A1Y 5A1Z", "5A10 5A11 5A11.0 5A1Y 5A1Z", "05", 1, "a block" },
        { 2, "", "", "BlockL1-5A1 05", 2, "a leaf" },
        { 3, "5A11.0", "5A11.0", "BlockL1-5A1 05", 2, "a category with children" },
        { 4, "", "", "5A11 BlockL1-5A1 05", 3, "the deepest" },
        { 7, "BlockL1-XK XS5W", "BlockL1-XK XK8G XK9K XS5W", "", 0, "the last chapter" },
        { 11, "", "", "X", 1, "the last entity" },
    };

    [Theory, MemberData(nameof(Tree))]
    public void Entity_InTheTree_KnowsItsKin(int index, string children, string descendants, string ancestors, int depth, string why)
    {
        var entity = Release[index];
        Assert.True(children == Names(entity.Children), why);
        Assert.Equal(descendants, Names(entity.Descendants));
        Assert.Equal(ancestors, Names(entity.Ancestors));
        Assert.Equal(depth, entity.Depth);
        Assert.Equal(entity.Descendants.Count(), entity.DescendantCount);
        Assert.Equal(children.Length == 0, entity.IsLeaf);
        Assert.Equal(ancestors.Length == 0 ? null : entity.Ancestors.First(), entity.Parent);
        Assert.Equal(ancestors.Length == 0 ? entity : entity.Ancestors.Last(), entity.Chapter);
    }

    [Fact]
    public void Contains_EveryPair_MeansItselfOrADescendant()
    {
        foreach (var above in Release.Entities)
        {
            foreach (var below in Release.Entities)
                Assert.Equal(above == below || below.Ancestors.Contains(above), above.Contains(below));
        }
    }

    [Fact]
    public void Contains_EntityOfAnotherRelease_IsFalse() =>
        Assert.False(Release[0].Contains(Sample.Draft().Load()[2]));

    [Fact]
    public void Groupings_NestedBlocks_AreOutermostFirst()
    {
        var draft = Sample.Empty(Sample.Key, "en");
        var above = draft.Add(null, "01", 1, "Chapter", EntityKind.Chapter);
        foreach (var id in (uint[])[2, 3, 4])
        {
            above = draft.Add(above, "", id, $"Block {id}", EntityKind.Block);
            above.BlockId = $"BlockL{id - 1}";
        }

        draft.Add(above, "1A00", 5, "Category");
        Assert.Equal("BlockL1 BlockL2 BlockL3", Names(draft.Load().Find("1A00").Groupings));
        Assert.Empty(Release[0].Groupings);
    }

    [Fact]
    public void Compile_DeepestTree_IsReadBack_DeeperIsRefused()
    {
        var draft = Sample.Empty(Sample.Key, "en");
        DraftEntity? above = null;
        for (uint id = 1; id <= 256; id++) above = draft.Add(above, "", id, $"Level {id}", EntityKind.Block);
        Assert.Equal(255, draft.Load()[255].Depth);

        draft.Add(above, "1A00", 257, "Too deep");
        var error = Assert.Throws<InvalidDataException>(draft.Compile);
        Assert.Equal("1A00 is 256 levels below its root; more than 255 cannot be.", error.Message);
    }

    private static string Names(IEnumerable<Entity> entities) =>
        string.Join(' ', entities.Select(entity => entity.Code.Length > 0 ? entity.Code : entity.BlockId));
}
