using System.Globalization;
using Icd.Search;
using Icd.Toolkit.Answers;

namespace Icd.Cli;

/// <summary>The text of <c>icd search</c>: a line a hit.</summary>
internal static class SearchText
{
    public static void Write(TextWriter output, string query, IReadOnlyList<SearchHit> hits, bool batch, bool explain)
    {
        if (batch) output.WriteLine(Terminal.Visible(query));
        var indent = batch ? "  " : "";
        foreach (var hit in hits)
        {
            var link = hit.Links.Count > 0 ? hit.Links[0].Code : "";
            var (icd10, icd11) = hit.System == SearchSystems.Icd10 ? (hit.Code, link) : (link, hit.Code);
            var why = hit.MatchedText == hit.Title ? "" : Terminal.Faint($"  · {hit.MatchedText}");
            output.WriteLine($"{indent}{Terminal.Code(ContractName.Of(hit.System))}  {Cell(icd10, 7, hit.System == SearchSystems.Icd10)}  {Cell(icd11, 8, hit.System == SearchSystems.Icd11)}  {hit.Title}{why}");
            if (explain) Explain(output, indent + "       ", hit);
        }
    }

    private static string Cell(string code, int width, bool isHit) => isHit ? Terminal.Bold(code.PadRight(width)) : Terminal.Faint(code.PadRight(width));

    private static void Explain(TextWriter output, string indent, SearchHit hit)
    {
        var provenance = hit.MatchProvenance.Length > 0 ? $" ({hit.MatchProvenance})" : "";
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{indent}{hit.Score:0.000} {ContractName.Of(hit.Kind)}: {Marked(hit)}{provenance}"));
        if (hit.TitleEn.Length > 0 && hit.TitleEn != hit.Title) output.WriteLine($"{indent}en: {hit.TitleEn}");
        foreach (var link in hit.Links)
            output.WriteLine($"{indent}{ContractName.Of(link.System)} {link.Code} {link.Title}: {ContractName.Of(link.Relation)} ({link.Provenance})");
        if (hit.IsFromLexiconOnly) output.WriteLine($"{indent}known from the lexicon only: the release loaded does not have it");
    }

    /// <summary>The name with what was found between brackets.</summary>
    private static string Marked(SearchHit hit)
    {
        var text = hit.MatchedText;
        foreach (var range in hit.Highlights.Reverse()) text = text.Insert(range.End.Value, "]").Insert(range.Start.Value, "[");
        return text;
    }
}
