namespace Icd.Transition.Scan.Text;

/// <summary>The syntax of a file by its name.</summary>
internal static class Languages
{
    private static readonly (string, string)[] Slashes = [("/*", "*/")];

    private static readonly Syntax Text = new("text") { Quotes = "", IsBare = true, IsProse = true };
    private static readonly Syntax Table = new("table") { Quotes = "", IsBare = true, IsTable = true };
    private static readonly Syntax Settings = new("configuration") { EndsWithLine = true, LineComments = ["#", ";"], IsBare = true, IsData = true, NameCharacters = "-" };
    private static readonly Syntax Script = new("shell") { EndsWithLine = true, LineComments = ["#"], MultilineQuotes = "\"'" };
    private static readonly Syntax CLike = new("C-like") { LineComments = ["//"], BlockComments = Slashes, HasTripleQuotes = true };

    /// <summary>SQL of any dialect; also what a literal with a query in it is read as.</summary>
    public static Syntax Sql { get; } = new("SQL")
    {
        LineComments = ["--"],
        BlockComments = Slashes,
        Quotes = "'\"",
        MultilineQuotes = "'",
        HasBackslash = false,
        IsSql = true,
        NameCharacters = "@#$",
    };

    private static readonly Dictionary<string, Syntax> ByExtension = Register(
        (new("C#") { LineComments = ["//"], BlockComments = Slashes, HasTripleQuotes = true, HasVerbatim = true, NameCharacters = "@" }, "cs csx cshtml razor"),
        (new("Java") { LineComments = ["//"], BlockComments = Slashes, HasTripleQuotes = true, NameCharacters = "@$" }, "java groovy gradle kt kts scala"),
        (new("JavaScript") { LineComments = ["//"], BlockComments = Slashes, Quotes = "\"'`", MultilineQuotes = "`", HasRegexLiterals = true, NameCharacters = "$" }, "js mjs cjs jsx ts tsx mts cts vue svelte"),
        (Sql, "sql tsql psql pls plsql pks pkb pkg prc fnc trg vw ddl hql cql bteq"),
        (new("Python") { EndsWithLine = true, LineComments = ["#"], HasTripleQuotes = true }, "py pyw pyi ipynb.py"),
        (new("R") { EndsWithLine = true, LineComments = ["#"], MultilineQuotes = "\"'", NameCharacters = "." }, "r rmd qmd rnw"),
        (new("SAS") { BlockComments = Slashes, StarComment = ';', HasBackslash = false, MultilineQuotes = "\"'", NameCharacters = "&%$" }, "sas egp.sas"),
        (new("Stata") { EndsWithLine = true, LineComments = ["//"], BlockComments = Slashes, StarComment = '\n', Quotes = "\"", HasBackslash = false, IsBare = true }, "do ado"),
        (new("SPSS") { BlockComments = Slashes, StarComment = '.', HasBackslash = false }, "sps"),
        (new("Visual Basic") { EndsWithLine = true, HasApostropheComments = true, Quotes = "\"", HasBackslash = false, NameCharacters = "$" }, "vb vbs bas cls frm vba"),
        (new("COBOL") { EndsWithLine = true, LineComments = ["*>"], HasColumnComments = true, HasBackslash = false, NameCharacters = "-" }, "cob cbl cobol cpy cpb"),
        (new("Pascal") { LineComments = ["//"], BlockComments = [("{", "}"), ("(*", "*)")], Quotes = "'", HasBackslash = false }, "pas dpr dpk dfm"),
        (new("MUMPS") { EndsWithLine = true, LineComments = [";"], Quotes = "\"", HasBackslash = false, NameCharacters = "%^" }, "m int mac mumps ros"),
        (new("Fortran") { EndsWithLine = true, LineComments = ["!"], HasBackslash = false }, "f f90 f95 for"),
        (CLike with { Name = "C" }, "c h cpp hpp cc hh cxx m4 proto thrift"),
        (CLike with { Name = "Go", MultilineQuotes = "`", Quotes = "\"'`" }, "go"),
        (CLike with { Name = "Swift" }, "swift dart rs"),
        (CLike with { Name = "PHP", LineComments = ["//", "#"], MultilineQuotes = "\"'" }, "php phtml"),
        (Script with { Name = "Ruby", HasRegexLiterals = true }, "rb rake erb"),
        (Script with { Name = "Perl", HasRegexLiterals = true, NameCharacters = "$@%" }, "pl pm"),
        (Script, "sh bash zsh ksh bat cmd ps1 psm1 psd1 jl lua ex exs tcl awk sed"),
        (new("JSON") { LineComments = ["//"], BlockComments = Slashes, Quotes = "\"", IsData = true }, "json jsonc json5 ndjson jsonl geojson ipynb avsc graphql gql webmanifest"),
        (new("YAML") { EndsWithLine = true, LineComments = ["#"], IsBare = true, IsData = true, NameCharacters = "-" }, "yaml yml"),
        (Settings, "ini cfg conf config.ini properties toml env editorconfig hocon tf hcl feature dbml prisma"),
        (new("XML") { BlockComments = [("<!--", "-->")], IsMarkup = true, IsData = true }, "xml xsd xsl xslt wsdl html htm xhtml config csproj vbproj resx xaml rdl rdlc dtsx bpmn dmn edmx sch axaml jrxml hbm ktr kjb"),
        (Table, "csv tsv tab"),
        (Text, "txt md rst adoc tex org log text asciidoc"));

    /// <summary>Extensions of files that never hold text.</summary>
    private static readonly HashSet<string> Binary = new(
        "svg png jpg jpeg gif bmp ico webp tif tiff psd pdf doc docx ppt pptx xls xlsb odt ods zip gz bz2 xz zst 7z rar tar jar war ear nupkg whl egg dll exe so dylib a o obj lib pdb class pyc pyd wasm bin dat.gz iso img deb rpm woff woff2 ttf otf eot mp3 mp4 wav ogg avi mov mkv flac db sqlite sqlite3 mdf ldf parquet feather rds rdata sas7bdat dta sav por icdrel icdmap icdsearch bak snk pfx p12 jks keystore mo gmo winmd"
            .Split(' '), StringComparer.OrdinalIgnoreCase);

    /// <summary>How many languages and kinds of file have a syntax of their own.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. ByExtension.Values.Select(syntax => syntax.Name).Distinct().Order(StringComparer.Ordinal)];

    public static Syntax Of(string path)
    {
        var extension = Path.GetExtension(path.AsSpan());
        return !extension.IsEmpty && ByExtension.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(extension[1..], out var syntax) ? syntax : Text;
    }

    public static bool IsWorkbook(string path) => path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".xlsm", StringComparison.OrdinalIgnoreCase);

    public static bool IsBinaryByName(string path)
    {
        var extension = Path.GetExtension(path.AsSpan());
        return !extension.IsEmpty && Binary.GetAlternateLookup<ReadOnlySpan<char>>().Contains(extension[1..]);
    }

    private static Dictionary<string, Syntax> Register(params ReadOnlySpan<(Syntax Syntax, string Extensions)> languages)
    {
        var all = new Dictionary<string, Syntax>(StringComparer.OrdinalIgnoreCase);
        foreach (var (syntax, extensions) in languages)
        {
            foreach (var extension in extensions.Split(' ')) all[extension] = syntax;
        }

        return all;
    }
}
