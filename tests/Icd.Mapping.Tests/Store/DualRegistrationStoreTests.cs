using FsCheck;
using FsCheck.Fluent;
using Icd.Core.Codes;
using Icd.Core.Expressions;
using Icd.Core.Releases;
using Icd.Embedded;
using Icd.Mapping.Dual;
using Icd.Mapping.Sqlite;

namespace Icd.Mapping.Tests.Store;

public class DualRegistrationStoreTests
{
    private static readonly string[] Codes = ["I10", "A17.0†", "G01*", "V0n0a", "S52.20", "E11.9", "O03.9"];
    private static readonly string[] Expressions = ["5A11", "NC32.2&XK8G", "NC32.2&XK8G/PA60&XE5NE", "1B11.0/1D01.0Z", "http://id.who.int/icd/release/11/mms/119724091"];

    private static readonly Gen<DualRegistration> Registrations =
        from side in Gen.Elements(CodingSide.Icd10, CodingSide.Icd11)
        from icd10 in Gen.ListOf(Gen.Elements(Codes.Select(code => Icd10Code.Parse(code)).ToArray()), 3)
        from count in Gen.Choose(side == CodingSide.Icd10 ? 1 : 0, 3)
        from icd11 in Gen.Elements(Expressions.Select(text => ClusterExpression.Parse(text)).ToArray())
        from hasIcd11 in Gen.Elements(true, false)
        from ticks in Gen.Choose(0, int.MaxValue)
        from offset in Gen.Choose(-14 * 60, 14 * 60)
        from relation in Gen.Elements(Enum.GetValues<MapRelation>())
        from provenance in Gen.Elements("", "WHO, row 7", "Æ ' \"; drop table diagnosis; --", "line\r\nbreak\ttab", "zero\0inside", "\ud83e\ude7a")
        from review in Gen.Elements(true, false)
        from month in Gen.Choose(1, 12)
        select new DualRegistration
        {
            Icd10 = [.. icd10.Take(count)],
            Icd11 = hasIcd11 || side == CodingSide.Icd11 ? icd11 : default,
            Entered = side,
            Edition = ReleaseId.Create(2026, 0),
            Release = ReleaseId.Create(2024, month),
            Time = new(DateTime.UnixEpoch.Ticks + (ticks * 12345L), TimeSpan.FromMinutes(offset)),
            Relation = relation,
            Provenance = provenance,
            NeedsReview = review,
        };

