import { CopyButton, Heading } from "@navikt/ds-react";
import { bare } from "../builderData";
import { links } from "../route";
import { useTexts } from "../texts";
import type { Mapped } from "../types";
import { Losses } from "./Losses";
import { Quoted } from "./Quoted";
import { RelationTag } from "./RelationTag";
import { Why } from "./Why";

/** The ICD-10 code(s) of an expression, what is lost by them, and what else might be meant. */
export function DualBox({ mapped, titles }: { mapped: Mapped; titles: Record<string, string> }) {
  const texts = useTexts();
  const codes = mapped.expression?.split(" ") ?? [];
  return (
    <section className="card dual" aria-labelledby="dual">
      <Heading level="2" size="small" id="dual">{texts.icd10Title}</Heading>
      <p className="hint no-print">{texts.icd10Help}</p>
      {codes.length === 0 && <p className="plain">{mapped.alternatives.length === 0 && `${texts.noMap}. `}{mapped.message && <Quoted text={mapped.message} />}</p>}
      <ul className="icd10-codes main">{codes.map(code => <li key={code}><Icd10Code code={code} title={titles[bare(code)]} /></li>)}</ul>
      {codes.length > 0 && (
        <p className="plain">
          <RelationTag relation={mapped.relation} target="ICD-10" /> {mapped.review && <strong className="must">{texts.review}</strong>}
        </p>
      )}
      <Losses mapped={mapped} />
      {mapped.alternatives.length > 0 && (
        <details open={mapped.review}>
          <summary>{mapped.review ? texts.alternatives : texts.alternativesIf} ({mapped.alternatives.length})</summary>
          <ul className="icd10-codes">
            {mapped.alternatives.map(({ expression, condition }) => {
              const named = expression.split(" ").map(code => ({ code, title: titles[bare(code)] }));
              return (
                <li key={expression}>
                  {named.map(({ code, title }) => <Icd10Code key={code} code={code} title={title} />)}
                  {!named.some(({ title }) => title !== undefined && condition.includes(title)) && <span> <Quoted text={condition} /></span>}
                </li>
              );
            })}
          </ul>
        </details>
      )}
      {codes.length > 0 && mapped.message && <p className="hint"><Quoted text={mapped.message} /></p>}
      <Why provenance={mapped.provenance} />
    </section>
  );
}

function Icd10Code({ code, title }: { code: string; title?: string }) {
  const texts = useTexts();
  return (
    <span className="icd10-code">
      <a className="code" href={links.icd10(bare(code))}>{code}</a>
      <CopyButton className="no-print" size="xsmall" copyText={code} text={texts.copy} activeText={texts.copied} aria-label={texts.copyIcd10(code)} />
      <span className="title" lang="nb">{title}</span>
    </span>
  );
}
