using Icd.Core.Codes;
using Icd.Core.Releases;
using Icd.Search.Lexicons;
using Icd.Tests;

namespace Icd.Search.Tests.Lexicons;

public class LexiconTests
{
    [Fact]
    public void Default_HasAtLeastTheEntriesAskedFor() => Assert.True(Lexicon.Default.Names.Sum(name => name.Terms.Count) >= 2500);

    [Fact]
    public void Default_EveryIcd10Code_IsInTheNorwegianList()
    {
        var release = BuiltIn.Sources.Icd10!;
        var unknown = Lexicon.Default.Names.SelectMany(name => name.Icd10.Select(code => (name.Origin, Code: code)))
            .Concat(Lexicon.Default.Priors.SelectMany(prior => prior.Icd10.Select(code => (prior.Origin, Code: code))))
            .Where(row => !release.TryFind(row.Code, out var entity) || entity.Code != row.Code).Select(row => $"{row.Origin} {row.Code}");

        Assert.Empty(unknown);
    }

    [Fact]
    public void Default_EveryIcd11Code_HasTheFormOfAStem() =>
        Assert.Empty(Lexicon.Default.Names.SelectMany(name => name.Icd11.Where(code => !Icd11Code.TryParse(code, out var parsed) || parsed.ToString() != code).Select(code => $"{name.Origin} {code}")));

    [WhoDataFact]
    public void Default_EveryIcd11Code_IsInWhosRelease()
    {
        var release = Release.Open(Path.Combine(WhoReleases.Folder, "mms-2024-01" + ReleaseKey.FileExtension));
        var unknown = Lexicon.Default.Names.SelectMany(name => name.Icd11.Select(code => (name.Origin, Code: code)))
            .Concat(Lexicon.Default.Priors.SelectMany(prior => prior.Icd11.Select(code => (prior.Origin, Code: code))))
            .Where(row => !release.TryFind(row.Code, out var entity) || entity.Code != row.Code).Select(row => $"{row.Origin} {row.Code}");

        Assert.Empty(unknown);
    }

    [Fact]
    public void Default_EveryPlaceOfOneSex_IsACodeOrABlock()
    {
        var entities = BuiltIn.Sources.Icd10!.Entities.Select(entity => (Block: entity.BlockId, entity.Code)).ToList();

        Assert.All(Lexicon.Default.SexRestrictions.SelectMany(row => row.Icd10), place => Assert.Contains(entities, entity => entity.Block == place || entity.Code.StartsWith(place, StringComparison.Ordinal)));
    }

    public static TheoryData<string, string, string> Malformed => new()
    {
        { "terms-x.tsv", "terms\tkind\ticd10\n", "terms-x.tsv:1: the columns are terms, kind, icd10. They must be terms, kind, icd10, icd11, comment, one tab between two." },
        { "terms-x.tsv", "", "terms-x.tsv:1: the table has no header. Its first line must be terms, kind, icd10, icd11, comment, one tab between two." },
        { "terms-x.tsv", "terms\tkind\ticd10\ticd11\tcomment\n# ok\na\tslang\tJ44\t\t\n", "terms-x.tsv:3: 'slang' in column 2 is no kind of name. Use one of lay, clinical, eponym, abbreviation, latin, english, nynorsk, older." },
        { "terms-x.tsv", "terms\tkind\ticd10\ticd11\tcomment\na\tlay\t\t\t\n", "terms-x.tsv:2: the row has no code. Give the codes that the names mean, or delete the line." },
        { "terms-x.tsv", "terms\tkind\ticd10\ticd11\tcomment\na| b\tlay\tJ44\t\t\n", "terms-x.tsv:2: 'a| b' in column 1 has an empty alternative, or one with a space around it. Write alternatives as a|b without spaces around the bar." },
        { "terms-x.tsv", "terms\tkind\ticd10\ticd11\tcomment\na\tlay\n", "terms-x.tsv:2: there are 2 columns, not 5. Put one tab between two columns." },
        { "equivalents.tsv", "words\tcomment\na\t\n", "equivalents.tsv:2: 'a' in column 1 is a single word. Give at least two, separated by |." },
        { "related.tsv", "query\tfinds\tweight\tcomment\na\tb\t1.5\t\n", "related.tsv:2: '1.5' in column 3 is no weight. Give a number between 0 and 1, such as 0.7." },
        { "forms.tsv", "form\tposition\tmeans\tcomment\na\tmiddle\tb\t\n", "forms.tsv:2: 'middle' in column 2 is no position. Use first, last or any." },
        { "abbreviations.tsv", "short\tlong\twhere\tcomment\na\tb\there\t\n", "abbreviations.tsv:2: 'here' in column 3 does not say where. Use title, note or both." },
        { "priors.tsv", "icd10\ticd11\tlevel\tcomment\nJ44\t\t9\t\n", "priors.tsv:2: '9' in column 3 is no level. Use 1 (rare) to 5 (everyday)." },
        { "sex.tsv", "sex\ticd10\ticd11\tcomment\nx\tO\t18\t\n", "sex.tsv:2: 'x' in column 1 is no sex. Use female or male." },
        { "other.tsv", "", "other.tsv:1: no table of the lexicon has this name. Tables of names are called terms-SUBJECT.tsv; data/README.md lists the others." },
    };

    [Theory, MemberData(nameof(Malformed))]
    public void Read_MalformedTable_NamesFileLineAndRemedy(string file, string text, string message)
    {
        var exception = Assert.Throws<LexiconFormatException>(() => Lexicon.Read((file, new StringReader(text))));

        Assert.Equal(message, exception.Message);
    }
}
