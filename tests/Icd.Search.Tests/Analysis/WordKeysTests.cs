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
        { "ureter", ["ureteren", "ureteret", "ureteres", "ureters"] }, { "kateter", ["kateteret", "katetre", "kateterets"] }, { "virus", ["viruset", "virusene", "viruses"] }, { "trett", ["trøtt", "trette"] },
        { "abscess", ["abscesser", "abscessen", "abscessus"] }, { "hypertrofisk", ["hypertrof", "hypertrofe"] }, { "hjerte", ["hjertes"] },
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
        foreach (var word in Enumerable.Range(0, BuiltIn.Tables.Surfaces.Count).Select(i => BuiltIn.Tables.Surfaces[i].ToString()))
        {
            var once = Strip(WordKeys.SpellingOf(word));
            Assert.Equal(once, Strip(once));
        }

        static string Strip(string key)
        {
            Span<char> stem = stackalloc char[SpellingKey.MaxLength];
            key.CopyTo(stem);
            var length = key.Length;
            while (Stemmer.TryStrip(stem[..length], out length)) { }

            return stem[..length].ToString();
        }
    }

    public static TheoryData<string, string> OtherWords => new()
    {
        { "ureter", "urethra" }, { "ureteren", "urea" }, { "abscess", "absense" }, { "kateter", "katt" }, { "kutan", "kutt" }, { "kutane", "kuttet" }, { "ileus", "ileum" },
        { "stress", "struma" }, { "føtus", "fot" }, { "uterus", "uten" }, { "talus", "tale" }, { "chorea", "cor" }, { "masseter", "masse" }, { "KOLS", "cholera" },
        { "tretthet", "tre" }, { "mater", "mat" }, { "potens", "pote" }, { "melena", "mel" },
    };

    [Theory, MemberData(nameof(OtherWords))]
    public void StemOf_WordsThatOnlyBeginAlike_Differ(string one, string other) => Assert.NotEqual(Keys.StemOf(one), Keys.StemOf(other));
}
