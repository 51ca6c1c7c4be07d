using Icd.Core.Codes;
using Icd.Core.Releases;

namespace Icd.Core.Tests.Releases;

public class ReleaseCompilerTests
{
    private static readonly ReleaseSource Unknown = new(SourceKind.Authored, "unknown.tsv", "en", "", "");

    [Fact]
    public void Compile_SameDraft_GivesTheSameBytes() => Assert.Equal(Sample.Draft().Compile(), Sample.Draft().Compile());

    [Fact]
    public void Compile_SameDraftTwice_GivesTheSameBytes()
    {
        var draft = Sample.Draft();
        Assert.Equal(draft.Compile(), draft.Compile());
    }

    [Fact]
    public void From_CompiledRelease_CompilesToTheSameBytes()
    {
        var bytes = Sample.Draft().Compile();
        Assert.Equal(bytes, ReleaseDraft.From(Release.Load(bytes)).Compile());
    }

    [Fact]
    public void From_EntitiesAddedInAnotherOrder_CompilesToTheSameBytes()
    {
        var draft = Sample.Empty(Sample.Key, "en");
        var (first, second) = (draft.Add(null, "01", 1, "First", EntityKind.Chapter), draft.Add(null, "02", 2, "Second", EntityKind.Chapter));
        // Breadth first, as a file may have it; compiled depth first.
        draft.Add(second, "2A00", 3, "Below the second");
        draft.Add(first, "1A00", 4, "Below the first");
        var bytes = draft.Compile();
        var release = Release.Load(bytes);
        Assert.Equal(["01", "1A00", "02", "2A00"], release.Entities.Select(entity => entity.Code));
        Assert.Equal(bytes, ReleaseDraft.From(release).Compile());
    }

    [Fact]
    public void ContentHash_OtherSources_IsTheSame()
    {
        var renamed = new ReleaseSource(SourceKind.WhoApi, "http://localhost", "no", "other version", "");
        Assert.NotEqual(Sample.Draft().Compile(), Sample.Draft(renamed).Compile());
        Assert.Equal(Sample.Draft().Load().ContentHash, Sample.Draft(renamed).Load().ContentHash);
    }

    public static TheoryData<Action<ReleaseDraft>, string> Changes => new()
    {
        { draft => draft.Entities[2].Titles["en"] = "Type one", "title" },
        { draft => draft.Entities[2].Titles["nb"] = "Type 1", "title in another language" },
        { draft => draft.Entities[2].Code = "5A12", "code" },
        { draft => draft.Entities[2].Id = 99, "id" },
        { draft => draft.Entities[5].Residual = Residual.None, "residual" },
        { draft => draft.Entities[1].BlockId = "BlockL1-5A2", "block id" },
        { draft => draft.Entities[1].Kind = EntityKind.Category, "kind" },
        { draft => draft.Entities[2].Traits ^= EntityTraits.PrimaryTabulation, "trait" },
        { draft => draft.Entities[3].Terms.RemoveAt(0), "term" },
        { draft => draft.Entities[3].Terms.Reverse(), "order of terms" },
        { draft => draft.Entities[3].Scales[0] = draft.Entities[3].Scales[0] with { IsRequired = false }, "scale" },
        { draft => draft.Entities[3].Scales[0] = draft.Entities[3].Scales[0] with { Roots = [Sample.Uri(22)] }, "scale root" },
        { draft => draft.Add(draft.Roots[1]), "another entity" },
        { draft => draft.Languages.Reverse(), "default language" },
    };

    [Theory, MemberData(nameof(Changes))]
    public void ContentHash_ContentChanged_Differs(Action<ReleaseDraft> change, string why)
    {
        var draft = Sample.Draft();
        if (why == "residual") draft.Entities[5].Id = 98;
        var before = draft.Load().ContentHash;
        change(draft);
        Assert.True(before != draft.Load().ContentHash, why);
    }

    [Fact]
    public void ContentHash_KeyOrTitleChanged_Differs()
    {
        string[] hashes =
        [
            new ReleaseDraft(Sample.Key, "one").Load().ContentHash,
            new ReleaseDraft(Sample.Key, "two").Load().ContentHash,
            new ReleaseDraft(Sample.StarterKey, "one").Load().ContentHash,
            new ReleaseDraft(Sample.Key with { ReleaseId = ReleaseId.Create(2024, 2) }, "one").Load().ContentHash,
            new ReleaseDraft(Sample.Key with { Classification = Classification.Icf }, "one").Load().ContentHash,
        ];
        Assert.Equal(hashes.Length, hashes.Distinct().Count());
    }

    public static TheoryData<Action<ReleaseDraft>, string> Mistakes => new()
    {
        { draft => draft.Entities[3].Code = "5a10", "Two entities have the code 5a10: 'Type 1' and 'Type 2'." },
        { draft => draft.Entities[3].Id = 12, "Two entities have the id 12: 5A10 and 5a11." },
        { draft => draft.Entities[6].Residual = Residual.Other, "Two entities have the id 11/other: 5A1Y and 5A1Z." },
        { draft => draft.Entities[1].Id = 10, "Two entities have the id 10: 05 and BlockL1-5A1." },
        { draft => draft.Entities[2].Code = "E11.9", "'E11.9' is not a code of ICD-11 MMS." },
        {
            draft => draft.Entities[3].Scales[0] = draft.Entities[3].Scales[0] with { Roots = [Sample.Uri(99)] },
            "The axis laterality of 5a11 points to http://id.who.int/icd/release/11/mms/99, which the release does not have."
        },
        {
            draft => draft.Entities[3].Scales[0] = draft.Entities[3].Scales[0] with { Roots = [Sample.Uri(13, Residual.Other)] },
            "The axis laterality of 5a11 points to http://id.who.int/icd/release/11/mms/13/other, which the release does not have."
        },
        {
            draft => draft.Entities[2].Terms.Add(new(TermKind.Synonym, "sv", "typ 1", default, Sample.Tabulation)),
            "A term is in the language 'sv', which is not among the release's languages."
        },
        {
            draft => draft.Entities[2].Terms.Add(new(TermKind.Synonym, "en", "type one", default, Unknown)),
            "A part of the release comes from 'unknown.tsv', which is not among its sources."
        },
        {
            draft => draft.Entities[3].Scales[0] = draft.Entities[3].Scales[0] with { Source = Unknown },
            "A part of the release comes from 'unknown.tsv', which is not among its sources."
        },
    };

    [Theory, MemberData(nameof(Mistakes))]
    public void Compile_ContradictoryDraft_ThrowsAndNamesBoth(Action<ReleaseDraft> mistake, string message)
    {
        var draft = Sample.Draft();
        mistake(draft);
        Assert.Equal(message, Assert.Throws<InvalidDataException>(draft.Compile).Message);
    }

    [Fact]
    public void Compile_ThousandsOfEntities_AreAllFound()
    {
        // Enough that keys collide in the hash tables.
        var draft = Sample.Empty(Sample.Key, "en");
        var chapter = draft.Add(null, "01", 1, "Chapter", EntityKind.Chapter);
        for (uint i = 0; i < 5000; i++) draft.Add(chapter, $"{(char)('A' + (i / 1000))}A{i / 100 % 10}{i / 10 % 10}.{i % 10}", i + 2, $"Entity {i}");
        var release = draft.Load();
        Assert.Equal(5001, release.Count);
        foreach (var entity in release.Entities)
            Assert.True(release.TryFind(entity.Code, out var byCode) && byCode == entity && release.TryFind(entity.Uri, out var byUri) && byUri == entity);
    }
}
