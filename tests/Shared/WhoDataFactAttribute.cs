namespace Icd.Tests;

/// <summary>A test on WHO's real files: skipped with a reason where they are missing, failing where CI demands them.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class WhoDataFactAttribute : FactAttribute
{
    public WhoDataFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("CI") != "true") Skip = WhoData.WhyMissing;
    }
}

/// <inheritdoc cref="WhoDataFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class WhoDataTheoryAttribute : TheoryAttribute
{
    public WhoDataTheoryAttribute()
    {
        if (Environment.GetEnvironmentVariable("CI") != "true") Skip = WhoData.WhyMissing;
    }
}
