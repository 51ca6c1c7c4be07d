using System.Globalization;
using System.Text;
using Icd.Core.Releases;
using Icd.Mapping.Sqlite;
using Icd.Mapping.Tests.Support;
using Icd.Tests;
using Microsoft.Data.Sqlite;

namespace Icd.Mapping.Tests.Store;

/// <summary>The tables and queries of <c>docs/storage.md</c> in a real PostgreSQL, over the rows that the embedded store writes.</summary>
public class StorageDocumentTests
{
    private static readonly string[] Tables = ["diagnosis", "diagnosis_version", "diagnosis_icd10", "icd_release", "icd_entity", "diagnosis_member"];

    [PostgreSqlFact]
    public void PostgreSql_FindsWhatTheEmbeddedStoreFinds()
    {
        var corpus = new MeaningSearchTests.Corpus();
        using var temporary = corpus.Stored();
        var (early, late) = (RealCrosswalk.Instance.Release, RealCrosswalk.Later.Release);
        temporary.Store.Use(late);
        foreach (var (icd10, icd11) in ((string, string)[])[("Z95.3", "QB50.24"), ("A17.0† G01*", "1B11.0/1D01.0Z"), ("V0n0a", "NC32.2&XK8G"), ("I10", "")]) temporary.Add(icd10, icd11, late);
        var blocks = SqlBlocks();
        using var server = PostgreSqlServer.Start();
        server.Query(blocks[0]);
        foreach (var table in Tables) server.Query(Rows(temporary, table));

        foreach (var (stem, value, axis) in ((string, string, string)[])[("NC32", "XK8G", "laterality"), ("NC32", "XK9K", "laterality"), ("CA40", "XN275", "infectiousAgent"), ("QB50.3", "XK8G", "laterality")])
        {
            var (stemEntity, valueEntity) = (Find(early, stem), Find(early, value));
            foreach (var above in stemEntity.Ancestors.Where(above => above.Id != 0).Prepend(stemEntity))
            {
                foreach (var wider in valueEntity.Ancestors.Where(above => above.Id != 0).Prepend(valueEntity))
                {
                    var sql = blocks[1].Replace(":stem_id", Text(above.Id), StringComparison.Ordinal).Replace(":stem_residual", Text((int)above.Residual), StringComparison.Ordinal)
                        .Replace(":value_id", Text(wider.Id), StringComparison.Ordinal).Replace(":value_residual", Text((int)wider.Residual), StringComparison.Ordinal).Replace(":axis", $"'{axis}'", StringComparison.Ordinal);
                    Assert.Equal(temporary.Find(new() { Stems = [new(above, new ValueQuery(wider, axis))] }), Ids(server.Query(sql)));
                }
            }
        }

        Assert.NotEmpty(temporary.Find(new() { Stems = [new(Find(early, "NC32").Chapter, new ValueQuery(Find(early, "XK8G"), "laterality"))] }));
        foreach (var (from, to, count) in ((string, string, int)[])[("A00", "B99", 1), ("V01", "Y98", 1), ("I10", "I10", 1), ("E00", "E90", 0)])
        {
            var range = new Icd10Range(Core.Codes.Icd10Code.Parse(from), Core.Codes.Icd10Code.Parse(to));
            var ids = Ids(server.Query(blocks[2].Replace(":from_code", $"'{from}'", StringComparison.Ordinal).Replace(":to_code", $"'{to}~'", StringComparison.Ordinal)));
            Assert.Equal(count, ids.Count);
            Assert.Equal(temporary.Find(new() { Icd10 = range }), ids);
        }
    }

    /// <summary>Tables of the document and of the store have the same columns, for SQL Server as well.</summary>
    [Theory]
    [InlineData("## PostgreSQL", "## SQL Server")]
    [InlineData("## SQL Server", null)]
    public void Document_HasTheStoresColumns(string from, string? to)
    {
        var sql = SqlBlocks(from, to)[0];
        using var temporary = new TemporaryStore();
        using var connection = temporary.Raw();
        foreach (var table in Tables)
        {
            var start = sql.IndexOf($"create table {table} (", StringComparison.Ordinal);
            Assert.True(start >= 0, table);
            var body = sql[start..sql.IndexOf("\n);", start, StringComparison.Ordinal)].Split('\n').Skip(1);
            var columns = body.Select(line => line.Trim().Split(' ')[0]).Where(word => word is not ("primary" or "check"));
            Assert.Equal(TemporaryStore.Scalar(connection, $"select group_concat(name) from pragma_table_info('{table}')").Split(','), columns);
        }
    }

    private static string[] SqlBlocks(string from = "## PostgreSQL", string? to = "## SQL Server")
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Icd.slnx"))) folder = folder.Parent!;
        var text = File.ReadAllText(Path.Combine(folder.FullName, "docs", "storage.md")).ReplaceLineEndings("\n");
        var start = text.IndexOf(from, StringComparison.Ordinal);
        var section = to is null ? text[start..] : text[start..text.IndexOf(to, start, StringComparison.Ordinal)];
        return [.. section.Split("```sql\n").Skip(1).Select(block => block[..block.IndexOf("```", StringComparison.Ordinal)])];
    }

    private static string Rows(TemporaryStore temporary, string table)
    {
        using var connection = temporary.Raw();
        using var command = new SqliteCommand($"select * from {table}", connection);
        using var rows = command.ExecuteReader();
        var names = string.Join(", ", Enumerable.Range(0, rows.FieldCount).Select(rows.GetName));
        var sql = new StringBuilder();
        while (rows.Read())
        {
            var values = Enumerable.Range(0, rows.FieldCount).Select(i => rows.GetValue(i) switch
            {
                DBNull => "null",
                long number => Text(number),
                var value => $"'{((string)value).Replace("'", "''", StringComparison.Ordinal)}'",
            });
            sql.Append(sql.Length == 0 ? $"insert into {table} ({names}) values\n" : ",\n").Append('(').AppendJoin(", ", values).Append(')');
        }

        return sql.Append(";\n").ToString();
    }

    private static Entity Find(Release release, string code) => release.TryFind(code, out var entity) ? entity : throw new InvalidOperationException(code);

    private static List<long> Ids(string rows) => [.. rows.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => long.Parse(line, CultureInfo.InvariantCulture))];

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
