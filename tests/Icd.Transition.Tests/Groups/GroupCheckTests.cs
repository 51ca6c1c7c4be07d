using Icd.Tests;
using Icd.Transition.Groups;
using Icd.Transition.Tests.Support;

namespace Icd.Transition.Tests.Groups;

public class GroupCheckTests
{
    private static GroupReport[] Check(string text) => [.. GroupCheck.Run(TestReleases.Compile(text), TestReleases.Crosswalk, TestReleases.Back)];

    [WhoDataFact]
    public void Run_OurExampleGroups_HaveNothingWrong()
    {
        var files = Directory.GetFiles(RepositoryFiles.Path("data", "groups"), "*.groups");
        var set = GroupSet.Compile(GroupFile.ParseAll(files), TestReleases.Crosswalk.Edition, TestReleases.Crosswalk.Validator.Axes);
        var reports = GroupCheck.Run(set, TestReleases.Crosswalk, TestReleases.Back);

        Assert.True(reports.Count >= 20);
        Assert.All(reports, report =>
        {
            Assert.Empty(report.Problems.Where(problem => problem.IsError || problem.Kind is GroupProblemKind.StaleDifference or GroupProblemKind.RedundantTerm or GroupProblemKind.IdleExclusion).Select(problem => problem.Text.English));
            Assert.True(report.Icd10Codes > 0 && report.Mapped == report.Icd10Codes, report.Group.Id);
        });
    }

    [WhoDataTheory]
    [InlineData("icd10 I20-I25\n icd11 BlockL1-BA4", GroupProblemKind.TargetOutside, "I25.4")]
    [InlineData("icd10 C61\n icd11 2C82, 2B90", GroupProblemKind.TargetInside, "C18.0")]
    [InlineData("icd10 C61\n icd11 2C82, CA26", GroupProblemKind.BackOutside, "CA26")]
    [InlineData("icd10 J43-J44\n icd11 CA21-CA22", GroupProblemKind.BackInside, "CA26")]
    [InlineData("icd10 C61, C61\n icd11 2C82", GroupProblemKind.RedundantTerm, "C61")]
    [InlineData("icd10 C61\n icd11 2C82, 2C82.0", GroupProblemKind.RedundantTerm, "2C82.0")]
    [InlineData("icd10 C61\n icd10 not C62\n icd11 2C82", GroupProblemKind.IdleExclusion, "C62")]
    [InlineData("icd10 C61\n icd11 2C82\n icd11 not 2B90", GroupProblemKind.IdleExclusion, "2B90")]
    [InlineData("icd10 C61\n icd10 not C61\n icd11 2C82", GroupProblemKind.EmptySide, "icd10")]
    [InlineData("icd10 C61", GroupProblemKind.MissingSide, "icd11")]
    [InlineData("icd10 C61\n icd11 2C82\n differs C62 : no more", GroupProblemKind.StaleDifference, "C62")]
    [InlineData("icd10 U11\n icd11 2C82", GroupProblemKind.NoTarget, "U11.9")]
    public void Run_Fault_IsFound(string lines, GroupProblemKind kind, string subject) =>
        Assert.Contains(Check($"group g\n {lines}")[0].Problems, problem => problem.Kind == kind && problem.Subject == subject);

    [WhoDataFact]
    public void Run_NamedDifference_IsNoFault()
    {
        var report = Check("group g\n icd10 I20-I25\n icd11 BlockL1-BA4\n differs I25.4, I20.1 : in a block of their own")[0];

        Assert.DoesNotContain(report.Problems, problem => problem.IsError);
        Assert.Contains(report.Judged, difference => difference.Code == "I25.4" && difference.Reason == "in a block of their own");
    }

    [WhoDataFact]
    public void Run_GroupsThatOverlap_AreNamedWithNumbers()
    {
        var problem = Assert.Single(Check("group a\n icd10 I20-I25\n icd11 BlockL1-BA4, BA81, BA85\ngroup b\n icd10 I25.1\n icd11 BA52")[0].Problems, problem => problem.Kind == GroupProblemKind.Overlap);

        Assert.Matches("^Shares 1 ICD-10 codes and [1-9][0-9]* ICD-11 stem codes with b\\.$", problem.Text.English);
    }
}
