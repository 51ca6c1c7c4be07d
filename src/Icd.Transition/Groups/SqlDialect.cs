namespace Icd.Transition.Groups;

/// <summary>The database whose SQL is written.</summary>
public enum SqlDialect
{
    /// <summary>PostgreSQL 12 or newer.</summary>
    PostgreSql = 1,

    /// <summary>SQL Server 2016 or newer (compatibility level 130, for <c>string_split</c>).</summary>
    SqlServer = 2,
}