    [Fact]
    public void AddAndUpdate_AnyRegistrations_AreReadBackWithoutLoss()
    {
        using var temporary = new TemporaryStore(TemporaryStore.Starter);
        var two = from one in Registrations from other in Registrations select (one, other);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(150), Prop.ForAll(two.ToArbitrary(), pair =>
        {
            var added = temporary.Store.Add(pair.one);
            var updated = temporary.Store.Update(added.Id, 1, pair.other);
            var history = temporary.Store.History(added.Id);
            return history.SequenceEqual([added, updated]) && Same(pair.one, history[0].Registration) && Same(pair.other, history[1].Registration) && temporary.Store.Get(added.Id) == updated;
        }));
    }

    [Fact]
    public void Open_Again_HasWhatWasThere()
    {
        using var temporary = new TemporaryStore();
        var id = temporary.Add("A17.0† G01*", "1B11.0/1D01.0Z", TemporaryStore.Starter);
        var before = temporary.Store.Get(id);
        temporary.Reopen();
        Assert.Equal(before, temporary.Store.Get(id));
    }

    [Fact]
    public void Get_UnknownNumber_IsNull()
    {
        using var temporary = new TemporaryStore();
        Assert.Null(temporary.Store.Get(7));
        Assert.Empty(temporary.Store.History(7));
        var error = Assert.Throws<StoreException>(() => temporary.Store.Update(7, 1, TemporaryStore.Registration("I10", "BA00", ReleaseId.Create(2024, 1))));
        Assert.Equal((StoreProblem.NotFound, "There is no registration 7."), (error.Problem, error.Message));
    }

    [Fact]
    public void Update_OfAnOldVersion_IsRefusedAndNamesNoDiagnosis()
    {
        using var temporary = new TemporaryStore();
        var id = temporary.Add("I10", "BA00", TemporaryStore.Starter);
        var second = temporary.Store.Update(id, 1, TemporaryStore.Registration("I11.9", "BA01", ReleaseId.Create(2024, 1)));
        var error = Assert.Throws<StoreException>(() => temporary.Store.Update(id, 1, second.Registration));
        Assert.Equal((StoreProblem.Conflict, $"Registration {id} has version 2 by now, not 1. Read it again and decide anew."), (error.Problem, error.Message));
    }

    [Fact]
    public void Version_ChangedBehindTheStore_IsRefusedByTheDatabase()
    {
        using var temporary = new TemporaryStore();
        temporary.Add("I10", "BA00", TemporaryStore.Starter);
        using var connection = temporary.Raw();
        Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() => TemporaryStore.Scalar(connection, "update diagnosis_version set icd10 = 'I11'"));
    }

    [Fact]
    public void Add_IncompleteRegistration_NamesThePartOnly()
    {
        using var temporary = new TemporaryStore();
        var whole = TemporaryStore.Registration("I10", "BA00", ReleaseId.Create(2024, 1));
        foreach (var (wrong, message) in new (DualRegistration, string)[]
        {
            (whole with { Icd10 = [] }, "Entered names a side that is empty."),
            (whole with { Icd11 = default, Entered = CodingSide.Icd11 }, "Entered names a side that is empty."),
            (whole with { Icd10 = [default] }, "Icd10 is null or has a code that is none."),
            (whole with { Entered = 0 }, "Entered is neither side."),
            (whole with { Edition = default }, "Edition is not given."),
            (whole with { Release = default }, "Release is not given."),
            (whole with { Relation = (MapRelation)99 }, "Relation is none of the defined ones."),
            (whole with { Provenance = "\ud800" }, "Provenance has half of a surrogate pair, which is no text."),
        })
        {
            Assert.StartsWith(message, Assert.Throws<ArgumentException>(() => temporary.Store.Add(wrong)).Message, StringComparison.Ordinal);
        }

        Assert.Empty(temporary.Find(new()));
    }

    [Theory]
    [InlineData("I10", "I10", "1")]
    [InlineData("S52", "S52", "3 4")]
    [InlineData("S52.2", "S52.2", "3 4")]
    [InlineData("S52.20", "S52.20", "3")]
    [InlineData("A00", "B99", "2")]
    [InlineData("G01", "G01", "2")]
    [InlineData("A17.0*", "A17.0", "2")]
    [InlineData("V01", "Y98", "5")]
    [InlineData("E00", "E90", "")]
    public void Find_Icd10Range(string from, string to, string expected)
    {
        using var temporary = new TemporaryStore();
        foreach (var codes in (string[])["I10", "A17.0† G01*", "S52.20", "S52.21", "V0n0a"]) temporary.Add(codes, "BA00", TemporaryStore.Starter);

        Assert.Equal(expected, string.Join(' ', temporary.Find(new() { Icd10 = new(Icd10Code.Parse(from), Icd10Code.Parse(to)) })));
    }

    [Fact]
    public void Find_AfterUpdate_SeesWhatHoldsNow()
    {
        using var temporary = new TemporaryStore(TemporaryStore.Starter);
        var id = temporary.Add("I10", "BA00", TemporaryStore.Starter);
        temporary.Store.Update(id, 1, TemporaryStore.Registration("E11.9", "5A11", TemporaryStore.Starter.Key.ReleaseId));

        Assert.Empty(temporary.Find(new() { Icd10 = new(Icd10Code.Parse("I10")) }));
        Assert.Empty(temporary.Find(DiagnosisQuery.Below(Entity("BA00"))));
        Assert.Equal([id], temporary.Find(DiagnosisQuery.Below(Entity("5A11")) with { Icd10 = new(Icd10Code.Parse("E11")) }));
    }

    [Fact]
    public void Find_InPages_FindsAllOnce()
    {
        using var temporary = new TemporaryStore(TemporaryStore.Starter);
        for (var i = 0; i < 7; i++) temporary.Add("I10", i % 2 == 0 ? "BA00" : "5A11", TemporaryStore.Starter);
        var query = DiagnosisQuery.Below(Entity("BA00").Chapter);
        var first = temporary.Store.Find(query, limit: 3).Registrations;
        var second = temporary.Store.Find(query, first[^1].Id, 3).Registrations;
        Assert.Equal([1L, 3, 5, 7], first.Concat(second).Select(stored => stored.Id));
        Assert.Throws<ArgumentOutOfRangeException>(() => temporary.Store.Find(query, limit: 0));
    }

    [Fact]
    public void Icd10Range_OfEveryChapterAndBlock_HoldsItsCodesAndNoOthers()
    {
        if (new ReleaseCatalog(Path.Combine(Path.GetTempPath(), "no such directory"), EmbeddedReleases.All).Newest(Classification.Icd10) is not { } edition) return;
        var codes = edition.Entities.Where(entity => entity.Kind == EntityKind.Category).ToList();
        Assert.InRange(codes.Count, 10_000, int.MaxValue);
        foreach (var group in edition.Entities.Where(entity => entity.Kind != EntityKind.Category && entity.DescendantCount > 0))
        {
            var range = Icd10Range.Of(group);
            foreach (var code in codes)
            {
                var text = code.Icd10Code.ToString("N", null);
                Assert.True(group.Contains(code) == (string.CompareOrdinal(text, range.Lower) >= 0 && string.CompareOrdinal(text, range.Upper) < 0), $"{code.Code} in {group}");
            }
        }
    }

    [Fact]
    public void Queries_OfTheWrongKind_AreRefused()
    {
        var value = Entity("XN275");
        Assert.Throws<ArgumentException>(() => new StemQuery(value));
        Assert.Throws<ArgumentException>(() => new StemQuery(null));
        Assert.Throws<ArgumentException>(() => new ValueQuery(null));
        Assert.Throws<ArgumentException>(() => new ValueQuery(value, "lateralty"));
        Assert.Throws<ArgumentException>(() => new Icd10Range(Icd10Code.Parse("B00"), Icd10Code.Parse("A00")));
        Assert.Throws<ArgumentException>(() => Icd10Range.Of(value));
    }

    private static Entity Entity(string code) => TemporaryStore.Starter.TryFind(code, out var entity) ? entity : throw new InvalidOperationException(code);

    /// <summary>Equal, and the time with the same offset, which equality of times passes over.</summary>
    private static bool Same(DualRegistration one, DualRegistration other) =>
        one == other && one.Time.Offset == other.Time.Offset && one.Icd10.Select(code => code.Mark).SequenceEqual(other.Icd10.Select(code => code.Mark));
}
