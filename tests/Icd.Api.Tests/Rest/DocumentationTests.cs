namespace Icd.Api.Tests.Rest;

public class DocumentationTests
{
    /// <summary>Set this to have the reference written anew.</summary>
    private const string UpdateVariable = "ICD_UPDATE_DOCS";

    [Fact]
    public void ApiMd_Reference_IsWhatTheServerAnswersBy()
    {
        var path = Path.Combine(RepositoryRoot(), "docs", "api.md");
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        var (begin, end) = (text.IndexOf(ApiReference.Begin, StringComparison.Ordinal) + ApiReference.Begin.Length + 1, text.IndexOf(ApiReference.End, StringComparison.Ordinal));
        var expected = ApiReference.Write();
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1") File.WriteAllText(path, text[..begin] + expected + text[end..]);
        else Assert.True(text[begin..end] == expected, $"docs/api.md is not up to date. Run this test with {UpdateVariable}=1.");
    }

    private static string RepositoryRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "Icd.slnx"))) directory = directory.Parent!;
        return directory.FullName;
    }
}
