using System.Globalization;
using Icd.Core.Codes;
using Icd.Core.Releases;
using Microsoft.Data.Sqlite;

namespace Icd.Mapping.Sqlite;

/// <summary>Turns a query into SQL over the positions of members. All that comes from the caller is a parameter.</summary>
internal static class QuerySql
{
    /// <summary>The numbers of the diagnoses that meet a query, each part answered by an index of its own.</summary>
    public static string Ids(DiagnosisQuery query, SqliteCommand command)
    {
        var parts = new List<string>();
        if (query.Icd10 is { } range)
            parts.Add($"select diagnosis from diagnosis_icd10 where code >= {Parameter(command, range.Lower)} and code < {Parameter(command, range.Upper)}");
        if (query.Stems.Count > 0) parts.Add(Stems(query.Stems, command));
        return parts.Count == 0 ? "select id from diagnosis" : string.Join("\nintersect\n", parts);
    }

    /// <summary>The entities of a query that must be there or must not.</summary>
    public static IEnumerable<Entity> Entities(DiagnosisQuery query) =>
        query.Stems.SelectMany(stem => stem.Values.Select(value => value.Value).Prepend(stem.Stem)).OfType<Entity>();

    /// <summary>The releases in the store that lack an entity.</summary>
    public static string ReleasesWithout(Entity entity, SqliteCommand command) =>
        $"select r.release from icd_release r where not exists (select 1 from icd_entity e where {Identity(entity, command)} and e.release = r.release)";

    private static string Stems(IReadOnlyList<StemQuery> stems, SqliteCommand command)
    {
        // Two that are asked for are met by two different stems.
        var sql = "select s0.diagnosis from (" + Stem(stems[0], command) + ") s0";
        for (var i = 1; i < stems.Count; i++)
        {
            sql += $"\njoin ({Stem(stems[i], command)}) s{i} on s{i}.diagnosis = s0.diagnosis";
            for (var j = 0; j < i; j++) sql += $" and s{i}.stem <> s{j}.stem";
        }

        return sql;
    }

    private static string Stem(StemQuery query, SqliteCommand command)
    {
        var isValue = 0;
        var lead = query.Stem;
        var values = query.Values.ToList();
        // Without a stem the search starts at a value: few diagnoses have it, all have stems.
        if (lead is null && values.Find(value => value is { IsAbsent: false, Value: not null }) is { } first)
        {
            (isValue, lead) = (1, first.Value);
            if (first.Axis is null) values.Remove(first);
        }

        var sql = lead is { } entity
            ? $"select distinct m.diagnosis, m.stem from icd_entity e cross join diagnosis_member m where {Identity(entity, command)} and m.release = e.release and m.node between e.node and e.last and m.is_value = {isValue}"
            : "select distinct m.diagnosis, m.stem from diagnosis_member m where m.is_value = 0";
        foreach (var value in values) sql += Value(value, command);
        return sql;
    }

    private static string Value(ValueQuery query, SqliteCommand command)
    {
        var from = query.Value is null ? "diagnosis_member v" : "diagnosis_member v cross join icd_entity e";
        var sql = $"\nand {(query.IsAbsent ? "not " : "")}exists (select 1 from {from} where v.diagnosis = m.diagnosis and v.stem = m.stem and v.is_value = 1";
        if (query.Value is { } entity) sql += $" and {Identity(entity, command)} and e.release = v.release and v.node between e.node and e.last";
        if (query.Axis is { } axis)
        {
            var name = Parameter(command, axis);
            // Where the value itself is named, one that sits on no axis, or that a stem implies, says it too.
            sql += query.Value is null ? $" and v.axis = {name}" : $" and (v.axis = {name} or v.axis is null or v.is_written = 0)";
        }

        return sql + ")";
    }

    /// <summary>What an entity is in any release; an "unspecified" stem is its parent, as it is among the members.</summary>
    private static string Identity(Entity entity, SqliteCommand command) =>
        $"e.id = {Parameter(command, (long)entity.Id)} and e.residual = {Parameter(command, (int)(entity.Residual == Residual.Unspecified && !entity.IsExtension ? Residual.None : entity.Residual))}";

    private static string Parameter(SqliteCommand command, object value)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"@p{command.Parameters.Count}");
        command.Parameters.AddWithValue(name, value);
        return name;
    }
}
