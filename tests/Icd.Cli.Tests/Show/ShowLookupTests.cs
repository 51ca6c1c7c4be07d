using Icd.Cli.Tests.Support;
using Icd.Tests;

namespace Icd.Cli.Tests.Show;

/// <summary>Every way in which a person or a program may name an entity.</summary>
public class ShowLookupTests
{
    private const string Mms = "http://id.who.int/icd/release/11/mms/";

    public static TheoryData<string, string, string, string> Official => new()
    {
        { "BA41.0", "mms", "BA41.0", "stem code" },
        { "ba41.0", "mms", "BA41.0", "stem code in lower case" },
        { " BA41.0 ", "mms", "BA41.0", "space around, from a clipboard" },
        { "XK8G", "mms", "XK8G", "extension code" },
        { "xk8g", "mms", "XK8G", "extension code in lower case" },
        { "09", "mms", "09", "chapter number" },
        { "BlockL2-BA4", "mms", "BlockL2-BA4", "block id" },
        { "blockl2-ba4", "mms", "BlockL2-BA4", "block id in lower case" },
        { "BA41.Z", "mms", "BA41.Z", "residual code" },
        { Mms + "1334938734", "mms", "BA41", "linearization URI" },
        { "https://id.who.int/icd/release/11/mms/1334938734", "mms", "BA41", "https, as browsers copy it" },
        { Mms + "1334938734/unspecified", "mms", "BA41.Z", "residual URI" },
        { Mms + "1829545371/unspecified", "mms", "BA4Z", "residual of a block" },
        { "http://id.who.int/icd/release/11/2024-01/mms/1334938734", "mms", "BA41", "versioned URI" },
        { "http://id.who.int/icd/release/11/2024-01/mms/1334938734/unspecified", "mms", "BA41.Z", "versioned residual URI" },
        { "http://id.who.int/icd/entity/1334938734", "mms", "BA41", "foundation URI" },
        { "1334938734", "mms", "BA41", "bare id" },
        { "b110", "icf", "b110", "ICF" },
        { "B110", "icf", "b110", "ICF in capitals" },
        { "http://id.who.int/icd/release/11/icf/1060289548", "icf", "b110", "ICF URI" },
        { "http://id.who.int/icd/entity/1060289548", "icf", "b110", "foundation URI of an ICF entity" },
    };

    public static TheoryData<string, string, string, string> BuiltIn => new()
    {
        { "E11.9", "icd10", "E11.9", "ICD-10 with its point" },
        { "E119", "icd10", "E11.9", "ICD-10 without, as Norwegian systems store it" },
        { "e119", "icd10", "E11.9", "lower case" },
        { "e11.9", "icd10", "E11.9", "lower case with point" },
        { "E11", "icd10", "E11", "three-character heading" },
        { "V0n0a", "icd10", "V0n.0a", "Norwegian external cause, as listed" },
        { "V0n.0a", "icd10", "V0n.0a", "Norwegian external cause, with a point" },
        { "v0N0A", "icd10", "V0n.0a", "Norwegian external cause in any case" },
        { "IV", "icd10", "IV", "ICD-10 chapter" },
        { "E10-E14", "icd10", "E10-E14", "ICD-10 block" },
        { "K74", "icpc2", "K74", "ICPC-2" },
        { "k74", "icpc2", "K74", "ICPC-2 in lower case" },
    };

    [WhoDataTheory, MemberData(nameof(Official))]
    public void Show_OfficialRelease_FindsTheEntity(string query, string system, string name, string why) =>
        Finds(RealReleases.Run("show", query, "--json"), system, name, why);

    [Theory, MemberData(nameof(BuiltIn))]
    public void Show_BuiltInRelease_FindsTheEntity(string query, string system, string name, string why) =>
        Finds(IcdProcess.Run("show", query, "--json", "--system", system), system, name, why);

    [Theory]
    [InlineData("A01", "icd10 icpc2")]
    [InlineData("X", "mms icd10 icpc2")]
    public void Show_CodeOfSeveralSystems_ShowsAll(string code, string expected)
    {
        var systems = IcdProcess.Run("show", code, "--json").Exits(0).Json.GetProperty("entities").EnumerateArray().Select(entity => entity.GetProperty("system").GetString());

        Assert.Equal(expected, string.Join(' ', systems));
    }

    [Theory]
    [InlineData("icd10")]
    [InlineData("icpc2")]
    public void Show_CodeOfTwoSystemsWithSystem_ShowsThatOne(string system) =>
        Finds(IcdProcess.Run("show", "A01", "--json", "--system", system), system, "A01", "--system");

    private static void Finds(IcdResult result, string system, string name, string why)
    {
        var entity = Assert.Single(result.Exits(0).Json.GetProperty("entities").EnumerateArray());
        Assert.True(system == entity.GetProperty("system").GetString(), why);
        Assert.True(name == (entity.GetProperty("code").GetString() ?? entity.GetProperty("blockId").GetString()), why);
    }
}
