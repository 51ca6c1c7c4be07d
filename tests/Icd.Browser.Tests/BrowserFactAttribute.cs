using Icd.Tests;

namespace Icd.Browser.Tests;

/// <summary>A test in a real browser over WHO's release: skipped with a reason where either is missing, failing where CI demands both.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Why;

    /// <summary>Why there is nothing to test with; <see langword="null"/> where there is, or where CI wants to see the failure.</summary>
    public static string? Why { get; } = Environment.GetEnvironmentVariable("CI") == "true" ? null
        : Chromium.Executable is null ? "There is no Chromium; install it (apt-get install chromium) or name it in ICD_CHROMIUM."
        : WhoData.WhyMissing;
}

/// <inheritdoc cref="BrowserFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = BrowserFactAttribute.Why;
}
