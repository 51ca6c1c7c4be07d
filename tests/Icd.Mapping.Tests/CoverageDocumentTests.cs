using Icd.Mapping.Tests.Support;
using Icd.Tests;

namespace Icd.Mapping.Tests;

/// <summary>The table in <c>docs/crosswalk.md</c> is what is measured.</summary>
public class CoverageDocumentTests
{
    [WhoDataFact]
    public void Document_Coverage_IsWhatIsMeasured()
    {
        var text = File.ReadAllText(Path.Combine(Root(), "docs", "crosswalk.md"));
        var rows = text[text.IndexOf("<!-- coverage:begin -->", StringComparison.Ordinal)..text.IndexOf("<!-- coverage:end -->", StringComparison.Ordinal)]
            .Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1).ToList();

        var measured = CrosswalkCoverage.Of(RealCrosswalk.Instance, RealCrosswalk.WhoOnly).Select(row => Line(row.Chapter.Length > 0 ? row.Chapter : "all", row))
            .Append(Line("all, WHO's table with parent fallback", CrosswalkCoverage.Of(RealCrosswalk.WhoOnly, RealCrosswalk.WhoOnly)[^1]))
            .Append(Line("all, WHO's table with exact lookup", CrosswalkCoverage.OfExactLookup(RealCrosswalk.WhoOnly)[^1]));
        Assert.Equal(measured, rows);
    }

    private static string Line(string name, CrosswalkCoverage row) =>
        $"| {name} | {row.Codes} | {row.Equivalent} | {row.Postcoordinated} | {row.MoreSpecific} | {row.Broader} | {row.Residual} | {row.Unmapped} | {row.Unanswered} | {row.LossBeyondWho} |";

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Icd.slnx"))) return folder.FullName;
        }

        throw new DirectoryNotFoundException("The tests must run below a checkout.");
    }
}
