using Icd.Core.Releases;

namespace Icd.Core.Tests.Releases;

internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("icd-core-tests-");

    public string Path => _folder.FullName;

    public string Write(string name, byte[] bytes)
    {
        var path = System.IO.Path.Combine(Path, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public string Write(ReleaseDraft draft) => Write(draft.Key.FileName, draft.Compile());

    public void Dispose() => _folder.Delete(recursive: true);
}
