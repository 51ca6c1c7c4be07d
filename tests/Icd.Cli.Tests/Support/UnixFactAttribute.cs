namespace Icd.Cli.Tests.Support;

/// <summary>A test of a shell script; skipped on Windows.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute()
    {
        if (OperatingSystem.IsWindows()) Skip = "Windows has no sh.";
    }
}
