using Icd.Core.Codes;
using Icd.Core.Expressions;
using Icd.Core.Releases;

namespace Icd.Mapping.Conversion;

/// <summary>Decides what to do with a file, or says why that cannot be.</summary>
internal sealed class ConversionPlanner(Crosswalk crosswalk, ReleaseCatalog catalog)
{
    public ConversionPlan Plan(ConversionOptions options, ConversionInput input)
    {
        Check(options);
        if (input.Sample.Length == 0) throw ConversionException.OfData($"{input.Path} er tom.", $"{input.Path} is empty.");
        var dialect = DialectDetection.Detect(input, options, out var bom);
        var text = input.Sample.AsMemory(bom);
        var firstRow = SampleRows.FirstRow(text.Span, in dialect, input.IsWhole);
        if (options.HasHeader && firstRow == text.Length && !input.IsWhole)
            throw ConversionException.OfData($"{input.Path}: den første raden er lengre enn 1 MiB, og det er ingen overskrift. Se på linjeskiftene; --no-header tar den for en rad som andre.", $"{input.Path}: the first row is longer than 1 MiB, which no header is. Check the line ends; --no-header takes it for a row like others.");
        var header = options.HasHeader ? text[..firstRow] : ReadOnlyMemory<byte>.Empty;
        var names = options.HasHeader ? SampleRows.Texts(header, in dialect) : null;
        var rows = text[header.Length..];
        var count = ColumnCount(rows, names, input.IsWhole, dialect);
        var choice = new ColumnChoice(names, count, Described(dialect.Delimiter));
        if (options.Columns.Count == 0) throw Proposal(options, choice, rows, input, dialect, count);
        var columns = Columns(options, choice);
        ICodeConverter converter = options.Direction == ConversionDirection.ToIcd11 ? new ForwardConverter(crosswalk, catalog) : new BackwardConverter(crosswalk);
        var decisions = options.Decisions is null ? null : Decisions.Read(options.Decisions, converter);
        if (decisions is not null) converter = new DecidedConverter(converter, decisions);
        string[] added = [.. columns.SelectMany(column => CellAnswers.Names(options.Prefix + column.Name, converter.TargetName, options.Add)), options.Prefix + ConversionLayout.ReasonColumn];
        CheckNames(added, names);
        var edition = options.EditionColumn is null ? -1 : choice.Find(options.EditionColumn);
        var layout = new ConversionLayout(dialect, count, columns, edition, CellAnswers.ColumnsFor(options.Add));
        byte[] beginning = [.. input.Sample.AsSpan(0, bom), .. header.Span];
        byte[] newBeginning = options.HasHeader ? [.. input.Sample.AsSpan(0, bom), .. WithNames(header.Span, dialect, count - names!.Count, added)] : beginning;
        return new(options, layout, bom > 0, beginning, newBeginning, header.Span.Count(dialect.LineEnd), added, converter, Data(decisions?.Sha256));
    }

    private static void Check(ConversionOptions options)
    {
        if (options.Separator is { Length: 0 }) throw ConversionException.OfUsage("--separator er tom: oppgi hva som står mellom kodene i en celle, som ',' eller ' '.", "--separator is empty: give what stands between the codes of a cell, such as ',' or ' '.");
        // These are parts of an ICD-11 expression: a / between two targets would make one diagnosis of them.
        if (options.Separator is not null && options.JoinText.AsSpan().ContainsAny('/', '&', '.'))
            throw ConversionException.OfUsage($"Mål med '{options.JoinText}' mellom seg kan ikke skilles fra et ICD-11-uttrykk: oppgi en annen tekst med --join, som --join ' '.", $"Targets joined by '{options.JoinText}' could not be told from an ICD-11 expression: give another text with --join, such as --join ' '.");
        if (options.Separator is not null && options.JoinText.All(letter => letter == '_' || char.IsAsciiLetterOrDigit(letter)))
            throw ConversionException.OfUsage($"Mål kan ikke ha '{options.JoinText}' mellom seg, for det er tegn som koder består av: oppgi en annen tekst med --join.", $"Targets cannot be joined by '{options.JoinText}', which codes are made of: give another text with --join.");
        if (options.Edition is not null && options.EditionColumn is not null) throw ConversionException.OfUsage("Utgaven er oppgitt både for filen og med en kolonne; oppgi én av delene.", "The edition is given for the file and by a column; give one of the two.");
        if (options.Direction == ConversionDirection.ToIcd10 && (options.Edition is not null || options.EditionColumn is not null || options.AsteriskColumns.Count > 0))
            throw ConversionException.OfUsage("Utgaver og stjernekolonner hører til ICD-10; de sier ikke noe om ICD-11-koder.", "Editions and asterisk columns are of ICD-10; they say nothing of ICD-11 codes.");
        if (options.Shards > 0 && (options.Shard < 1 || options.Shard > options.Shards)) throw ConversionException.OfUsage($"Det er ingen del {options.Shard} av {options.Shards}: ventet er 1/{options.Shards} til {options.Shards}/{options.Shards}.", $"There is no shard {options.Shard} of {options.Shards}: expected is 1/{options.Shards} to {options.Shards}/{options.Shards}.");
        if (options.Shards > 0 && options.Input == ConversionOptions.Stream) throw ConversionException.OfUsage("En strøm kan ikke deles opp: lengden er ikke kjent. Oppgi en fil.", "A stream cannot be divided into shards: its length is not known. Give a file.");
        if (options.Shards > 0 && options.Output == ConversionOptions.Stream) throw ConversionException.OfUsage("En del krever en fil som resultat, med manifestet ved siden av: `icd convert merge` leser begge.", "A shard needs a file as output, with its manifest beside it: `icd convert merge` reads both.");
    }

