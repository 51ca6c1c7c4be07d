using Icd.Mapping.Sqlite;
using Microsoft.Data.Sqlite;

namespace Icd.Mapping.Tests.Store;

/// <summary>Files that are older, newer, or not ours.</summary>
public class StoreFileTests
{
    private static readonly string[] WithOneMore = [.. StoreSchema.Scripts, "create table later (value text) strict;"];

    [Fact]
    public void Open_NewFile_HasTheVersionOfTheScriptsAndWritesAhead()
    {
        using var temporary = new TemporaryStore();
        using var connection = temporary.Raw();
        Assert.Equal(StoreSchema.Scripts.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), TemporaryStore.Scalar(connection, "pragma user_version"));
        Assert.Equal("wal", TemporaryStore.Scalar(connection, "pragma journal_mode"));
    }

    [Fact]
    public void Migrate_OlderFile_KeepsItsRegistrations()
    {
        using var temporary = new TemporaryStore(TemporaryStore.Starter);
        var id = temporary.Add("I10", "BA00", TemporaryStore.Starter);
        using var connection = temporary.Raw();

        StoreSchema.Migrate(connection, WithOneMore);
        StoreSchema.Migrate(connection, WithOneMore);

        Assert.Equal("2", TemporaryStore.Scalar(connection, "pragma user_version"));
        Assert.Equal("0", TemporaryStore.Scalar(connection, "select count(*) from later"));
        Assert.Equal("BA00", temporary.Store.Get(id)!.Registration.Icd11.ToString());
    }

    [Fact]
    public void Migrate_StepThatFails_LeavesTheFileAsItWas()
    {
        using var temporary = new TemporaryStore();
        using var connection = temporary.Raw();

        Assert.Throws<SqliteException>(() => StoreSchema.Migrate(connection, [.. StoreSchema.Scripts, "create table later (value text) strict; nonsense;"]));

        Assert.Equal("1", TemporaryStore.Scalar(connection, "pragma user_version"));
        Assert.Equal("0", TemporaryStore.Scalar(connection, "select count(*) from sqlite_schema where name = 'later'"));
    }

    [Fact]
    public void Open_LaterVersion_IsRefusedAndLeftAlone()
    {
        using var temporary = new TemporaryStore();
        using (var connection = temporary.Raw()) StoreSchema.Migrate(connection, WithOneMore);

        var error = Assert.Throws<StoreException>(() => temporary.Reopen());

        Assert.Equal(StoreProblem.TooNew, error.Problem);
        Assert.Equal($"{temporary.Path} has version 2 of the store's tables; this toolkit knows 1. Update the toolkit; nothing was changed.", error.Message);
    }

    [Fact]
    public void Open_AnotherProgramsDatabase_IsRefused()
    {
        using var temporary = TemporaryStore.Empty();
        using (var connection = temporary.Raw()) TemporaryStore.Scalar(connection, "create table patient (name text)");

        Assert.Equal(StoreProblem.NotAStore, Assert.Throws<StoreException>(() => temporary.Reopen()).Problem);
    }

    [Fact]
    public void Open_NoDatabase_IsRefused()
    {
        using var temporary = TemporaryStore.Empty();
        File.WriteAllText(temporary.Path, new string('x', 5000));

        Assert.Equal(StoreProblem.NotAStore, Assert.Throws<StoreException>(() => temporary.Reopen()).Problem);
        Assert.Equal(5000, new FileInfo(temporary.Path).Length);
    }

    [Fact]
    public void Open_MissingFolder_IsRefused()
    {
        using var temporary = TemporaryStore.Empty();
        var error = Assert.Throws<StoreException>(() => DualRegistrationStore.Open(Path.Combine(Path.GetDirectoryName(temporary.Path)!, "missing", "dual.db")));
        Assert.Equal(StoreProblem.CannotOpen, error.Problem);
    }
}
