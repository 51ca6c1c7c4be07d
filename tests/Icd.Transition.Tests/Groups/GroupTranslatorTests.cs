using Icd.Core.Codes;
using Icd.Tests;
using Icd.Transition.Groups;
using Icd.Transition.Tests.Support;

namespace Icd.Transition.Tests.Groups;

public class GroupTranslatorTests
{
    private static GroupTranslation Translate(string icd10)
    {
        var set = TestReleases.Compile($"group g\n icd10 {icd10}");
        return new GroupTranslator(set, TestReleases.Crosswalk, TestReleases.Back).Translate(0);
    }

    [WhoDataTheory]
    [InlineData("S72.0-S72.2", "NC72.2 NC72.3 NC72.4")]
    [InlineData("C61", "2C82")]
    [InlineData("J45-J46", "CA23")]
    [InlineData("C50", "BlockL3-2C6")]
    [InlineData("I60, I61, I63, I64", "8B00 8B01 8B11 8B20")]
    public void Translate_CommonGroups_AreTheSubtreesThatACoderWouldWrite(string icd10, string expected)
    {
        var translation = Translate(icd10);

        Assert.Equal(expected, string.Join(' ', translation.Terms.Select(term => term.Term.Text)));
        Assert.Empty(translation.NotExpressed);
    }

    [WhoDataFact]
    public void Translate_CodesThatDifferByAnExtensionCode_AreToldApart()
    {
        var translation = Translate("S72.01");

        var set = TestReleases.Compile(Text(translation));
        Assert.Empty(translation.NotExpressed);
        Assert.True(set.Has11(TestReleases.Crosswalk.Map(Icd10Code.Parse("S72.01")).Expression.ToString()));
        Assert.False(set.Has11(TestReleases.Crosswalk.Map(Icd10Code.Parse("S72.00")).Expression.ToString()));
    }

    [WhoDataFact]
    public void Translate_CodesThatIcd11DoesNotTellApart_AreNamed()
    {
        // F10.0 and Y91.9 become the same expression.
        var translation = Translate("Y91.9");

        Assert.Contains(translation.NotExpressed, missed => missed.Reason.English.Contains("does not tell", StringComparison.Ordinal));
    }

    [WhoDataFact]
    public void Translate_EveryChapter_SaysExactlyWhatItGetsWrong()
    {
        foreach (var chapter in TestReleases.Crosswalk.Edition.Roots.Where((_, i) => i % 3 == 0))
        {
            var translation = Translate($"ch:{chapter.Code}");
            var set = TestReleases.Compile(Text(translation));
            var wrong = TestReleases.Crosswalk.Codes.Where(code =>
            {
                var answer = TestReleases.Crosswalk.Map(code);
                return (answer.HasTarget && set.Contains(0, answer.Expression)) != set.Contains(0, code);
            });

            Assert.Equal(wrong.Select(code => code.ToString()).Order(), translation.NotExpressed.Select(missed => missed.Code.ToString()).Order());
        }
    }

    /// <summary>The proposal, written and read again.</summary>
    private static string Text(GroupTranslation translation)
    {
        using var writer = new StringWriter();
        GroupText.Write(writer, translation, MessageLanguage.English);
        return writer.ToString();
    }
}
