using System.CommandLine;
using System.Net;
using Icd.Core.Codes;
using Icd.Toolkit.Answers;

namespace Icd.Cli;

/// <summary><c>icd explain</c>: the answer to "why did my row become this?".</summary>
internal static class ExplainCommand
{
    private const string Css = """
        :root{color-scheme:light dark}body{font:16px/1.5 system-ui,"Segoe UI",Roboto,Arial,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1.5rem}h1{font-size:1.6rem;line-height:1.25}h2{font-size:1.1rem;margin:2rem 0 .4rem}
        dl{display:grid;grid-template-columns:minmax(6rem,max-content) 1fr;gap:.3rem 1.2rem;margin:0}dt{font-weight:600;overflow-wrap:anywhere;max-width:18rem}dd{margin:0;overflow-wrap:anywhere}small{opacity:.75;display:block}
        """;

    public static Command Create()
    {
        var input = new Argument<string>("CODE") { Description = "An ICD-10 code, a pair such as 'A17.0+ G01*', or an ICD-11 expression" };
        var html = new Option<string?>("--html") { Description = "Write a page in place of text", HelpName = "FILE" };
        var (release, rules) = (ShowCommand.ReleaseOption(), CrosswalkSource.RulesOption());
        var command = new CommandWithExamples(
            "explain", "What a code or expression means, how it was judged, sanctioned and mapped, and which row of which table decided.",
            "icd explain V0n1a --lang nb",
            "icd explain 'NC32.Z&XA8U33&XK8G'",
            "icd explain I25.4 --html why.html")
        { input, html, rules, release };
        command.SetAction(parsed => Run(parsed, parsed.GetValue(input)!, parsed.GetValue(html), parsed.GetValue(release), parsed.GetValue(rules)));
        return command;
    }

    private static int Run(ParseResult parsed, string input, string? html, string? release, string? rules)
    {
        var catalog = GlobalOptions.CatalogOf(parsed);
        var language = GlobalOptions.MessageLanguageOf(parsed);
        var crosswalk = CrosswalkSource.Open(catalog, ShowCommand.ParseRelease(release), rules);
        if (crosswalk.Release.Key.IsStarter) Terminal.Note("No official ICD-11 release is imported: targets are given, but not all of them can be checked.");
        var explanation = new Explainer(catalog, crosswalk, language, rulesFromFiles: rules is not null).Explain(input);
        if (html is not null) File.WriteAllText(html, Html(explanation, language));
        if (parsed.GetValue(GlobalOptions.Json)) Terminal.Json(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("input", explanation.Input);
            writer.WriteString("kind", explanation.Kind);
            writer.WriteString("title", explanation.Title);
            writer.WriteObjects("sections", explanation.Sections, section =>
            {
                var (heading, lines) = section;
                writer.WriteString("heading", heading);
                writer.WriteObjects("lines", lines, line =>
                {
                    var (label, text, source) = line;
                    writer.WriteString("label", label);
                    writer.WriteString("text", text);
                    writer.WriteString("source", source.Length > 0 ? source : null);
                });
            });
            writer.WriteEndObject();
        });
        else if (html is null) WriteText(explanation);
        return explanation.IsKnown ? ExitCode.Fine : ExitCode.No;
    }

    private static void WriteText(Explanation explanation)
    {
        Console.Out.WriteLine(Terminal.Bold(Terminal.Visible(explanation.Title)));
        foreach (var (heading, lines) in explanation.Sections)
        {
            Console.Out.WriteLine();
            Console.Out.WriteLine(Terminal.Bold(heading));
            foreach (var (label, text, source) in lines)
                Console.Out.WriteLine($"  {(label.Length > 0 ? label + ": " : "")}{Terminal.Visible(text)}{(source.Length > 0 && source != label ? Terminal.Faint($"  ({source})") : "")}");
        }
    }

    private static string Html(Explanation explanation, MessageLanguage language)
    {
        var sections = string.Concat(explanation.Sections.Select(section => $"<section><h2>{Text(section.Heading)}</h2><dl>{string.Concat(section.Lines.Select(line => $"<dt>{Text(line.Label)}</dt><dd>{Text(line.Text)}{(line.Source.Length > 0 && line.Source != line.Label ? $"<small>{Text(line.Source)}</small>" : "")}</dd>"))}</dl></section>"));
        return $"<!doctype html>\n<html lang=\"{(language == MessageLanguage.Bokmal ? "nb" : "en")}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>{Text(explanation.Title)}</title><style>{Css}</style></head><body><main><h1>{Text(explanation.Title)}</h1>{sections}</main></body></html>\n";
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
