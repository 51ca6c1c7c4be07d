using System.Text;
using Icd.Core.Releases;

namespace Icd.SyntheticRegistry;

/// <summary>Writes a registry extract that nobody's data is in.</summary>
internal sealed class RegistryWriter
{
    private const int Institutions = 60, CodesOfCell = 20, Conditions = 6;
    private const double PairsInAMillion = 12_000, ExternalCausesInAMillion = 550_000;

    /// <summary>How likely each further diagnosis is, by setting: means of about 3.5, 1.6, 1.8 and 2.6 diagnoses.</summary>
    private static readonly double[] FurtherDiagnosis = [0.72, 0.38, 0.45, 0.62];

    private static readonly string[] SettingCodes = ["1", "3", "PHV", "DÅR"];
    private static readonly string[] Placeholders = ["NULL", "-", "ukjent", "Ukjent", "999", "?", "000"];
    private static readonly string[] OtherSystems = ["P76", "T90", "250.0", "DR51", "5A11", "F1.9", "NGB40"];

    private readonly RegistryOptions _options;
    private readonly CodeFrequencies _frequencies;
    private readonly OldCodes _old = new();
    private readonly RegistryRandom _random;
    private readonly DirtShares _dirt;
    private readonly ByteRow _row = new(), _cell = new();
    private readonly Encoding _encoding, _foreign;
    private readonly byte[][] _plain, _dotted, _phrases, _foreignPhrases, _settings;
    private readonly bool[] _hasOld;
    private readonly WeightedChoice _settingChoice = new([25, 60, 14, 1]);
    private readonly WeightedChoice[] _counts;
    private readonly (int Dagger, int Asterisk)[] _pairs;
    private readonly WeightedChoice _pairChoice;
    private readonly byte[] _newLine, _separator;
    private readonly int[] _drawn = new int[CodesOfCell];
    private long _codes;

    public RegistryWriter(Release icd10, RegistryOptions options)
    {
        (_options, _frequencies, _random, _dirt) = (options, new(icd10), new(options.Seed), new(options.Dirt));
        _encoding = options.TextEncoding;
        _foreign = options.Encoding is RegistryEncoding.Utf8 or RegistryEncoding.Utf8Bom ? Encoding.Latin1 : Encoding.UTF8;
        _plain = [.. _frequencies.Codes.Select(Encoding.ASCII.GetBytes)];
        _dotted = [.. _frequencies.Codes.Select(code => Encoding.ASCII.GetBytes(Dotted(code)))];
        _phrases = [.. FreeText.Phrases.Select(_encoding.GetBytes)];
        _foreignPhrases = [.. FreeText.Phrases.Select(_foreign.GetBytes)];
        _settings = [.. SettingCodes.Select(_encoding.GetBytes)];
        _hasOld = [.. _frequencies.Codes.Select(code => !_old.IsInUse(code, 0) || _old.Find(code, 0, 0, out _) is not null)];
        _counts = [.. FurtherDiagnosis.Select(share => new WeightedChoice([.. Enumerable.Range(0, MostCodes).Select(n => Math.Pow(share, n))]))];
        var pairs = Table.Read("pairs.tsv").ToList();
        var places = Enumerable.Range(0, _plain.Length).ToDictionary(place => _frequencies.Codes[place]);
        _pairs = [.. pairs.Select(line => (places[line[0]], places[line[1]]))];
        _pairChoice = new([.. pairs.Select(line => Table.Number(line[2]))]);
        (_newLine, _separator) = (options.WritesCrLf ? "\r\n"u8.ToArray() : "\n"u8.ToArray(), _encoding.GetBytes(options.CellSeparator));
    }

    private int MostCodes => _options.Layout switch { RegistryLayout.Three => 3, RegistryLayout.Pairs => Conditions, _ => CodesOfCell };

    /// <summary>The header's cells for a layout.</summary>
    public static IReadOnlyList<string> Header(RegistryLayout layout)
    {
        if (layout == RegistryLayout.Three) return ["id", "dato", "dx1", "dx2", "dx3"];
        IEnumerable<string> diagnoses = layout switch
        {
            RegistryLayout.Cell => ["hoveddiagnose", "bidiagnoser"],
            RegistryLayout.Columns => Enumerable.Range(1, CodesOfCell - 1).Select(i => $"bidiagnose{i}").Prepend("hoveddiagnose"),
            _ => Enumerable.Range(1, Conditions).SelectMany(i => new[] { $"tilstand{i}_kode1", $"tilstand{i}_kode2" }),
        };
        return ["lopenr", "pasient", "institusjon", "omsorgsniva", "inn", "ut", "alder", "kjonn", "aar", .. diagnoses, "merknad"];
    }

