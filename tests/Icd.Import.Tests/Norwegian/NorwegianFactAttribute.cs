using Icd.Import.Tests.Support;

namespace Icd.Import.Tests.Norwegian;

/// <summary>A test on the Norwegian package: skipped where the build had no Node.js, failing where CI demands it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NorwegianFactAttribute : FactAttribute
{
    public NorwegianFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("CI") != "true" && !Directory.Exists(Repository.NorwegianPackage))
            Skip = $"@navikt/diagnosekoder is not at {Repository.NorwegianPackage}: this build had no Node.js.";
    }
}
