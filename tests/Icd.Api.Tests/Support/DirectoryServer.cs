using Microsoft.Extensions.DependencyInjection;

namespace Icd.Api.Tests.Support;

/// <summary>The server over a data directory of its own, to load and swap releases.</summary>
internal sealed class DirectoryServer : ApiServer
{
    /// <summary>Search indexes that earlier servers compiled. One that fits is opened, any other compiled anew: they are by the releases, not by the directory.</summary>
    private static readonly string Indexes = Directory.CreateTempSubdirectory("icd-api-indexes-").FullName;

    static DirectoryServer() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Indexes, recursive: true);

    public DirectoryServer(Dictionary<string, string> settings)
        : base(settings) => CopyIndexes(Indexes, DataDirectory);

    public override string DataDirectory { get; } = Directory.CreateTempSubdirectory("icd-api-tests-").FullName;

    protected override void AddReleases(IServiceCollection services)
    {
        // Its own, which the program registers.
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        CopyIndexes(DataDirectory, Indexes);
        Directory.Delete(DataDirectory, recursive: true);
    }

    private static void CopyIndexes(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*.icdsearch")) File.Copy(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
    }
}