    /// <summary>Writes the file and tells what is in it.</summary>
    public RegistryTruth Write(Stream stream)
    {
        var bytes = 0L;
        if (_options.Encoding == RegistryEncoding.Utf8Bom) _row.Add("\uFEFF"u8);
        if (_options.WritesHeader)
        {
            _row.Add(_encoding.GetBytes(string.Join(_options.Delimiter, Header(_options.Layout))));
            _row.Add(_newLine);
        }

        var years = new YearOfRow(_options);
        for (var number = 0L; number < _options.Rows; number++)
        {
            if (_options.Layout == RegistryLayout.Three) AddNarrow(number + 1, years.Of(number));
            else AddWide(number + 1, years.Of(number));
            if (_row.Length < 1 << 20) continue;
            stream.Write(_row.Bytes);
            bytes += _row.Length;
            _row.Clear();
        }

        stream.Write(_row.Bytes);
        return new(_options.Rows, bytes + _row.Length, _codes, Enum.GetValues<Dirt>().ToDictionary(DirtShares.NameOf, _dirt.CountOf));
    }

    private void AddNarrow(long number, int year)
    {
        var setting = (CareSetting)_settingChoice.Draw(_random);
        var count = DrawCodes(setting, year, out var pair);
        _row.Add(number);
        AddDelimiter();
        AddIsoDate(year);
        if (_dirt.Draw(Dirt.MainMissing, _random)) _drawn[0] = -1;
        var columns = _dirt.Draw(Dirt.ColumnMissing, _random) ? 2 : 3;
        for (var i = 0; i < columns; i++)
        {
            AddDelimiter();
            if (i < count && _drawn[i] >= 0) AddCodeCell(_drawn[i], year, style: 0, Mark(i, pair, 0));
        }

        if (_dirt.Draw(Dirt.ColumnExtra, _random)) AddDelimiter();
        EndRow();
    }

    private void AddWide(long number, int year)
    {
        var setting = (CareSetting)_settingChoice.Draw(_random);
        var count = DrawCodes(setting, year, out var pair);
        var institution = _random.Next(Institutions);
        AddPerson(number, year, setting, institution);
        if (_dirt.Draw(Dirt.MainMissing, _random)) _drawn[0] = -1;
        switch (_options.Layout)
        {
            case RegistryLayout.Cell:
                AddDelimiter();
                if (_drawn[0] >= 0) AddCodeCell(_drawn[0], year, institution, Mark(0, pair, institution));
                AddDelimiter();
                _cell.Clear();
                for (var i = 1; i < count; i++)
                {
                    if (i > 1) _cell.Add(_separator);
                    AddCode(_drawn[i], year, institution, Mark(i, pair, institution));
                }

                AddCell();
                break;
            case RegistryLayout.Columns:
                for (var i = 0; i < CodesOfCell; i++)
                {
                    AddDelimiter();
                    if (i < count && _drawn[i] >= 0) AddCodeCell(_drawn[i], year, institution, Mark(i, pair, institution));
                }

                break;
            default:
                var at = 0;
                for (var condition = 0; condition < Conditions; condition++)
                {
                    var isPair = at == pair && at + 1 < count;
                    for (var column = 0; column < 2; column++)
                    {
                        AddDelimiter();
                        if (at >= count || (column == 1 && !isPair)) continue;
                        if (_drawn[at] >= 0) AddCodeCell(_drawn[at], year, institution, Mark(at, pair, institution));
                        at++;
                    }
                }

                break;
        }

        if (!_dirt.Draw(Dirt.ColumnMissing, _random)) AddRemark();
        EndRow();
    }

