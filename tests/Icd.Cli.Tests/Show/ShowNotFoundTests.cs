using Icd.Cli.Tests.Support;
using Icd.Tests;

namespace Icd.Cli.Tests.Show;

/// <summary>The answer is no: exit code 1, the releases looked into, and the nearest or likely meaning.</summary>
public class ShowNotFoundTests
{
    private const string All = "ICD-11 MMS 2024-01, ICD-10 2026, ICF 2022-02, ICPC-2 2026";

    public static TheoryData<string, string, string> Messages => new()
    {
        { "BA41.3", $"'BA41.3' is not in {All}. The nearest above it is BA41, Acute myocardial infarction.", "well-formed; its stem exists" },
        { "E11.99", $"'E11.99' is not in {All}. The nearest above it is E11.9, Diabetes mellitus type 2 uten kompl.", "ICD-10 with a digit too many" },
        { "ZZ99", $"'ZZ99' is not in {All}.", "well-formed; nothing near" },
        { "BA4O", $"'BA4O' is not in {All}. The letter 'O' at character 4 never occurs in ICD-11 codes; I and O are left out because they pass for 1 and 0. Did you mean BA40?", "letter O for zero" },
        { "E11 9", $"'E11 9' is not in {All}. ' ' at character 4 cannot stand there in a code.", "ICD-10 form is explained as ICD-10" },
        { "E1l.9", $"'E1l.9' is not in {All}. 'l' at character 3 cannot stand there in a code. Did you mean E11.9?", "letter l for one" },
        { "E11.-", $"'E11.-' is not in {All}. '-' at character 5 makes this a range or a placeholder; one single code is expected. Did you mean E11?", "placeholder" },
        { "", $"'' is not in {All}. There is no code here.", "nothing" },
        { "1234567890", $"'1234567890' is not in {All}.", "an id that no entity has" },
        { "BlockL9-ZZZ", $"'BlockL9-ZZZ' is not in {All}.", "a block id that no block has" },
        { "http://id.who.int/icd/entity/99", $"'http://id.who.int/icd/entity/99' is not in {All}.", "a well-formed URI has no syntax to explain" },
        { "http://id.who.int/icd/release/11/2022-02/mms/99", "'http://id.who.int/icd/release/11/2022-02/mms/99' is not in ICD-11 MMS 2022-02.", "a versioned URI names its release" },
        { "http://example.org/x", $"'http://example.org/x' is not in {All}. This is not an ICD-11 entity URI from character 5 on ('://example.org/x'); expected for example http://id.who.int/icd/release/11/mms/257068234.", "another address" },
        { "BA41 & XK8G", "'BA41 & XK8G' is an expression; `show` takes one code at a time. `icd parse` takes expressions apart.", "an expression" },
    };

    [WhoDataTheory, MemberData(nameof(Messages))]
    public void Show_NotThere_SaysWhereAndWhatIsNear(string query, string message, string why)
    {
        var result = RealReleases.Run("show", query).Exits(1);

        Assert.True("" == result.Out, why);
        Assert.Equal($"icd: {message}\n", result.Error);
    }

    [WhoDataTheory]
    [InlineData("BA41.3", $"'BA41.3' finnes ikke i {All}. Nærmest over er BA41, Akutt hjerteinfarkt.")]
    [InlineData("BA4O", $"'BA4O' finnes ikke i {All}. Bokstaven 'O' på plass 4 finnes ikke i ICD-11-koder; I og O er utelatt fordi de forveksles med 1 og 0. Mente du BA40?")]
    [InlineData("BA41/BA40", "'BA41/BA40' er et uttrykk; `show` tar én kode om gangen. `icd parse` deler opp uttrykk.")]
    public void Show_NotThereInBokmal_IsWhollyInBokmal(string query, string message) =>
        Assert.Equal($"icd: {message}\n", RealReleases.Run("show", query, "--lang", "nb").Exits(1).Error);

    [WhoDataFact]
    public void Show_NotThereAsJson_HasAnEmptyListOnStandardOutput()
    {
        var result = RealReleases.Run("show", "ZZ99", "--json").Exits(1);

        Assert.Equal("""{"query":"ZZ99","entities":[]}""" + "\n", result.Out);
        Assert.Equal($"icd: 'ZZ99' is not in {All}.\n", result.Error);
    }

    [Fact]
    public void Show_LongPastedText_IsQuotedInPart()
    {
        var result = IcdProcess.Run("show", string.Concat(Enumerable.Repeat("Secret name 01017012345. ", 400))).Exits(1);

        Assert.True(result.Error.Length < 1_000, result.Error);
        Assert.Contains("…' is not in ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Show_ControlCharacters_DoNotReachTheTerminal() =>
        Assert.DoesNotContain('\e', IcdProcess.Run("show", "E11\e]0;owned\a").Exits(1).Error);
}
