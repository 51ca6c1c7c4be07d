using System.Diagnostics;

namespace Icd.Import.Tests.Support;

/// <summary>Another process.</summary>
internal static class Child
{
    /// <summary>Starts <c>icd</c> as built with these tests.</summary>
    public static Process Icd(params string[] arguments) => DotNet("icd.dll", arguments);

    /// <summary>Starts a .NET program that lies beside the tests.</summary>
    public static Process DotNet(string assembly, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["exec", Path.Combine(AppContext.BaseDirectory, assembly), .. arguments]) start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    /// <summary>Waits for the end, and gives exit code and both outputs.</summary>
    public static async Task<(int ExitCode, string Output)> EndAsync(this Process process)
    {
        using (process)
        {
            var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync();
            return (process.ExitCode, await output + await error);
        }
    }
}
