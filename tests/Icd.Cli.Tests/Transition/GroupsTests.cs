using Icd.Cli.Tests.Support;
using Icd.Tests;

namespace Icd.Cli.Tests.Transition;

public class GroupsTests
{
    private const string Definition = "group ihd\n nb Iskemi\n icd10 I20-I25\n icd11 BlockL1-BA4, BA81, BA82, BA85\n";

    [WhoDataFact]
    public void Evaluate_File_AddsAColumn()
    {
        using var folder = new TestFolder();
        folder.Write("a.groups", Definition);
        folder.Write("rows.csv", "\uFEFFid;Kode\r\n1;I21.4\r\n2;E119\r\n3;BA41.0\r\n");
        var result = RealReleases.Run("groups", "evaluate", folder.Path, "--file", Path.Combine(folder.Path, "rows.csv"), "--column", "kode").Exits(0);

        Assert.Equal("id;Kode;groups\n1;I21.4;ihd\r\n2;E119;\r\n3;BA41.0;ihd\r\n", result.Out.TrimStart('\uFEFF'));
        Assert.Equal("3 rows: 2 in a group, 1 in none, 0 without code, 0 not well-formed, 0 not in the release.\n", result.Error);
    }

    [WhoDataTheory]
    [InlineData("group a\n icd10 X\n", "a.groups:2:8: ")]
    [InlineData("group a\n icd10 I29\n", "I29 selects no code of icd10-")]
    public void Evaluate_DefinitionWithAFault_IsRefused(string text, string message)
    {
        using var folder = new TestFolder();
        folder.Write("a.groups", text);
        folder.Write("rows.csv", "kode\nI21\n");
        var result = RealReleases.Run("groups", "evaluate", folder.Path, "--file", Path.Combine(folder.Path, "rows.csv"), "--column", "kode").Exits(3);

        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.Equal("", result.Out);
    }

    [WhoDataFact]
    public void Evaluate_WrongColumn_NamesThoseThatThereAre()
    {
        using var folder = new TestFolder();
        folder.Write("a.groups", Definition);
        folder.Write("rows.csv", "id,kode\n1,I21\n");

        Assert.Contains("There is no column 'code'", RealReleases.Run("groups", "evaluate", folder.Path, "--file", Path.Combine(folder.Path, "rows.csv"), "--column", "code").Exits(2).Error, StringComparison.Ordinal);
    }

    [WhoDataFact]
    public void Export_WhatAFormatCannotSay_IsRefusedUnlessPartial()
    {
        using var folder = new TestFolder();
        folder.Write("a.groups", "group a\n icd10 S72\n icd11 NC72 & laterality=XK8G\n");

        Assert.Contains("NC72 & laterality=XK8G", RealReleases.Run("groups", "export", folder.Path).Exits(1).Error, StringComparison.Ordinal);
        Assert.Contains("\"resourceType\": \"ValueSet\"", RealReleases.Run("groups", "export", folder.Path, "--partial").Exits(0).Out, StringComparison.Ordinal);
        Assert.Equal("", RealReleases.Run("groups", "export", folder.Path, "--format", "postgresql").Exits(1).Out);
        Assert.Contains("collate \"C\" >= 'S72'", RealReleases.Run("groups", "export", folder.Path, "--format", "postgresql", "--partial").Exits(0).Out, StringComparison.Ordinal);
    }

    [WhoDataFact]
    public void Compare_File_WritesPageAndTables()
    {
        using var folder = new TestFolder();
        folder.Write("a.groups", Definition);
        folder.Write("rows.csv", "år;icd10;antall\n2020;I21.4;40\n2020;I64;20\n2021;I25.4;30\n2021;feil!;30\n");
        var (html, csv) = (Path.Combine(folder.Path, "report.html"), Path.Combine(folder.Path, "tables"));
        var result = RealReleases.Run("compare", Path.Combine(folder.Path, "rows.csv"), "--groups", folder.Path, "--html", html, "--csv", csv, "--lang", "nb").Exits(1);

        Assert.Contains("90 hendelser, icd10-2026 -> mms-2024-01, etter konverteringstabellen", result.Out, StringComparison.Ordinal);
        Assert.Contains("row 5, ICD-10: 'feil!'", result.Error, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"nb\">", File.ReadAllText(html), StringComparison.Ordinal);
        Assert.Equal("group,icd10,icd11,both,only_icd10,only_icd11,ratio,low,high,lowest,highest", File.ReadLines(Path.Combine(csv, "groups.csv")).First());
        Assert.StartsWith("ihd,70,70,70,0,0,1,", File.ReadLines(Path.Combine(csv, "groups.csv")).Last(), StringComparison.Ordinal);
    }
}
