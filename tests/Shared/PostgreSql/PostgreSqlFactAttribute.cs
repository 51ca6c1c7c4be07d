namespace Icd.Tests;

/// <summary>A test that starts a PostgreSQL of its own; skipped where the machine has none, or no release files.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PostgreSqlFactAttribute : FactAttribute
{
    public PostgreSqlFactAttribute() =>
        Skip = PostgreSqlServer.WhyMissing ?? (Environment.GetEnvironmentVariable("CI") != "true" ? WhoData.WhyMissing : null);
}
