namespace Icd.Transition.Scan.Detection;

/// <summary>Whether a name is that of a field with diagnosis codes.</summary>
internal static class FieldName
{
    private static readonly HashSet<string> Codes = Set("kode koder code codes cd kd nr no id hoved bi main primary principal secondary hdiag bdiag first second admitting discharge verdi value v liste list kodeverk coding tilstandskode");
    private static readonly HashSet<string> Others = Set("dato date dt tid time tidspunkt tekst text txt navn name beskrivelse description desc display label tittel title note notat merknad kommentar comment lege doctor antall count num number alder age year aar ar status rank page view service controller manager handler builder factory test tests report rapport url path file fil listener event message error exception result resultat tool system helper utils panel form button screen dialog engine provider repository client config source logger trace level mode rtg rad");

    /// <summary>The weight of a name as one of a field with codes, in log-odds; <see langword="null"/> for all names that have nothing to do with it.</summary>
    public static Evidence? Judge(string name)
    {
        if (name.Length is < 2 or > 60 || ContextWords.Of(name) < 3) return null;
        var parts = ContextWords.Parts(name).ToList();
        var folded = ContextWords.Fold(name);
        var isIcd = parts.Exists(part => part.StartsWith("icd", StringComparison.Ordinal)) || folded.Contains("icd10", StringComparison.Ordinal);
        var saysCode = parts.Exists(Codes.Contains) || folded.Contains("kode", StringComparison.Ordinal) || folded.Contains("code", StringComparison.Ordinal) || folded.Contains("hoveddiag", StringComparison.Ordinal) || folded.Contains("bidiag", StringComparison.Ordinal);
        var saysOther = parts.Exists(Others.Contains) || folded.EndsWith("dato", StringComparison.Ordinal) || folded.EndsWith("tekst", StringComparison.Ordinal) || folded.EndsWith("navn", StringComparison.Ordinal);
        var weight = (isIcd ? 1.7 : parts is ["dx"] or ["diag"] or ["ddx"] ? -0.1 : saysCode ? 1.4 : 0.3) + (isIcd && saysCode ? 0.8 : 0) - (saysOther ? 2.0 : 0);
        // "dxFactor" and "DxDiag" belong to graphics.
        if (parts.Contains("dx") && parts.Count > 1 && !saysCode) weight -= 1.5;
        return new(weight, new($"navnet «{name}» er et felt for diagnosekoder", $"the name \"{name}\" is that of a field for diagnosis codes"));
    }

    /// <summary>A name such as <c>kode</c>, which says what it is a code of only together with its table or class.</summary>
    public static bool IsGeneric(string name) => ContextWords.Parts(name).ToList() is var parts && parts.Count is 1 or 2 && parts.TrueForAll(Codes.Contains);

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.Ordinal);
}
