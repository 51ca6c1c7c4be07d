using System.Globalization;

namespace Icd.Mapping.Conversion;

/// <summary>Finds the columns that were asked for.</summary>
/// <param name="names">The header's names; <see langword="null"/> where there is no header.</param>
/// <param name="count">How many columns there are.</param>
/// <param name="described">What the file looks like, for errors.</param>
internal sealed class ColumnChoice(IReadOnlyList<string>? names, int count, MapText described)
{
    private const int MostNamed = 30;

    /// <summary>The place of a column, from 0.</summary>
    /// <exception cref="ConversionException">There is none, or several.</exception>
    public int Find(string wanted)
    {
        if (names is not null)
        {
            var found = Enumerable.Range(0, names.Count).Where(i => string.Equals(names[i], wanted.Trim(), StringComparison.OrdinalIgnoreCase)).ToList();
            if (found.Count == 1) return found[0];
            if (found.Count > 1)
                throw ConversionException.OfUsage($"Flere kolonner heter '{wanted}': {string.Join(", ", found.Select(i => i + 1))}. Oppgi plassen i stedet.", $"Several columns are called '{wanted}': {string.Join(", ", found.Select(i => i + 1))}. Give a position instead.");
        }

        if (int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out var position))
        {
            if (position >= 1 && position <= count) return position - 1;
            throw ConversionException.OfUsage($"Det er ingen kolonne {position}; det er {count}. {described.Bokmal}", $"There is no column {position}; there are {count}. {described.English}");
        }

        if (names is null) throw ConversionException.OfUsage($"'{wanted}' er ingen plass: uten overskrift oppgis kolonner med plassen, fra 1.", $"'{wanted}' is no position: without a header, columns are given by their positions from 1.");
        var all = string.Join(", ", names.Take(MostNamed)) + (names.Count > MostNamed ? " …" : "");
        throw ConversionException.OfUsage($"Det er ingen kolonne '{wanted}'. Kolonnene er: {all}. {described.Bokmal}", $"There is no column '{wanted}'. There are: {all}. {described.English}");
    }

    /// <summary>What to call a column.</summary>
    public string NameOf(int index) => names is not null && names[index].Length > 0 ? names[index] : string.Create(CultureInfo.InvariantCulture, $"column{index + 1}");
}