    private static List<ConvertedColumn> Columns(ConversionOptions options, ColumnChoice choice)
    {
        var asterisks = options.AsteriskColumns.ToDictionary(pair => choice.Find(pair.Key), pair => choice.Find(pair.Value));
        var columns = options.Columns.Select(choice.Find).Select(index => new ConvertedColumn(choice.NameOf(index), index, asterisks.TryGetValue(index, out var asterisk) ? asterisk : -1)).ToList();
        if (columns.GroupBy(column => column.Index).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw ConversionException.OfUsage($"Kolonnen '{twice.First().Name}' er oppgitt to ganger.", $"Column '{twice.First().Name}' is given twice.");
        foreach (var index in asterisks.Keys.Where(index => !columns.Exists(column => column.Index == index)))
            throw ConversionException.OfUsage($"Kolonnen '{choice.NameOf(index)}' har en stjernekolonne, men konverteres ikke: oppgi den med --column også.", $"Column '{choice.NameOf(index)}' has an asterisk column but is not converted: give it with --column too.");
        return columns;
    }

    /// <summary>How many columns rows have: as many as the header, or more where most rows end with a delimiter that the header lacks.</summary>
    private static int ColumnCount(ReadOnlyMemory<byte> rows, List<string>? names, bool isWhole, Dialect dialect)
    {
        var widths = new RowWidths(rows, in dialect, isWhole);
        if (names is null) return widths.All == 0 ? 1 : widths.Usual;
        return widths.Usual > names.Count && widths.Of(widths.Usual) * 2 > widths.All && widths.Of(names.Count) == 0 ? widths.Usual : names.Count;
    }

    private static void CheckNames(string[] added, List<string>? names)
    {
        var known = new HashSet<string>(names ?? [], StringComparer.OrdinalIgnoreCase);
        foreach (var name in added)
        {
            if (!known.Add(name))
                throw ConversionException.OfUsage($"Det er en kolonne '{name}' fra før, som om filen var konvertert tidligere. --prefix gir de nye kolonnene andre navn.", $"There is a column '{name}' already, as if the file had been converted before. --prefix gives the added columns other names.");
        }
    }

    private static byte[] WithNames(ReadOnlySpan<byte> header, Dialect dialect, int missing, string[] added)
    {
        var content = dialect.ContentLength(header);
        var names = new string((char)dialect.Delimiter, missing) + string.Concat(added.Select(name => (char)dialect.Delimiter + dialect.Cell(name)));
        // A header without a line end is a file without rows.
        return [.. header[..content], .. dialect.Encoding.Encode(names, out _), .. header[content..]];
    }

    private ConversionException Proposal(ConversionOptions options, ColumnChoice choice, ReadOnlyMemory<byte> rows, ConversionInput input, Dialect dialect, int count)
    {
        var columns = ColumnProposal.Of(rows, input.IsWhole, dialect, count, options.Separator, IsCode);
        var arguments = string.Join(' ', columns.Select(column => $"--column {Argument(options.HasHeader ? choice.NameOf(column.Index) : $"{column.Index + 1}")}"));
        return ConversionException.OfUsage(
            $"Si med --column hvilke kolonner diagnosene står i. {(columns.Count == 0 ? "Ingen kolonne ser ut til å ha slike koder." : $"Disse ser ut til å ha koder: {Listed("av de første cellene")}. Om det er dem du mener: {arguments}")}",
            $"Say which columns hold the diagnoses, with --column. {(columns.Count == 0 ? "No column looks as if it held such codes." : $"These look as if they held codes: {Listed("of its first cells")}. If they are what you mean: {arguments}")}");

        string Listed(string cells) => string.Join(", ", columns.Select(column => $"{choice.NameOf(column.Index)} ({column.Percent} % {cells})"));

        bool IsCode(string text) => options.Direction == ConversionDirection.ToIcd11
            ? (Icd10Code.TryParse(text, out var code) && crosswalk.Edition.TryFind(code, out _)) || DaggerPair.TryParse(text, out _, out _)
            : ClusterExpression.TryParse(text, out var expression) && crosswalk.Release.TryFind(expression[0], out _);
    }

    private static string Argument(string name) => name.All(letter => char.IsLetterOrDigit(letter) || letter is '_' or '-' or '.') ? name : $"'{name.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    private static MapText Described(byte delimiter)
    {
        var isTab = delimiter == (byte)'\t';
        return new(
            $"(Det antas at cellene skilles med {(isTab ? "tabulator" : $"'{(char)delimiter}'")}; --delimiter sier noe annet.)",
            $"(The cells are taken to be separated by {(isTab ? "tabs" : $"'{(char)delimiter}'")}; --delimiter says otherwise.)");
    }

    private ManifestData Data(string? decisions) => new(
        crosswalk.Edition.Key.ToString(), crosswalk.Edition.ContentHash, crosswalk.Release.Key.ToString(), crosswalk.Release.ContentHash,
        crosswalk.Who is { } who ? $"{who.Release}: {string.Join(", ", who.Sources.Select(source => $"{source.Name} sha256:{source.Sha256}"))}" : null,
        crosswalk.RulesFingerprint, decisions);
}
