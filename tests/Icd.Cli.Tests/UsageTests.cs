using Icd.Cli.Tests.Support;

namespace Icd.Cli.Tests;

/// <summary>A wrong command line: exit code 2, the reason, a pointer to help, nothing on standard output.</summary>
public class UsageTests
{
    private static readonly string NotHex = "mapping.zip=" + new string('z', 64);
    private static readonly string OtherFile = "x.zip=" + new string('a', 64);

    public static TheoryData<string[], string, string> Refused => new()
    {
        { ["bogus"], "Unrecognized command or argument 'bogus'.", "icd --help" },
        { ["--json"], "A command is missing; there are show, search, parse, validate, canonicalise, axes, map, crosswalk, convert, dual, scan, groups, compare, explain, doctor, data, completion, man.", "icd --help" },
        { ["data"], "A command is missing; there are fetch, import, crawl, list, diff.", "icd data --help" },
        { ["data", "bogus"], "Unrecognized command or argument 'bogus'.", "icd data --help" },
        { ["show"], "CODE is missing.", "icd show --help" },
        { ["show", "BA41", "BA40"], "Unrecognized command or argument 'BA40'.", "icd show --help" },
        { ["show", "BA41", "--bogus"], "Unrecognized command or argument '--bogus'.", "icd show --help" },
        { ["show", "BA41", "--depth", "-1"], "--depth is -1; expected is 0 or more.", "icd show --help" },
        { ["show", "BA41", "--depth", "x"], "--depth is 'x'; expected is a whole number.", "icd show --help" },
        { ["show", "BA41", "--lang", "sv"], "--lang is 'sv'; expected is nb or en.", "icd show --help" },
        { ["show", "BA41", "--system", "icd9"], "--system is 'icd9'; expected is mms, icd10, icf or icpc2.", "icd show --help" },
        { ["show", "BA41", "--release", "latest"], "'latest' is not a release id; expected is for example 2024-01.", "icd show --help" },
        { ["show", "BA41", "--data-dir", ""], "--data-dir names no directory; leave it out for the default one.", "icd show --help" },
        { ["search"], "Say what to look for, or read queries from standard input with --batch.", "icd search --help" },
        { ["search", "--batch", "KOLS"], "--batch reads queries from standard input; leave the words out.", "icd search --help" },
        { ["search", "KOLS", "--limit", "0"], "--limit is 0; expected is 1 to 1000.", "icd search --help" },
        { ["search", "KOLS", "--system", "mms"], "--system is 'mms'; expected is icd10, icd11 or all.", "icd search --help" },
        { ["search", "eval"], "FILE is missing.", "icd search eval --help" },
        { ["parse", "BA41", "--system", "icf"], "--system is 'icf'; expected is auto, icd10 or icd11.", "icd parse --help" },
        { ["map", "E119", "--batch"], "--batch reads standard input; give neither codes nor --file beside it.", "icd map --help" },
        { ["map", "E119", "--release", "x"], "'x' is not a release id; expected is for example 2024-01.", "icd map --help" },
        { ["crosswalk"], "A command is missing; there are check, coverage, export.", "icd crosswalk --help" },
        { ["crosswalk", "export", "--format", "xml"], "--format is 'xml'; expected is csv, sql, conceptmap-r4 or conceptmap-r5.", "icd crosswalk export --help" },
        { ["convert"], "INPUT is missing.", "icd convert --help" },
        { ["convert", "x.csv", "--column", "dx", "--direction", "9to10"], "--direction is '9to10'; expected is 10to11 or 11to10.", "icd convert --help" },
        { ["convert", "x.csv", "--column", "dx", "--shard", "5/4"], "'5/4' is not a shard; expected is for example 2/4, the second of four.", "icd convert --help" },
        { ["convert", "x.csv", "--column", "dx", "--max-rejects", "many"], "'many' is no limit; expected is a number of rows such as 100, or a share such as 0.5%.", "icd convert --help" },
        { ["convert", "x.csv", "--column", "dx", "--add", "colour"], "'colour' is no column that can be added; there are title, lost, alternatives.", "icd convert --help" },
        { ["convert", "x.csv", "--column", "dx", "--delimiter", "ab"], "'ab' is no delimiter; expected is one character, or tab.", "icd convert --help" },
        { ["convert", "x.csv", "--column", "a", "--column", "b", "--asterisk-column", "s"], "Several columns are converted: say whose asterisk codes 's' has, as DX=s.", "icd convert --help" },
        { ["convert", "x.csv", "--column", "dx", "--json"], "--json and the rows cannot both go to standard output: name a file with --output.", "icd convert --help" },
        { ["convert", "merge", "x.csv"], "Option '--output' is required.", "icd convert merge --help" },
        { ["dual", "check", "E119"], "ICD11 is missing.", "icd dual check --help" },
        { ["groups"], "A command is missing; there are check, translate, evaluate, export.", "icd groups --help" },
        { ["groups", "check"], "FILE is missing.", "icd groups check --help" },
        { ["groups", "evaluate", "x"], "Option '--column' is required.", "icd groups evaluate --help" },
        { ["groups", "export", "x", "--format", "xml"], "--format is 'xml'; expected is valueset, postgresql, sqlserver or csv.", "icd groups export --help" },
        { ["crosswalk", "export", "--json"], "--json goes with --format conceptmap-r5 or conceptmap-r4, which are JSON.", "icd crosswalk export --help" },
        { ["groups", "export", "x", "--format", "csv", "--json"], "--json goes with --format valueset, which is JSON.", "icd groups export --help" },
        { ["completion"], "SHELL is missing.", "icd completion --help" },
        { ["completion", "tcsh"], "SHELL is 'tcsh'; expected is bash, zsh, fish or powershell.", "icd completion --help" },
        { ["man", "x"], "Unrecognized command or argument 'x'.", "icd man --help" },
        { ["search", "x", "--limit"], "--limit has no value.", "icd search --help" },
        { ["dual", "check", "nonsense", "5A11"], "ICD10 'nonsense': 'o' at character 2 cannot stand there in a code.", "icd dual check --help" },
        { ["explain"], "CODE is missing.", "icd explain --help" },
        { ["doctor", "x"], "Unrecognized command or argument 'x'.", "icd doctor --help" },
        { ["compare"], "FILE is missing.", "icd compare --help" },
        { ["compare", "x", "--suppress-below", "-1"], "--suppress-below is -1; expected is 0 to 1000.", "icd compare --help" },
        { ["data", "list", "extra"], "Unrecognized command or argument 'extra'.", "icd data list --help" },
        { ["data", "import"], "PATH is missing.", "icd data import --help" },
        { ["data", "import", "x", "--release", "24-01"], "'24-01' is not a release id; expected is for example 2024-01.", "icd data import --help" },
        { ["data", "import", "x", "--language", "../x"], "'../x' is not a language; expected is for example en, es or zh.", "icd data import --help" },
        { ["data", "diff", "2022-02"], "B is missing.", "icd data diff --help" },
        { ["data", "diff", "a", "2024-01"], "'a' is not a release; expected is for example 2024-01 or icf-2022-02.", "icd data diff --help" },
        { ["data", "fetch"], "RELEASE is missing.", "icd data fetch --help" },
        { ["data", "fetch", "2024-1"], "'2024-1' is not a release id; expected is for example 2024-01.", "icd data fetch --help" },
        { ["data", "fetch", "2024-01", "--base-url", "ftp://x/"], "'ftp://x/' is not a web address; expected is for example http://localhost:8080/.", "icd data fetch --help" },
        { ["data", "fetch", "2024-01", "--base-url", "icdcdn.who.int"], "'icdcdn.who.int' is not a web address; expected is for example http://localhost:8080/.", "icd data fetch --help" },
        { ["data", "fetch", "2024-01", "--sha256", "mapping.zip=12"], "'mapping.zip=12' is not FILE=SHA256 with 64 hexadecimal digits.", "icd data fetch --help" },
        { ["data", "fetch", "2024-01", "--sha256", NotHex], $"'{NotHex}' is not FILE=SHA256 with 64 hexadecimal digits.", "icd data fetch --help" },
        { ["data", "fetch", "2024-01", "--sha256", OtherFile], "--sha256 names 'x.zip', which is not fetched; fetched are SimpleTabulation-ICD-11-MMS-en.zip, mapping.zip.", "icd data fetch --help" },
        { ["data", "fetch", "2024-01", "--language", ","], "'' is not a language; expected is for example en, es or zh.", "icd data fetch --help" },
        { ["data", "crawl", "--server", "localhost:80"], "'localhost:80' is not a web address; expected is for example http://localhost:8080/.", "icd data crawl --help" },
        { ["data", "crawl", "--token-url", "x"], "'x' is not a web address; expected is for example http://localhost:8080/.", "icd data crawl --help" },
        { ["data", "crawl", "--release", "x"], "'x' is not a release id; expected is for example 2024-01.", "icd data crawl --help" },
        { ["data", "crawl", "--linearization", "x"], "--linearization is 'x'; expected is mms or icf.", "icd data crawl --help" },
        { ["data", "crawl", "--language", "x y"], "'x y' is not a language; expected is for example en, es or zh.", "icd data crawl --help" },
        { ["data", "crawl", "--concurrency", "0"], "--concurrency is 0; expected is 1 to 32.", "icd data crawl --help" },
        { ["data", "crawl", "--pause", "-1"], "--pause is -1; expected is 0 to 60000.", "icd data crawl --help" },
    };

