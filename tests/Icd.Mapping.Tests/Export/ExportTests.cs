using System.Text;
using System.Text.Json;
using Icd.Core.Codes;
using Icd.Mapping.Export;
using Icd.Mapping.Tests.Support;
using Icd.Tests;

namespace Icd.Mapping.Tests.Export;

public class ExportTests
{
    [WhoDataTheory]
    [InlineData(FhirVersion.R4)]
    [InlineData(FhirVersion.R5)]
    public void ConceptMap_EveryCode_HasATargetInTheVersionsVocabularyOrNone(FhirVersion version)
    {
        using var stream = new MemoryStream();
        ConceptMapExport.Write(RealCrosswalk.Instance, version, stream);
        var group = Assert.Single(JsonElement.Parse(stream.ToArray()).GetProperty("group").EnumerateArray());
        var elements = group.GetProperty("element").EnumerateArray().ToList();

        Assert.Equal(19_634, elements.Count);
        string[] vocabulary = version == FhirVersion.R4
            ? ["equivalent", "wider", "narrower", "relatedto", "unmatched"]
            : ["equivalent", "source-is-narrower-than-target", "source-is-broader-than-target", "related-to"];
        foreach (var element in elements)
        {
            var answer = RealCrosswalk.Map(element.GetProperty("code").GetString()!);
            if (version == FhirVersion.R5 && !answer.HasTarget)
            {
                Assert.True(element.GetProperty("noMap").GetBoolean());
                Assert.False(element.TryGetProperty("target", out _));
                continue;
            }

            var target = Assert.Single(element.GetProperty("target").EnumerateArray());
            Assert.Contains(target.GetProperty(version == FhirVersion.R4 ? "equivalence" : "relationship").GetString(), vocabulary);
            Assert.Equal(answer.HasTarget ? answer.Expression.ToString() : null, target.TryGetProperty("code", out var code) ? code.GetString() : null);
        }
    }

    [WhoDataFact]
    public void Csv_HasARowForEveryCodeWithTheSameTarget()
    {
        using var writer = new StringWriter();
        TableExport.WriteCsv(RealCrosswalk.Instance, writer);
        var lines = writer.ToString().Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal("icd10,icd11,relation,review,lost,provenance", lines[0]);
        Assert.Equal(19_634, lines.Length - 1);
        foreach (var line in lines.Skip(1).Where((_, i) => i % 97 == 0))
        {
            var cells = line.Split(',');
            var answer = RealCrosswalk.Instance.Map(Icd10Code.Parse(cells[0]));
            Assert.Equal(answer.HasTarget ? answer.Expression.ToString() : "", cells[1]);
            Assert.Equal(answer.Relation.Code(), cells[2]);
        }
    }

    [WhoDataFact]
    public void Sql_HasEveryCodeOnceAndClosesEveryLiteral()
    {
        using var writer = new StringWriter();
        TableExport.WriteSql(RealCrosswalk.Instance, writer);
        var sql = writer.ToString();

        var rows = sql.Split('\n').Where(line => line.StartsWith("(N'", StringComparison.Ordinal)).ToList();
        Assert.Equal(19_634, rows.Count);
        Assert.Equal(19_634, rows.Select(row => row[3..row.IndexOf('\'', 3)]).Distinct().Count());
        Assert.All(rows, row => Assert.Equal(0, row.Count(character => character == '\'') % 2));
        Assert.Equal((rows.Count + 499) / 500, sql.Split("insert into").Length - 1);
        Assert.True(Encoding.UTF8.GetByteCount(sql) < 20_000_000);
    }
}
