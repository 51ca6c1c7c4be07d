import { Button, Heading } from "@navikt/ds-react";
import { useEffect, useState } from "react";
import { ConditionSearch } from "../components/ConditionSearch";
import { go, keepSearch, links, routeOf } from "../route";
import { forgetRecent, useSettings } from "../settings";
import { useTexts } from "../texts";
import type { Hit } from "../types";

const examples = ["hjerteinfarkt", "brudd i lårhals", "diabetes med øyekomplikasjon", "kols", "S52.50", "angst"];

/** Browsers take only so many changes of an address a second. */
const pause = 400;

export function SearchView({ query }: { query: string }) {
  const texts = useTexts();
  const settings = useSettings();
  const [text, setText] = useState(query);
  const [shown, setShown] = useState(query);
  // A link to a search was followed while the view was open.
  if (query !== shown) {
    setShown(query);
    setText(query);
  }
  useEffect(() => {
    // Whoever has picked a hit meanwhile, or followed a link, is not taken back.
    const later = setTimeout(() => { if (routeOf(location.hash).view === "search") keepSearch(text); }, pause);
    return () => clearTimeout(later);
  }, [text]);
  const open = (hit: Hit) => {
    // The way back leads to the hits.
    keepSearch(text);
    go(hit.system === "icd10" ? links.icd10(hit.code) : links.expression(hit.code));
  };
  return (
    <div className="view">
      <Heading level="1" size="large" className="visually-hidden">{texts.search}</Heading>
      <ConditionSearch isMain label={texts.searchLabel} hint={texts.searchHint} text={text} onText={setText} onPick={open} />
      {text.trim() === "" && (
        <div className="start">
          <section>
            <Heading level="2" size="small">{texts.start}</Heading>
            <ol>
              <li>{texts.start1}</li>
              <li>{texts.start2}</li>
              <li>{texts.start3}</li>
            </ol>
            <p className="plain">{texts.examples}:</p>
            <ul className="chips">
              {examples.map(example => (
                <li key={example}><Button size="small" variant="secondary-neutral" onClick={() => setText(example)}>{example}</Button></li>
              ))}
            </ul>
          </section>
          <Saved title={texts.favourites} expressions={settings.favourites} />
          <Saved title={texts.recent} expressions={settings.recent} forget={forgetRecent} />
        </div>
      )}
    </div>
  );
}

function Saved({ title, expressions, forget }: { title: string; expressions: string[]; forget?: () => void }) {
  const texts = useTexts();
  if (expressions.length === 0) return null;
  return (
    <section>
      <Heading level="2" size="small">{title}</Heading>
      <ul className="chips">
        {expressions.map(expression => <li key={expression}><a className="code" href={links.expression(expression)}>{expression}</a></li>)}
      </ul>
      <p className="hint">{texts.onlyHere}</p>
      {forget && <Button size="xsmall" variant="tertiary-neutral" onClick={forget}>{texts.forget}</Button>}
    </section>
  );
}
