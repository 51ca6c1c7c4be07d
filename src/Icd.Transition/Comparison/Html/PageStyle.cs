namespace Icd.Transition.Comparison.Html;

/// <summary>How the page looks, in light, dark and print.</summary>
internal static class PageStyle
{
    public const string Css = """
        :root{color-scheme:light dark;--ground:#fff;--text:#1c2328;--faint:#5a666e;--line:#d5dbdf;--soft:#f3f5f6;--node:#44525b;--stays:#9fb0bb;--moves:#c85a11;--old:#1f5fa8;--new:#c85a11;--warn:#fdf0e4}
        @media (prefers-color-scheme:dark){:root{--ground:#14191c;--text:#e6ebee;--faint:#a3b0b8;--line:#38434a;--soft:#1d2428;--node:#c3ced5;--stays:#5d6f7b;--moves:#f08c45;--old:#7db4f0;--new:#f08c45;--warn:#3a2816}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--ground);color:var(--text);font:16px/1.5 system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
        header,main{max-width:1120px;margin:0 auto;padding:0 24px}
        header{padding-top:32px}
        header p{color:var(--faint);margin:0}
        h1{font-size:1.9rem;line-height:1.2;margin:0 0 6px}
        h2{font-size:1.35rem;margin:48px 0 8px}
        h3{font-size:1.05rem;margin:28px 0 8px}
        p{max-width:75ch}
        .skip{position:absolute;left:-999px}
        .skip:focus{left:8px;top:8px;background:var(--ground);padding:8px}
        .tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(210px,1fr));gap:12px;margin:16px 0}
        .tiles div{background:var(--soft);border-radius:8px;padding:14px 16px;display:flex;flex-direction:column-reverse;justify-content:flex-end}
        .tiles dt{color:var(--faint);font-size:.9rem}
        .tiles dd{margin:0;font-size:1.7rem;font-weight:600;font-variant-numeric:tabular-nums}
        .warn{background:var(--warn);padding:8px 12px;border-radius:6px;max-width:none}
        figure{margin:16px 0}
        figcaption{font-weight:600;margin-bottom:4px}
        svg{display:block;width:100%;height:auto;font-size:13px}
        @media screen and (max-width:640px){figure{overflow-x:auto}figure>svg{min-width:620px}}
        svg text{fill:var(--text)}
        .sankey path{fill:none;stroke-opacity:.5}
        .sankey path:hover{stroke-opacity:.9}
        .sankey .stays{stroke:var(--stays)}
        .sankey .moves{stroke:var(--moves)}
        .sankey rect{fill:var(--node)}
        .sankey .head,.sankey .id{font-weight:600}
        .sankey .n,.tick{fill:var(--faint)}
        svg .n{font-variant-numeric:tabular-nums}
        .tick{font-size:12px}
        .grid{stroke:var(--line);stroke-width:1}
        .one{stroke:var(--text);stroke-width:1.2}
        .ci{stroke:var(--faint);stroke-width:2}
        .ratio{fill:var(--faint)}
        .ci.differs{stroke:var(--moves)}
        .ratio.differs{fill:var(--moves)}
        .grid-of-charts{display:grid;grid-template-columns:repeat(auto-fill,minmax(340px,1fr));gap:8px 28px}
        .line{fill:none;stroke-width:2}
        .line.old{stroke:var(--old);stroke-dasharray:7 4}
        .line.new{stroke:var(--new)}
        circle.old,.label.old{fill:var(--old)}
        rect.new,.label.new{fill:var(--new)}
        .break{stroke:var(--text);stroke-dasharray:5 4;stroke-width:1.2}
        .break-label{font-size:12px;font-weight:600}
        .scroll{overflow-x:auto}
        table{border-collapse:collapse;width:100%;font-size:.9rem;margin:8px 0 16px}
        caption{text-align:left;color:var(--faint);padding:4px 0;font-size:.9rem}
        th,td{text-align:left;vertical-align:top;padding:5px 10px 5px 0;border-bottom:1px solid var(--line)}
        tbody th{font-weight:400}
        thead th{border-bottom:2px solid var(--line);white-space:nowrap}
        .num{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
        .code{font-family:ui-monospace,SFMono-Regular,Consolas,monospace;font-size:.92em}
        small{color:var(--faint)}
        .matrix thead th+th{text-align:right}
        .same{background:var(--soft);font-weight:600}
        .other{color:var(--moves);font-weight:600}
        .zero{color:var(--faint);opacity:.6}
        .mark{display:inline-block;border:1px solid var(--line);border-radius:10px;padding:0 8px;font-size:.8rem;white-space:nowrap}
        .m4,.m32{border-color:var(--moves);color:var(--moves)}
        abbr{text-decoration:none}
        details{margin:8px 0}
        summary{cursor:pointer;color:var(--old)}
        summary:focus-visible,a:focus-visible{outline:2px solid var(--old);outline-offset:2px}
        @media print{:root{--ground:#fff;--text:#000;--faint:#444;--line:#bbb;--soft:#eee;--node:#333;--stays:#999;--moves:#b34700;--old:#123f7a;--new:#b34700}
        body{font-size:10pt}header,main{max-width:none;padding:0}
        details::details-content{content-visibility:visible;height:auto}
        svg{max-height:15cm}.scroll{overflow:visible}figure,tr,.tiles div{break-inside:avoid}h2,h3{break-after:avoid}thead{display:table-header-group}
        .grid-of-charts{grid-template-columns:1fr 1fr}.skip{display:none}}
        """;
}
