using Icd.Tests;
using Icd.Transition.Groups;
using Icd.Transition.Tests.Support;

namespace Icd.Transition.Tests.Groups;

public class GroupSqlTests
{
    private const string Definitions = """
        group chapters
          icd10 ch:IX, V01-V09, C00-C97
          icd10 not I25.2, =I21, D00
          icd11 ch:11, BlockL1-2B5
          icd11 not BA41.0, =BA42
        group values
          icd10 E1[0-4].2, =S72
          icd11 NC72 & XK8G, 5A11 / GB61, 6C40 & *, NC32 & not XJ44E
          icd11 not NC72.3 & XK8G
        group main
          match main
          icd10 N18
          icd11 GB61, =NC72
          icd11 not GB61 / 5A10
        """;

    [Fact]
    public void Axis_CannotBeSaid_AndTheMessageNamesTheTerm()
    {
        if (WhoData.WhyMissing is not null) return;
        var sql = new GroupSql(TestReleases.Compile("group g\n icd11 NC72 & laterality=XK8G"), SqlDialect.PostgreSql);

        Assert.StartsWith("test.groups:2:8: NC72 & laterality=XK8G asks for an axis", Assert.Throws<NotSupportedException>(() => sql.Icd11(0, "icd11")).Message, StringComparison.Ordinal);
    }

    [WhoDataFact]
    public void SqlServer_Predicates_UseItsOwnFunctions()
    {
        var sql = new GroupSql(TestReleases.Compile("group g\n match main\n icd10 I20-I25\n icd11 =BA41 & XK8G, 5A1Z"), SqlDialect.SqlServer);

        Assert.Equal("(d.icd10 collate Latin1_General_BIN2 >= 'I20' and d.icd10 collate Latin1_General_BIN2 < 'I26')", sql.Icd10(0, "d.icd10", hasPoint: false));
        var icd11 = new GroupSql(TestReleases.Compile("group g\n match main\n icd11 =BA41 & XK8G"), SqlDialect.SqlServer).Icd11(0, "d.icd11");
        Assert.Equal(
            "exists (select 1 from string_split(d.icd11, '/') as g(v) where\n    (((v + '&' like 'BA41&%') and (v + '&' like '%&XK8G&%')))\n    and v = left(d.icd11, charindex('/', d.icd11 + '/') - 1))".Replace("(v + '&' like '%&XK8G&%')", "(v like '%&XK8G%')", StringComparison.Ordinal),
            icd11);
    }

    [WhoDataFact]
    public void Icd10_BoundariesWithinCodes_AreExact()
    {
        var sql = new GroupSql(TestReleases.Compile("group g\n icd10 E11\n icd10 not =E11\ngroup h\n icd10 =E11.9"), SqlDialect.PostgreSql);

        Assert.Equal("(c collate \"C\" > 'E11' and c collate \"C\" < 'E12')", sql.Icd10(0, "c", hasPoint: false));
        Assert.Equal("c = 'E11.9'", sql.Icd10(1, "c", hasPoint: true));
    }

    [PostgreSqlFact]
    public void PostgreSql_Predicates_FindWhatTheGroupSetFinds()
    {
        var set = TestReleases.Compile(Definitions);
        Assert.Empty(set.Problems);
        var codes = TestReleases.Crosswalk.Codes.Select(code => code.ToString("N", null)).ToList();
        string[] extra = ["NC72.2&XK8G", "NC72.3&XK8G", "NC72.2&XJ44E&XK8G", "NC72.2/NC32.Z&XK8G", "5A11/GB61.Z", "GB61.Z/5A11", "GB61.Z/5A10", "5A10/GB61.Z", "NC32.Z", "NC32.Z&XJ44E", "6C40.2Z", "6C40.3&XS25", "NC72/BA42", "BA42", "BA42.Z/BA41.0", "BA41"];
        var expressions = TestReleases.Crosswalk.Codes.Select(TestReleases.Crosswalk.Map).Where(answer => answer.HasTarget).Select(answer => answer.Expression.ToString()).Concat(extra).Distinct().ToList();
        using var server = PostgreSqlServer.Start();
        server.Query($"create table d10 (c text, p text);\ninsert into d10 values\n{string.Join(",\n", codes.Select(code => $"('{code}', '{Icd.Core.Codes.Icd10Code.Parse(code).ToString("D", null)}')"))};\ncreate table d11 (e text);\ninsert into d11 values\n{string.Join(",\n", expressions.Select(expression => $"('{expression}')"))};\n");
        var sql = new GroupSql(set, SqlDialect.PostgreSql);
        for (var i = 0; i < set.Groups.Count; i++)
        {
            var group = i;
            var expected10 = codes.Where(code => set.Has10(code, group)).Order(StringComparer.Ordinal).ToList();
            Assert.NotEmpty(expected10);
            Assert.Equal(expected10, Rows(server.Query($"select c from d10 where {sql.Icd10(i, "c", hasPoint: false)};")));
            Assert.Equal(expected10, Rows(server.Query($"select c from d10 where {sql.Icd10(i, "p", hasPoint: true)};")));
            var expected11 = expressions.Where(expression => set.Has11(expression, group)).Order(StringComparer.Ordinal).ToList();
            Assert.NotEmpty(expected11);
            Assert.Equal(expected11, Rows(server.Query($"select e from d11 where {sql.Icd11(i, "e")};")));
        }
    }

    private static List<string> Rows(string output) => [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)];
}
