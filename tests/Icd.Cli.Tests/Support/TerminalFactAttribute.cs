namespace Icd.Cli.Tests.Support;

/// <summary>A test that needs util-linux' <c>script</c> for a terminal; skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TerminalFactAttribute : FactAttribute
{
    public TerminalFactAttribute()
    {
        if (!OperatingSystem.IsLinux() || !File.Exists("/usr/bin/script")) Skip = "There is no /usr/bin/script (util-linux) to give the tool a terminal.";
    }
}
