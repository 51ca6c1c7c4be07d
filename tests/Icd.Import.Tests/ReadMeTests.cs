using Icd.Core.Codes;
using Icd.Core.Expressions;
using Icd.Core.Releases;
using Icd.Embedded;

namespace Icd.Import.Tests;

/// <summary>The README's example is this code, compiled and run.</summary>
public class ReadMeTests
{
    [Fact]
    public void Example_IsWhatIsCompiledHere()
    {
        var code = File.ReadAllLines(InRepository("tests", "Icd.Import.Tests", "ReadMeTests.cs")).Select(line => line.Trim())
            .SkipWhile(line => line != "// readme").Skip(1).TakeWhile(line => line != "// end");
        var readme = File.ReadAllLines(InRepository("README.md")).SkipWhile(line => line != "```csharp").Skip(1).TakeWhile(line => line != "```");
        Assert.Equal(code, readme.Select(line => line.Trim()));
    }

    [Fact]
    public void Example_Runs()
    {
        // readme
        var catalog = new ReleaseCatalog(ReleaseCatalog.DefaultDirectory(), EmbeddedReleases.All);
        var mms = catalog.Newest(Classification.Mms)!;      // WHO's release where it is imported, else our starter release
        if (mms.TryFind(Icd11Code.Parse("5A11"), out var diabetes)) Console.WriteLine(catalog.TitleOf(diabetes, "nb").Text);
        if (!ClusterExpression.TryParse("NC32.Z, XK8G", out var expression, out var error))
            Console.WriteLine($"{error.Describe("NC32.Z, XK8G", MessageLanguage.Bokmal)} {ExpressionProposal.For("NC32.Z, XK8G")}");
        // end
        Assert.Equal("Diabetes mellitus type 2", catalog.TitleOf(diabetes, "nb").Text);
        Assert.True(expression.Count == 0 && error.Kind == SyntaxErrorKind.UnknownSeparator);
    }

    private static string InRepository(params string[] parts)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Icd.slnx"))) folder = folder.Parent!;
        return Path.Combine([folder.FullName, .. parts]);
    }
}
