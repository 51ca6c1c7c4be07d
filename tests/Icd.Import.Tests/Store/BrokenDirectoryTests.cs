using Icd.Core.Releases;
using Icd.Import.Tests.Support;

namespace Icd.Import.Tests.Store;

/// <summary>Data directories that cannot be used as they are.</summary>
public sealed class BrokenDirectoryTests : IDisposable
{
    private readonly Importing _importing = new();

    private string Stored => Path.Combine(_importing.Data, "mms-2024-01.icdrel");

    private string Table => _importing.Folder.Write(Importing.FileName, new SmallTabulation().Bytes());

    /// <summary>Permissions do not stop root, which CI may be: these obstacles do.</summary>
    [Theory, InlineData("the directory is a file"), InlineData("the lock is a folder"), InlineData("the release is a folder"), InlineData("kernel")]
    public void Import_DirectoryCannotBeWritten_IsRefusedWithAdvice(string obstacle)
    {
        var data = _importing.Folder.File("broken");
        if (obstacle == "the directory is a file") File.WriteAllText(data, "");
        else if (obstacle == "the lock is a folder") Directory.CreateDirectory(Path.Combine(data, ".icd-import.lock"));
        else if (obstacle == "the release is a folder") Directory.CreateDirectory(Path.Combine(data, "mms-2024-01.icdrel", "sub"));
        else data = OperatingSystem.IsLinux() ? "/proc/icd-import-tests" : Path.Combine(_importing.Folder.Write("file", "x"), "below");
        var exception = Assert.Throws<ImportException>(() => ReleaseImport.Import(Table, data, new ImportOptions()));
        Assert.Contains(data, exception.Message, StringComparison.Ordinal);
        Assert.Contains("ermissions", exception.Message, StringComparison.Ordinal);
        if (Directory.Exists(data)) Assert.Empty(Directory.GetFiles(data, "*.tmp"));
    }

    [Fact]
    public void Import_DirectoryIsReadOnly_IsRefusedWithAdviceUnlessRoot()
    {
        if (OperatingSystem.IsWindows()) return;
        Directory.CreateDirectory(_importing.Data);
        File.SetUnixFileMode(_importing.Data, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var exception = Record.Exception(() => _importing.Report(Table));
        File.SetUnixFileMode(_importing.Data, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        if (Environment.IsPrivilegedProcess) Assert.Null(exception);
        else Assert.Contains("cannot be written to", Assert.IsType<ImportException>(exception).Message, StringComparison.Ordinal);
    }

    [Theory, InlineData("empty"), InlineData("something else"), InlineData("cut off"), InlineData("bit flipped"), InlineData("renamed")]
    public void Import_StoredReleaseIsDamaged_IsRefusedUntilReplaced(string damage)
    {
        var intact = _importing.Import(new SmallTabulation()).ContentHash;
        var bytes = File.ReadAllBytes(Stored);
        switch (damage)
        {
            case "empty": File.WriteAllBytes(Stored, []); break;
            case "something else": File.WriteAllText(Stored, new string('x', 5_000)); break;
            case "cut off": File.WriteAllBytes(Stored, bytes[..^9]); break;
            case "renamed":
                _importing.Import(new SmallTabulation(), options: new ImportOptions { Release = Core.Codes.ReleaseId.Create(2023, 1) });
                File.Move(Path.Combine(_importing.Data, "mms-2023-01.icdrel"), Stored, overwrite: true);
                break;
            default:
                bytes[^20] ^= 1;
                File.WriteAllBytes(Stored, bytes);
                break;
        }

        var before = File.ReadAllBytes(Stored);
        var exception = Assert.Throws<ImportException>(() => _importing.Report(Table));
        Assert.Contains("mms-2024-01.icdrel", exception.Message, StringComparison.Ordinal);
        Assert.Contains("--replace", exception.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(Stored));

        _importing.Report(Table, new ImportOptions { Replace = true });
        Assert.Equal(intact, Release.Open(Stored).ContentHash);
    }

    [Fact]
    public void Import_Replace_DropsOtherLanguages()
    {
        _importing.Import(new SmallTabulation());
        _importing.Import(new SmallTabulation().In("es"), "table-es.txt");
        Assert.Equal(["en"], _importing.Import(new SmallTabulation(), options: new ImportOptions { Replace = true }).Languages);
    }

    public void Dispose() => _importing.Dispose();
}
