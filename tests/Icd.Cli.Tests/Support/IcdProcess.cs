using System.Diagnostics;
using System.Text;

namespace Icd.Cli.Tests.Support;

/// <summary>Runs the built tool as what it is: a program of its own, with streams and an environment.</summary>
internal static class IcdProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Strict: output that is not UTF-8 fails the test that reads it.</summary>
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>What of the developer's own environment would change the tool's answers.</summary>
    private static readonly string[] Cleared =
        ["ICD_DATA", "ICD_CLIENT_ID", "ICD_CLIENT_SECRET", "LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "TERM", "GITHUB_ACTIONS"];

    private static string Dotnet => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host : "dotnet";

    private static string Tool { get; } = Find();

    /// <summary>Where the tool lies, with all that it needs.</summary>
    public static string Folder => Path.GetDirectoryName(Tool)!;

    /// <summary>Runs with nothing but what the program carries: no data directory, English.</summary>
    public static IcdResult Run(params string[] args) => Run(args, stdin: "");

    public static IcdResult Run(string[] args, string stdin, params (string Name, string? Value)[] environment) =>
        Start(Dotnet, ["exec", Tool, .. args], stdin, environment);

    /// <summary>Runs a line of shell in which <c>icd</c> is the tool.</summary>
    public static IcdResult Shell(string script, params (string Name, string? Value)[] environment) =>
        Start("sh", ["-c", $"icd() {{ '{Dotnet}' exec '{Tool}' \"$@\"; }}\n{script}"], "", environment);

    /// <summary>The tool as a shell line for programs that start others, such as <c>script</c>.</summary>
    public static string CommandLine(string args) => $"'{Dotnet}' exec '{Tool}' {args}";

    /// <summary>Starts a run that the test watches or kills; what it says is thrown away.</summary>
    public static Process Begin(string[] args, params (string Name, string? Value)[] environment)
    {
        // Whoever runs the tests in the background has them ignore SIGINT, and so would what they start.
        string[] command = [Dotnet, "exec", Tool, .. args];
        if (OperatingSystem.IsLinux()) command = ["env", "--default-signal", .. command];
        var process = Process.Start(StartInfo(command[0], command[1..], environment))!;
        process.StandardInput.Close();
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static IcdResult Start(string program, string[] args, string stdin, (string Name, string? Value)[] environment)
    {
        using var process = Process.Start(StartInfo(program, args, environment))!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        Feed(process, stdin);
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{string.Join(' ', args)} did not end within {Patience.TotalSeconds} s.");
        }

        return new(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }

    private static ProcessStartInfo StartInfo(string program, string[] args, (string Name, string? Value)[] environment)
    {
        var start = new ProcessStartInfo(program, args)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = Utf8,
            StandardOutputEncoding = Utf8,
            StandardErrorEncoding = Utf8,
            WorkingDirectory = TestFolder.Shared,
        };
        foreach (var name in Cleared) start.Environment.Remove(name);
        // The default data directory must not be the developer's.
        start.Environment["HOME"] = start.Environment["XDG_DATA_HOME"] = TestFolder.Shared;
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return start;
    }

    private static void Feed(Process process, string stdin)
    {
        try
        {
            process.StandardInput.Write(stdin);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // A program that does not read its input may end before it has got it.
        }
    }

    private static string Find()
    {
        var beside = Path.Combine(AppContext.BaseDirectory, "icd.dll");
        if (File.Exists(Path.ChangeExtension(beside, "runtimeconfig.json"))) return beside;
        var configuration = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd('/')).Parent!.Name;
        return Repository.File("src", "Icd.Cli", "bin", configuration, "net10.0", "icd.dll");
    }
}
