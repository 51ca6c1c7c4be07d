namespace Icd.Transition.Comparison;

/// <summary>The names of the columns of a file of events; a name that is <see langword="null"/> is looked for by the usual names.</summary>
/// <param name="Icd10">ICD-10 codes.</param>
/// <param name="Icd11">ICD-11 expressions, of rows that are registered twice or in ICD-11 only.</param>
/// <param name="Year">Years.</param>
/// <param name="Sex">Sexes.</param>
/// <param name="Age">Age groups.</param>
/// <param name="Count">How many events a row stands for; 1 without such a column.</param>
public sealed record ComparisonColumns(string? Icd10 = null, string? Icd11 = null, string? Year = null, string? Sex = null, string? Age = null, string? Count = null)
{
    private static readonly string[] UsualIcd10 = ["icd10", "icd-10", "icd_10", "icd10_kode", "icd10code", "diagnosekode", "hoveddiagnose", "kode", "code"];
    private static readonly string[] UsualIcd11 = ["icd11", "icd-11", "icd_11", "icd11_kode", "icd11code"];
    private static readonly string[] UsualYear = ["year", "år", "aar", "ar"];
    private static readonly string[] UsualSex = ["sex", "gender", "kjønn", "kjonn"];
    private static readonly string[] UsualAge = ["age", "agegroup", "age_group", "alder", "aldersgruppe"];
    private static readonly string[] UsualCount = ["count", "n", "antall", "deaths", "events", "dødsfall"];

    /// <summary>Where the columns stand in a file; -1 for one that it has not.</summary>
    /// <exception cref="InvalidDataException">A named column is not there, or there is no column of codes.</exception>
    internal (int Icd10, int Icd11, int Year, int Sex, int Age, int Count) In(DelimitedHeader header)
    {
        var found = (Find(header, Icd10, UsualIcd10), Find(header, Icd11, UsualIcd11), Find(header, Year, UsualYear), Find(header, Sex, UsualSex), Find(header, Age, UsualAge), Find(header, Count, UsualCount));
        return found.Item1 >= 0 || found.Item2 >= 0
            ? found
            : throw new InvalidDataException($"There is no column of codes; the columns are {string.Join(", ", header.Names)}. Name one with --icd10-column or --icd11-column.");
    }

    private static int Find(DelimitedHeader header, string? named, string[] usual)
    {
        if (named is null) return usual.Select(header.Find).FirstOrDefault(at => at >= 0, -1);
        var at = header.Find(named);
        return at >= 0 ? at : throw new InvalidDataException($"There is no column '{named}'; the columns are {string.Join(", ", header.Names)}.");
    }
}
