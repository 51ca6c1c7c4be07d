using Icd.Core.Codes;
using Icd.Mapping.Export;
using Icd.Mapping.Tests.Support;
using Icd.Tests;

namespace Icd.Mapping.Tests.Export;

/// <summary>The SQL export in a real database.</summary>
public class PostgreSqlTests
{
    [PostgreSqlFact]
    public void Sql_JoinedWithATableOfDiagnoses_GivesWhatTheCrosswalkGives()
    {
        using var server = PostgreSqlServer.Start();
        using var export = new StringWriter();
        TableExport.WriteSql(RealCrosswalk.Instance, export);
        server.Query(export.ToString());
        var codes = RealCrosswalk.Instance.Codes.Where((_, i) => i % 13 == 0).ToList();
        server.Query("create table diagnosis (id int, icd10 varchar(5));\ninsert into diagnosis values\n" + string.Join(",\n", codes.Select((code, i) => $"({i}, '{code.ToString("N", null)}')")) + ";\n");

        var rows = server.Query("select d.icd10, c.icd11, c.relation, c.review from diagnosis d left join icd10_to_icd11 c on c.icd10 = d.icd10 order by d.id;")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')).ToList();

        Assert.Equal(codes.Count, rows.Count);
        foreach (var row in rows)
        {
            var answer = RealCrosswalk.Instance.Map(Icd10Code.Parse(row[0]));
            Assert.Equal([answer.HasTarget ? answer.Expression.ToString() : "NULL", answer.Relation.Code(), answer.NeedsReview ? "1" : "0"], row[1..]);
        }

        Assert.Equal("19634", server.Query("select count(*) from icd10_to_icd11;").Trim());
    }
}
