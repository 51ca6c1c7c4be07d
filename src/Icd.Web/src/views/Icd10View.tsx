import { Heading } from "@navikt/ds-react";
import { entity, map } from "../api";
import { Builder } from "../components/Builder";
import { Failure } from "../components/Failure";
import { Losses } from "../components/Losses";
import { RelationTag } from "../components/RelationTag";
import { Why } from "../components/Why";
import { go, links } from "../route";
import { useServerLanguage, useTexts } from "../texts";
import { useAnswer } from "../useAnswer";

/** An ICD-10 code, what it becomes, and the choices where a human must make one. */
export function Icd10View({ code }: { code: string }) {
  const texts = useTexts();
  const lang = useServerLanguage();
  const found = useAnswer(`${code} ${lang}`, signal => entity("icd10", code, lang, signal));
  const mapped = useAnswer(`${code} ${lang}`, signal => map(code, lang, signal));
  const answer = mapped.value;
  return (
    <div className="view">
      <p className="plain no-print"><a href={links.search()}>{texts.newSearch}</a></p>
      <section className="card">
        <Heading level="1" size="medium"><span className="hit-system">ICD-10</span> <span className="code">{code}</span> {found.value?.title}</Heading>
        {(found.error ?? mapped.error) && <Failure error={(found.error ?? mapped.error)!} retry={() => { found.retry(); mapped.retry(); }} />}
        {answer && (
          <>
            <p className="plain">
              {texts.toIcd11}: <RelationTag relation={answer.relation} /> {answer.expression && <a className="code" href={links.expression(answer.expression)}>{answer.expression}</a>}
              {answer.review && <strong className="must"> {texts.review}</strong>}
            </p>
            <Losses mapped={answer} />
            {answer.alternatives.length > 0 && (
              <>
                <Heading level="2" size="xsmall">{answer.review ? texts.alternatives : texts.alternativesIf}</Heading>
                <ul className="choices">
                  {answer.alternatives.map(alternative => (
                    <li key={alternative.expression}>
                      <a className="code" href={links.expression(alternative.expression)}>{alternative.expression}</a> {alternative.condition}
                    </li>
                  ))}
                </ul>
              </>
            )}
            {answer.message && <p className="hint">{answer.message}</p>}
            <Why provenance={answer.provenance} />
          </>
        )}
        <p className="plain no-print"><a href={links.browse("icd10", code)}>{texts.inBrowse}</a></p>
      </section>
      {answer?.expression && <Builder expression={answer.expression} isBelow onChange={next => go(links.expression(next))} />}
    </div>
  );
}
