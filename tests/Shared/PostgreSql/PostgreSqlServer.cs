using System.Diagnostics;

namespace Icd.Tests;

/// <summary>A PostgreSQL server in a temporary folder, reached through a socket there; gone when disposed.</summary>
internal sealed class PostgreSqlServer : IDisposable
{
    private static readonly string[] Programs = ["initdb", "postgres", "psql"];

    private readonly string _folder = Directory.CreateTempSubdirectory("icd-pg-").FullName;
    private readonly Process _server;

    private PostgreSqlServer()
    {
        // PostgreSQL refuses to run as root; the folder goes to the user that it runs as.
        if (Environment.IsPrivilegedProcess) Run("chown", ["65534:65534", _folder], "");
        var data = Path.Combine(_folder, "data");
        RunAsServer("initdb", ["-D", data, "-U", "postgres", "-E", "UTF8", "--locale=C", "--no-sync"], "");
        _server = Process.Start(StartInfo("postgres", ["-D", data, "-k", _folder, "-h", "", "-F"], asServer: true))!;
        _server.OutputDataReceived += (_, _) => { };
        _server.ErrorDataReceived += (_, _) => { };
        _server.BeginOutputReadLine();
        _server.BeginErrorReadLine();
        var deadline = DateTime.UtcNow.AddSeconds(60);
        while (!File.Exists(Path.Combine(_folder, ".s.PGSQL.5432")) && DateTime.UtcNow < deadline && !_server.HasExited) Thread.Sleep(50);
    }

    public static string? WhyMissing { get; } =
        Array.Find(Programs, program => Find(program) is null) is { } missing ? $"There is no {missing} on the PATH." : null;

    public static PostgreSqlServer Start() => new();

    /// <summary>Runs SQL and returns the rows as text, columns separated by tabs.</summary>
    public string Query(string sql) => Run("psql", ["-h", _folder, "-U", "postgres", "-v", "ON_ERROR_STOP=1", "-q", "-A", "-t", "-F", "\t", "-P", "null=NULL"], sql);

    public void Dispose()
    {
        if (!_server.HasExited) _server.Kill(entireProcessTree: true);
        _server.WaitForExit();
        _server.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    private static void RunAsServer(string program, string[] arguments, string input) => Run(StartInfo(program, arguments, asServer: true), input);

    private static string Run(string program, string[] arguments, string input) => Run(StartInfo(program, arguments, asServer: false), input);

    private static string Run(ProcessStartInfo start, string input)
    {
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{start.FileName}: {error.Result}");
        return output.Result;
    }

    private static ProcessStartInfo StartInfo(string program, string[] arguments, bool asServer) =>
        asServer && Environment.IsPrivilegedProcess
            ? new("setpriv", ["--reuid=65534", "--regid=65534", "--clear-groups", Find(program)!, .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" }
            : new(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" };
}
