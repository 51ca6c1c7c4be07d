namespace Icd.Cli.Tests.Support;

/// <summary>A test that types into a shell of that name on a terminal; skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ShellFactAttribute : FactAttribute
{
    public ShellFactAttribute(string shell)
    {
        if (!File.Exists("/usr/bin/script") || !(Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, shell))))
            Skip = $"There is no {shell} on the PATH, or no /usr/bin/script (util-linux) to give it a terminal.";
    }
}
