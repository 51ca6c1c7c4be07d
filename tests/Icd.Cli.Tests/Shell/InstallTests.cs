using System.Runtime.InteropServices;
using Icd.Cli.Tests.Support;

namespace Icd.Cli.Tests.Shell;

/// <summary><c>deploy/install-cli.sh</c>, with the tool that is built already in place of a build of its own.</summary>
public class InstallTests
{
    private static readonly string Script = Repository.File("deploy", "install-cli.sh");

    [UnixFact]
    public void Install_PrefixOfTheCurrentFolder_HasToolPageAndCompletionsThere()
    {
        using var folder = new TestFolder();

        var said = Run(folder, $"'{Script}' here").Exits(0).Out;

        Assert.Contains($" is in {folder.File("here", "bin")}; 'icd doctor' says which data it needs.\n{folder.File("here", "bin")} is not on your PATH yet.\n", said, StringComparison.Ordinal);
        Assert.StartsWith("5A11  ", Run(folder, "here/bin/icd show 5A11 --lang nb").Exits(0).Out, StringComparison.Ordinal);
        Assert.StartsWith(".TH ICD 1 ", Read("here/share/man/man1/icd.1"), StringComparison.Ordinal);
        Assert.Contains("complete -F _icd icd", Read("here/share/bash-completion/completions/icd"), StringComparison.Ordinal);
        Assert.StartsWith("#compdef icd", Read("here/share/zsh/site-functions/_icd"), StringComparison.Ordinal);
        Assert.Contains("complete -c icd", Read("here/share/fish/vendor_completions.d/icd.fish"), StringComparison.Ordinal);

        string Read(string path) => File.ReadAllText(folder.File(path));
    }

    [UnixFact]
    public void Install_Destdir_IsBeforeThePrefix()
    {
        using var folder = new TestFolder();

        var said = Run(folder, $"DESTDIR='{folder.Path}' PATH=/opt/icd/bin:$PATH '{Script}' /opt/icd").Exits(0).Out;

        Assert.EndsWith(" is in /opt/icd/bin; 'icd doctor' says which data it needs.\n", said, StringComparison.Ordinal);
        Run(folder, "opt/icd/bin/icd --version").Exits(0);
    }

    [UnixFact]
    public void Install_WhereNothingMayBeWritten_SaysSoBeforeItBuilds()
    {
        using var folder = new TestFolder();

        var refused = Run(folder, $"touch file; '{Script}' file").Exits(1);

        Assert.EndsWith("install-cli.sh: name a folder that you may write to, such as ~/.local\n", refused.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.File("built")));
        Assert.Contains("deploy/install-cli.sh [PREFIX]", Run(folder, $"'{Script}' --help").Exits(2).Error, StringComparison.Ordinal);
    }

    /// <summary>A line of shell in the folder, where <c>dotnet publish … -o FOLDER</c> copies the tool and leaves a mark.</summary>
    private static IcdResult Run(TestFolder folder, string line)
    {
        Directory.CreateDirectory(folder.File("path"));
        var dotnet = folder.Write("path/dotnet", $"#!/bin/sh\nwhile [ \"$1\" != -o ]; do shift; done\ntouch '{folder.File("built")}'\ncp -r '{IcdProcess.Folder}/.' \"$2\"\n");
        var root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        return IcdProcess.Shell($"chmod +x '{dotnet}'; cd '{folder.Path}'; export PATH='{folder.File("path")}':$PATH; {line}", ("DOTNET_ROOT", root));
    }
}
