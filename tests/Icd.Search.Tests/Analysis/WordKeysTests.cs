using Icd.Search.Analysis;
using Icd.Search.Lexicons;

namespace Icd.Search.Tests.Analysis;

public class WordKeysTests
{
    private static readonly WordKeys Keys = WordKeys.Of(Lexicon.Default.Inflections.Select(row => (row.Form, row.Lemma)), Lexicon.Default.Stopwords);

    public static TheoryData<string, string> Spellings => new()
    {
        { "karsinom", "carcinoma" }, { "anemi", "anaemia" }, { "appendisitt", "appendicitis" }, { "pneumoni", "pneumonia" }, { "revmatisk", "rheumatic" },
        { "nefrose", "nephrosis" }, { "kronisk", "chronic" }, { "infeksjon", "infection" }, { "diaré", "diarrhoea" }, { "skizofreni", "schizophrenia" },
        { "skitsofreni", "schizofreni" }, { "trombose", "thrombosis" }, { "fraktur", "fracture" }, { "ødem", "oedem" }, { "lårhals", "laarhals" }, { "øye", "oye" },
        { "psykose", "psychosis" }, { "vaksine", "vaccine" }, { "hypertensjon", "hypertension" }, { "nevropati", "neuropathy" }, { "kolecystitt", "cholecystitis" },
        { "brudd", "brud" }, { "Ménières", "menieres" }, { "ii", "2" }, { "Crohn's", "crohns" },
    };

    [Theory, MemberData(nameof(Spellings))]
    public void StemOf_SpellingsOfAWord_IsTheSame(string one, string other) => Assert.Equal(Keys.StemOf(one), Keys.StemOf(other));

    public static TheoryData<string, string[]> Forms => new()
    {
        { "lunge", ["lungen", "lunger", "lungene", "lungenes"] }, { "hjerte", ["hjertet", "hjerter", "hjertene", "hjarte"] }, { "øre", ["øret", "ører", "ørene"] },
        { "hånd", ["hånden", "hender", "hendene"] }, { "sykdom", ["sykdommen", "sykdommer", "sykdommene", "sjukdom"] }, { "skulder", ["skulderen", "skuldre", "skuldrene"] },
        { "akutt", ["akutte"] }, { "alvorlig", ["alvorlige"] }, { "kne", ["kneet", "knær"] }, { "barn", ["barnet", "barna"] }, { "nyre", ["nyrer", "nyrene", "nyra"] },
    };

    [Theory, MemberData(nameof(Forms))]
    public void StemOf_FormsOfAWord_IsTheSame(string lemma, string[] forms) =>
        Assert.All(forms, form => Assert.Equal($"{form}: {Keys.StemOf(lemma)}", $"{form}: {Keys.StemOf(form)}"));

    [Theory]
    [InlineData("hypertensjon", "hypotensjon")]
    [InlineData("type1", "type2")]
    [InlineData("b12", "b1")]
    [InlineData("11", "1")]
    [InlineData("hypertyreose", "hypotyreose")]
    public void StemOf_DifferentWords_Differs(string one, string other) => Assert.NotEqual(Keys.StemOf(one), Keys.StemOf(other));

    [Fact]
    public void StemOf_AStem_IsTheStem()
    {
        Span<char> stem = stackalloc char[SpellingKey.MaxLength];
        foreach (var word in Enumerable.Range(0, BuiltIn.Tables.Surfaces.Count).Select(i => BuiltIn.Tables.Surfaces[i].ToString()))
        {
            var key = WordKeys.SpellingOf(word);
            key.CopyTo(stem);
            var once = stem[..Stemmer.Strip(stem[..key.Length])].ToString();
            once.CopyTo(stem);
            Assert.Equal(once, stem[..Stemmer.Strip(stem[..once.Length])].ToString());
        }
    }
}