    [Theory, MemberData(nameof(Refused))]
    public void Icd_WrongCommandLine_SaysWhyAndWhereToReadMore(string[] args, string reason, string help) =>
        IcdProcess.Run(args).IsUsageError(reason, help);

    /// <summary>Where the locale is Norwegian, no word of the English reason is left.</summary>
    [Theory, MemberData(nameof(Refused))]
    public void Icd_WrongCommandLine_SaysSoInBokmal(string[] args, string reason, string help)
    {
        var said = IcdProcess.Run(args, "", ("LC_ALL", "nb_NO.UTF-8")).Exits(2).Error;

        Assert.EndsWith($"\nSe `{help}`.\n", said, StringComparison.Ordinal);
        Assert.DoesNotContain(reason, said, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\b(is|are|expected|missing|there|give|unrecognized|cannot|option)\b", said.ToLowerInvariant());
    }

    [Theory]
    [InlineData("ICD_CLIENT_ID", "ICD_CLIENT_ID is set but ICD_CLIENT_SECRET is not.")]
    [InlineData("ICD_CLIENT_SECRET", "ICD_CLIENT_SECRET is set but ICD_CLIENT_ID is not.")]
    public void Crawl_HalfACredential_IsRefusedWithoutQuotingIt(string variable, string reason) =>
        IcdProcess.Run(["data", "crawl"], "", (variable, "s3cret")).IsUsageError(reason, "icd data crawl --help");

    [Fact]
    public void Icd_ControlCharactersInAWrongWord_AreShownNotSent()
    {
        IcdProcess.Run("\e[31mred").IsUsageError("Unrecognized command or argument '␛[31mred'.", "icd --help");
        IcdProcess.Run("show", "BA41", "--release", "\e[31m").IsUsageError("'␛[31m' is not a release id; expected is for example 2024-01.", "icd show --help");
    }
}