    private void AddPerson(long number, int year, CareSetting setting, int institution)
    {
        var first = _drawn[0] >= 0 ? _plain[_drawn[0]] : _plain[0];
        var (isBirth, isNewborn, isMale) = (first[0] == 'O', first[0] == 'P', first[0] == 'N' && first[1] == '4' || (first[0] == 'C' && first[1] == '6' && first[2] < '4'));
        _row.Add(number);
        AddDelimiter();
        // A pseudonym with a letter first: nothing that could be taken for a national identity number.
        _row.Add((byte)'P');
        _row.Add(_random.Next(10_000_000), 7);
        AddDelimiter();
        _row.Add((byte)'H');
        _row.Add(institution, 3);
        AddDelimiter();
        _row.Add(_settings[(int)setting]);
        AddDelimiter();
        var (month, day) = (_random.Next(1, 13), _random.Next(1, 29));
        AddDate(year, month, day);
        AddDelimiter();
        AddDate(year, month, setting == CareSetting.Inpatient ? Math.Min(28, day + _random.Next(0, 9)) : day);
        AddDelimiter();
        _row.Add(isNewborn ? 0 : isBirth ? _random.Next(17, 46) : Math.Min(_random.Next(105), _random.Next(20, 105)));
        AddDelimiter();
        _row.Add(isBirth ? 2 : isMale ? 1 : _random.Next(1, 3));
        AddDelimiter();
        _row.Add(year);
    }

    private void AddIsoDate(int year)
    {
        _row.Add(year, 4);
        _row.Add((byte)'-');
        _row.Add(_random.Next(1, 13), 2);
        _row.Add((byte)'-');
        _row.Add(_random.Next(1, 29), 2);
    }

    private void AddDate(int year, int month, int day)
    {
        _row.Add(day, 2);
        _row.Add((byte)'.');
        _row.Add(month, 2);
        _row.Add((byte)'.');
        _row.Add(year, 4);
    }

    /// <summary>Draws a row's codes. A pair takes two neighbouring places; an injury may be followed by its external cause.</summary>
    private int DrawCodes(CareSetting setting, int year, out int pair)
    {
        var count = _counts[(int)setting].Draw(_random) + 1;
        pair = -1;
        for (var i = 0; i < count; i++)
        {
            if (_random.Happens(PairsInAMillion) && pair < 0 && i + 1 < MostCodes)
            {
                pair = i;
                (_drawn[i], _drawn[i + 1]) = _pairs[_pairChoice.Draw(_random)];
                count = Math.Max(count, i + 2);
                i++;
                continue;
            }

            var isInjuryBefore = i == 1 && _drawn[0] >= 0 && _plain[_drawn[0]][0] is (byte)'S' or (byte)'T';
            do
            {
                _drawn[i] = i == 0 ? _frequencies.Draw(setting, _random)
                    : isInjuryBefore && _random.Happens(ExternalCausesInAMillion) ? _frequencies.DrawExternalCause(_random)
                    : _frequencies.DrawComorbid(_random);
            }
            while (_hasOld[_drawn[i]] && !_old.IsInUse(_frequencies.Codes[_drawn[i]], year));
        }

        return count;
    }

    /// <summary>A third of the institutions write the marks; which do is part of their style, as is the point in codes.</summary>
    private static MarkOf Mark(int at, int pair, int institution) =>
        pair < 0 || institution % 3 != 2 ? MarkOf.None : at == pair ? MarkOf.Dagger : at == pair + 1 ? MarkOf.Asterisk : MarkOf.None;

    private void AddCodeCell(int index, int year, int style, MarkOf mark)
    {
        _cell.Clear();
        AddCode(index, year, style, mark);
        AddCell();
    }

    private void AddCode(int index, int year, int style, MarkOf mark)
    {
        _codes++;
        var isDotted = (style & 1) != 0;
        if (_hasOld[index] && OldOf(index, year) is { } old)
        {
            _cell.Add(Encoding.ASCII.GetBytes(isDotted ? Dotted(old) : old));
        }
        else if (_dirt.DrawForCode(_random) is { } dirt)
        {
            AddDirty(dirt, index, isDotted);
            return;
        }
        else
        {
            _cell.Add((isDotted ? _dotted : _plain)[index]);
        }

        if (mark == MarkOf.Asterisk) _cell.Add((byte)'*');
        else if (mark == MarkOf.Dagger && _options.Encoding == RegistryEncoding.Latin1) _cell.Add((byte)'+');
        else if (mark == MarkOf.Dagger) _cell.Add(_encoding.GetBytes(style % 2 == 0 ? "+" : "†"));
    }

