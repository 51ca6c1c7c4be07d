using Icd.Cli.Tests.Support;

namespace Icd.Cli.Tests.Parse;

/// <summary>The whole line, name by name: callers branch on it.</summary>
public class ParseJsonTests
{
    public static TheoryData<string, string> Lines => new()
    {
        {
            "NC32.Z & xk8g",
            """{"input":"NC32.Z & xk8g","wellFormed":true,"system":"icd11","canonical":"NC32.Z&XK8G","members":[{"role":"stem","text":"NC32.Z","position":0},{"role":"extension","text":"XK8G","position":9}],"error":null}"""
        },
        {
            " e119 ",
            """{"input":" e119 ","wellFormed":true,"system":"icd10","canonical":"E11.9","members":[{"role":"code","text":"E11.9","position":1}],"error":null}"""
        },
        {
            "http://id.who.int/icd/release/11/mms/1334938734/unspecified",
            """{"input":"http://id.who.int/icd/release/11/mms/1334938734/unspecified","wellFormed":true,"system":"icd11","canonical":"http://id.who.int/icd/release/11/mms/1334938734/unspecified","members":[{"role":"stem","text":"http://id.who.int/icd/release/11/mms/1334938734/unspecified","position":0}],"error":null}"""
        },
        {
            "BA4O",
            """{"input":"BA4O","wellFormed":false,"system":"icd11","canonical":null,"members":[],"error":{"kind":"letter-not-in-alphabet","position":3,"length":1,"message":"The letter 'O' at character 4 never occurs in ICD-11 codes; I and O are left out because they pass for 1 and 0.","proposal":"BA40"}}"""
        },
        {
            "E1I.9",
            """{"input":"E1I.9","wellFormed":false,"system":"icd10","canonical":null,"members":[],"error":{"kind":"unexpected-character","position":2,"length":1,"message":"'I' at character 3 cannot stand there in a code.","proposal":"E11.9"}}"""
        },
        {
            "XK8G",
            """{"input":"XK8G","wellFormed":false,"system":"icd11","canonical":null,"members":[],"error":{"kind":"extension-without-stem","position":0,"length":4,"message":"'XK8G' at character 1 is an extension code; it cannot stand alone, it follows a stem code and &.","proposal":null}}"""
        },
        {
            "",
            """{"input":"","wellFormed":false,"system":"icd11","canonical":null,"members":[],"error":{"kind":"empty","position":0,"length":0,"message":"There is no code here.","proposal":null}}"""
        },
    };

    [Theory, MemberData(nameof(Lines))]
    public void Json_OneInput_IsOneLineWithEveryName(string input, string line)
    {
        var result = IcdProcess.Run("parse", "--json", input);

        Assert.Equal(line + "\n", result.Out);
        Assert.Equal("", result.Error);
        result.Exits(line.Contains("\"wellFormed\":true", StringComparison.Ordinal) ? 0 : 1);
    }

    [Fact]
    public void Json_Bokmal_ChangesTheMessageAndNothingElse()
    {
        var (english, bokmal) = (IcdProcess.Run("parse", "--json", "BA4O").Json.GetProperty("error"), IcdProcess.Run("parse", "--json", "BA4O", "--lang", "nb").Json.GetProperty("error"));

        Assert.StartsWith("Bokstaven 'O' på plass 4", bokmal.GetProperty("message").GetString(), StringComparison.Ordinal);
        foreach (var name in (string[])["kind", "position", "length", "proposal"])
            Assert.Equal(english.GetProperty(name).GetRawText(), bokmal.GetProperty(name).GetRawText());
    }
}
