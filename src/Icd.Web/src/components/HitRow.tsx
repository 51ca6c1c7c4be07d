import { useTexts, type Texts } from "../texts";
import type { Hit } from "../types";
import { Marked } from "./Marked";
import { RelationTag } from "./RelationTag";

const reasons: Record<string, keyof Texts> = {
  term: "whyTerm", synonym: "whySynonym", lexicon: "whyLexicon", bridged: "whyBridged", typo: "whyTypo", ancestor: "whyAncestor", code: "whyCode",
};

export const shownLinks = 2;

/** A hit: its code and title, its counterpart, and why it was found. */
export function HitRow({ hit, indented }: { hit: Hit; indented: boolean }) {
  const texts = useTexts();
  const isTitle = hit.matched.text === hit.term;
  const reason = texts[reasons[hit.matched.kind] ?? "whyTerm"] as string;
  return (
    <div className={`hit${indented ? " indented" : ""}`}>
      <span className="hit-code">
        <span className="hit-system">{hit.system === "icd11" ? "ICD-11" : "ICD-10"}</span>
        <span className="code">{hit.code}</span>
      </span>
      <span className="hit-text">
        <span className="hit-title" lang={hit.termLanguage}>
          {isTitle ? <Marked text={hit.term} ranges={hit.matched.highlights} /> : hit.term}
        </span>
        {!isTitle && (
          <span className="hit-why">
            {reason}: <Marked text={hit.matched.text} ranges={hit.matched.highlights} />
          </span>
        )}
        {isTitle && hit.matched.kind === "typo" && <span className="hit-why">{reason}</span>}
        <span className="hit-notes">
          {hit.termAuthored && <span title={texts.oursHelp}>{texts.ours}</span>}
          {hit.system === "icd11" && hit.termLanguage === "en" && <span>{texts.english}</span>}
          {!hit.selectable && <span>{texts.notCode}</span>}
          {hit.extension && <span>{texts.extension}</span>}
          {hit.postcoordination === "required" && <span className="must">{texts.mustDetail}</span>}
        </span>
      </span>
      <span className="hit-links">
        {hit.links.slice(0, shownLinks).map(link => (
          <span key={link.code} className="hit-link" title={link.term}>
            <RelationTag relation={link.relation} short />
            <span className="visually-hidden">{link.system === "icd11" ? "ICD-11" : "ICD-10"} </span>
            <span className="code">{link.code}</span>
          </span>
        ))}
        {hit.links.length > shownLinks && <span className="more">+{hit.links.length - shownLinks}</span>}
      </span>
    </div>
  );
}
