using Icd.Core.Codes;

namespace Icd.Transition.Groups;

/// <summary>Writes definitions in the format that <see cref="GroupFile"/> reads.</summary>
public static class GroupText
{
    /// <summary>Writes a group with a proposed ICD-11 side: each entry with its title and what it rests on as a comment.</summary>
    public static void Write(TextWriter writer, GroupTranslation translation, MessageLanguage language)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(translation);
        var group = translation.Group;
        writer.Write($"group {group.Id}\n  nb     {group.Name.Bokmal}\n  en     {group.Name.English}\n");
        if (group.Note.Length > 0) writer.Write($"  note   {group.Note}\n");
        if (group.MainOnly) writer.Write("  match  main\n");
        foreach (var term in group.Icd10) writer.Write($"  icd10  {(term.IsExcluded ? "not " : "")}{term.Text}\n");
        foreach (var (term, title, codes, provenance) in translation.Terms)
        {
            var from = codes.Count == 0 ? "-" : string.Join(" ", codes.Take(6).Select(code => code.ToString("D", null))) + (codes.Count > 6 ? $" +{codes.Count - 6}" : "");
            writer.Write($"  icd11  {$"{(term.IsExcluded ? "not " : "")}{term.Text}",-24} # {title} < {from}{(provenance.Count > 0 ? $" ({provenance[0]}{(provenance.Count > 1 ? $" +{provenance.Count - 1}" : "")})" : "")}\n");
        }

        foreach (var missed in translation.NotExpressed)
            writer.Write($"  # {(missed.IsMember ? "!" : "?")} {missed.Code.ToString("D", null)} {(missed.Target.Length > 0 ? $"-> {missed.Target} " : "")}{missed.Reason.In(language)}\n");
    }
}
