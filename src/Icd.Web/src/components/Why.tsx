import { useTexts, type Texts } from "../texts";

/** Who vouches for an answer, and by which rule; folded away, for it is long and seldom asked for. */
export function Why({ provenance, rules = [] }: { provenance: string; rules?: string[] }) {
  const texts = useTexts();
  if (provenance === "" && rules.length === 0) return null;
  return (
    <details className="why no-print">
      <summary>{texts.why}</summary>
      {rules.map(rule => <p key={rule} className="hint wrap">{rule}</p>)}
      {provenance !== "" && <p className="hint wrap">{texts.source}: {worded(provenance, texts)}</p>}
    </details>
  );
}

/** The server names kinds of sources in English, as its contract says. */
function worded(provenance: string, texts: Texts): string {
  const colon = provenance.indexOf(":");
  const kind = colon < 0 ? undefined : texts.provenanceOf[provenance.slice(0, colon)];
  return (kind === undefined ? provenance : kind + provenance.slice(colon)).replaceAll(" row ", ` ${texts.row} `);
}