    private string? OldOf(int index, int year)
    {
        var old = _old.Find(_frequencies.Codes[index], year, _random.Next(1 << 20), out var wasValid);
        return old is null || _options.Dirt == 0 ? null : wasValid ? old : _dirt.Draw(Dirt.RetiredLate, _random) ? old : null;
    }

    private void AddDirty(Dirt dirt, int index, bool isDotted)
    {
        var code = _frequencies.Codes[index];
        var written = isDotted ? Dotted(code) : code;
        string? dirty = dirt switch
        {
            Dirt.LowerCase => written.ToLowerInvariant(),
            Dirt.Blanks => _random.Next(3) switch { 0 => " " + written, 1 => written + "  ", _ => " " + written + " " },
            Dirt.CommaForPoint => code.Length > 3 ? $"{code[..3]},{code[3..]}" : null,
            Dirt.LetterForDigit => written.Contains('0', StringComparison.Ordinal) ? written.Replace('0', 'O') : written.Contains('1', StringComparison.Ordinal) ? written.Replace('1', 'l') : null,
            Dirt.Truncated => code.Length > 3 ? code[..^1] : null,
            Dirt.Transposed => code.Length > 3 && code[2] != code[3] ? $"{code[..2]}{code[3]}{code[2]}{code[4..]}" : null,
            Dirt.Filler => code.Length == 3 ? code + "X" : code.Length == 4 ? written + "X" : null,
            Dirt.TextBehind => $"{written} {_frequencies.Titles[index]}",
            Dirt.OtherSystem => OtherSystems[_random.Next(OtherSystems.Length)],
            Dirt.Placeholder => Placeholders[_random.Next(Placeholders.Length)],
            _ => throw new InvalidOperationException($"{dirt} is not something that happens to a code."),
        };
        if (dirty is not null) _dirt.Count(dirt);
        _cell.Add(_encoding.GetBytes(dirty ?? written));
    }

    private void AddRemark()
    {
        AddDelimiter();
        if (_dirt.Draw(Dirt.StrayQuote, _random))
        {
            _row.Add(_encoding.GetBytes(FreeText.Stray));
        }
        else if (_dirt.Draw(Dirt.UnclosedQuote, _random))
        {
            _row.Add((byte)'"');
            _row.Add(_encoding.GetBytes(FreeText.Unclosed));
        }
        else if (_dirt.Draw(Dirt.ColumnExtra, _random))
        {
            _row.Add("ja"u8);
            AddDelimiter();
            _row.Add("nei"u8);
        }
        else
        {
            _cell.Clear();
            if (_dirt.Draw(Dirt.ForeignEncoding, _random)) _cell.Add(_foreignPhrases[2]);
            else if (_random.Next(10) >= 4) AddPhrases();
            if (_dirt.Draw(Dirt.NulByte, _random)) _cell.Add(0);
            AddCell();
        }
    }

    private void AddPhrases()
    {
        for (var left = _random.Next(1, 4); left > 0; left--)
        {
            _cell.Add(_phrases[_random.Next(_phrases.Length)]);
            if (left > 1) _cell.Add(" "u8);
        }
    }

    private void AddDelimiter() => _row.Add((byte)_options.Delimiter);

    /// <summary>The cell, in quotes where RFC 4180 asks for them.</summary>
    private void AddCell()
    {
        var cell = _cell.Bytes;
        if (cell.IndexOfAny((byte)_options.Delimiter, (byte)'"') < 0 && cell.IndexOfAny((byte)'\r', (byte)'\n') < 0)
        {
            _row.Add(cell);
            return;
        }

        _row.Add((byte)'"');
        foreach (var value in cell)
        {
            if (value == '"') _row.Add(value);
            _row.Add(value);
        }

        _row.Add((byte)'"');
    }

    private void EndRow()
    {
        _row.Add(_newLine);
        if (_dirt.Draw(Dirt.BlankLine, _random)) _row.Add(_newLine);
    }

    private static string Dotted(string code) => code.Length > 3 ? $"{code[..3]}.{code[3..]}" : code;

    private enum MarkOf
    {
        None,
        Dagger,
        Asterisk,
    }
}
