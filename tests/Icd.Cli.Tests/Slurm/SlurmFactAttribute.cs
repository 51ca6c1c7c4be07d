using System.Runtime.Versioning;

namespace Icd.Cli.Tests.Slurm;

/// <summary>A test on a real Slurm (Debian's slurm-wlm and munge): skipped with a reason where it is missing, failing where CI demands it.</summary>
[AttributeUsage(AttributeTargets.Method)]
[SupportedOSPlatform("linux")]
internal sealed class SlurmFactAttribute : FactAttribute
{
    public SlurmFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("CI") != "true" && SlurmNode.Missing is { } program) Skip = $"There is no {program}: apt-get install slurm-wlm munge.";
    }
}
