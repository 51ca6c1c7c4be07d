import { Heading } from "@navikt/ds-react";
import { entity, map, type ServerLanguage } from "../api";
import { Back } from "../components/Back";
import { Builder } from "../components/Builder";
import { Failure } from "../components/Failure";
import { Losses } from "../components/Losses";
import { Quoted } from "../components/Quoted";
import { RelationTag } from "../components/RelationTag";
import { Why } from "../components/Why";
import { go, links } from "../route";
import { useServerLanguage, useTexts } from "../texts";
import { useAnswer } from "../useAnswer";

/** An ICD-10 code, what it becomes, and the choices where a human must make one. */
export function Icd10View({ code }: { code: string }) {
  const texts = useTexts();
  const lang = useServerLanguage();
  const { value, error, retry } = useAnswer(`${code} ${lang}`, signal => load(code, lang, signal));
  const answer = value?.mapped;
  return (
    <div className="view">
      <Back />
      {error && <Failure error={error} retry={retry} />}
      {value && answer && (
        <section className="card">
          <Heading level="1" size="medium"><span className="hit-system">ICD-10</span> <span className="code">{value.code}</span> <span lang={value.found.titleLanguage}>{value.found.title}</span></Heading>
          <p className="plain">
            {texts.toIcd11}: <RelationTag relation={answer.relation} /> {answer.expression && <a className="code" href={links.expression(answer.expression)}>{answer.expression}</a>}
            {answer.review && <strong className="must"> {texts.review}</strong>}
          </p>
          <Losses mapped={answer} />
          {answer.alternatives.length > 0 && (
            <>
              <Heading level="2" size="xsmall">{answer.review ? texts.alternatives : texts.alternativesIf}</Heading>
              <ul className="choices">
                {answer.alternatives.map(({ expression, condition }) => (
                  <li key={expression}><a className="code" href={links.expression(expression)}>{expression}</a> <Quoted text={condition} /></li>
                ))}
              </ul>
            </>
          )}
          {answer.message && <p className="hint"><Quoted text={answer.message} /></p>}
          <Why provenance={answer.provenance} />
          <p className="plain no-print"><a href={links.browse("icd10", value.code)}>{texts.inBrowse}</a></p>
        </section>
      )}
      {answer?.expression && <Builder expression={answer.expression} isBelow onChange={next => go(links.expression(next))} />}
    </div>
  );
}

/** Both answers at once: what is shown does not move when the slower one comes. */
async function load(code: string, lang: ServerLanguage, signal: AbortSignal) {
  const [found, mapped] = await Promise.all([entity("icd10", code, lang, signal), map(code, lang, signal)]);
  return { code: found.code ?? code, found, mapped };
}
