namespace Icd.Mapping.Export;

/// <summary>Writes a crosswalk as CSV (RFC 4180) or as SQL.</summary>
public static class TableExport
{
    private const int RowsPerInsert = 500;

    /// <summary>A header and a row for each code of the edition; lines end with CRLF.</summary>
    public static void WriteCsv(Crosswalk crosswalk, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(crosswalk);
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write("icd10,icd11,relation,review,lost,provenance\r\n");
        foreach (var row in CrosswalkRow.All(crosswalk))
            writer.Write($"{row.Icd10},{row.Icd11},{Relation(row)},{(row.NeedsReview ? 1 : 0)},{Quoted(row.Lost)},{Quoted(row.Provenance)}\r\n");
    }

    /// <summary>A table and inserts that PostgreSQL and SQL Server both take. Codes of Norwegian ICD-10 differ in case, so give the columns a binary collation.</summary>
    public static void WriteSql(Crosswalk crosswalk, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(crosswalk);
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write($"-- {crosswalk.Edition.Key} to {crosswalk.Release.Key}. Not originating from WHO or Helsedirektoratet; see NOTICE.\n");
        writer.Write("create table icd10_to_icd11 (\n    icd10 varchar(5) not null primary key,\n    icd11 varchar(255),\n    relation varchar(32),\n    review smallint not null,\n    lost varchar(4000) not null,\n    provenance varchar(4000) not null\n);\n");
        var written = 0;
        foreach (var row in CrosswalkRow.All(crosswalk))
        {
            writer.Write(written % RowsPerInsert == 0 ? $"{(written > 0 ? ";\n" : "")}insert into icd10_to_icd11 (icd10, icd11, relation, review, lost, provenance) values\n" : ",\n");
            writer.Write($"({Literal(row.Icd10)}, {(row.Icd11.Length > 0 ? Literal(row.Icd11) : "null")}, {(row.Relation == MapRelation.Unknown ? "null" : Literal(Relation(row)))}, {(row.NeedsReview ? 1 : 0)}, {Literal(row.Lost)}, {Literal(row.Provenance)})");
            written++;
        }

        if (written > 0) writer.Write(";\n");
    }

    private static string Relation(CrosswalkRow row) => row.Relation == MapRelation.Unknown ? "" : row.Relation.Code();

    private static string Quoted(string text) => text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>N before the quote makes Norwegian letters safe in SQL Server; PostgreSQL reads it too.</summary>
    private static string Literal(string text) => $"N'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
