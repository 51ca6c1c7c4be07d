namespace Icd.Cli.Tests.Support;

/// <summary>A temporary folder of a test.</summary>
internal sealed class TestFolder : IDisposable
{
    static TestFolder() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Shared, recursive: true);

    /// <summary>Home and working directory of all runs; removed when the tests are over.</summary>
    public static string Shared { get; } = Directory.CreateTempSubdirectory("icd-cli-tests-").FullName;

    public string Path { get; } = Directory.CreateTempSubdirectory("icd-cli-test-").FullName;

    public string File(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    public string Write(string name, string text)
    {
        System.IO.File.WriteAllText(File(name), text);
        return File(name);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
