import { StarFillIcon, StarIcon } from "@navikt/aksel-icons";
import { Button, Heading } from "@navikt/ds-react";
import { useEffect, useRef, useState } from "react";
import { loadBuilder } from "../builderData";
import { expressionOf, groupedParts, groupsOf, withValue, type Group } from "../expression";
import { addRecent, toggleFavourite, useSettings } from "../settings";
import { useServerLanguage, useTexts } from "../texts";
import { useAnswer } from "../useAnswer";
import { ConditionSearch } from "./ConditionSearch";
import { CopyBar } from "./CopyBar";
import { DualBox } from "./DualBox";
import { Failure } from "./Failure";
import { FromSearch } from "./FromSearch";
import { GroupEditor } from "./GroupEditor";
import { Reading } from "./Reading";
import { VerdictBox } from "./VerdictBox";

interface Props {
  expression: string;
  onChange: (expression: string) => void;
  /** Whether something else on the page has the first heading. */
  isBelow?: boolean;
}

/** An expression: what it says, whether it is valid, its ICD-10 codes, and the details it may still take. */
export function Builder({ expression, onChange, isBelow }: Props) {
  const texts = useTexts();
  const lang = useServerLanguage();
  const { favourites } = useSettings();
  const answer = useAnswer(`${expression} ${lang}`, signal => loadBuilder(expression, lang, signal));
  const [stemText, setStemText] = useState("");
  const heading = useRef<HTMLHeadingElement>(null);
  const data = answer.value;
  const current = data?.judged.input === expression ? data.judged : null;
  useEffect(() => { if (current?.verdict === "valid") addRecent(expression); }, [current?.verdict, expression]);
  // Pasted as URIs: the page works with codes from here on.
  const canonical = current?.canonical;
  useEffect(() => { if (expression.includes("://") && canonical) onChange(canonical); }, [expression, canonical, onChange]);
  // What was pressed may be gone with the answer; whoever goes by keyboard then goes on from the expression.
  useEffect(() => { if (data !== null && document.activeElement === document.body) heading.current?.focus({ preventScroll: true }); }, [data]);

  if (answer.error) return <Failure error={answer.error} retry={answer.retry} />;
  if (data === null) return null;
  const { judged, described, mapped } = data;
  const parts = groupedParts(described?.members ?? []);
  // What is shown may be an earlier expression for a moment; what is pressed changes the one that is asked for.
  const groups = groupsOf(expression);
  const change = (next: Group[]) => onChange(expressionOf(next));
  const isFavourite = favourites.includes(expression);
  return (
    <article className="builder" aria-busy={answer.isLoading}>
      <section className="card expression" aria-labelledby="expression">
        <div className="expression-top">
          <Heading ref={heading} tabIndex={-1} level={isBelow ? "2" : "1"} size="medium" id="expression">
            <span className="hit-system">{texts.expression}</span> <span className="code wrap">{judged.input}</span>
          </Heading>
          <Button
            className="no-print" size="small" variant="tertiary-neutral" aria-pressed={isFavourite} onClick={() => toggleFavourite(expression)}
            icon={isFavourite ? <StarFillIcon title={texts.unfavourite} /> : <StarIcon title={texts.favourite} />}
          />
        </div>
        {described && <Reading described={described} />}
        {described?.nbAuthored && <p className="hint">{texts.oursHelp}</p>}
        <VerdictBox data={data} onChange={onChange} />
        <FromSearch parts={parts} stems={data.stems} onValue={(i, code) => change(withValue(groups, i, null, code))} />
        {described && judged.verdict !== "invalid" && <CopyBar expression={judged.input} described={described} mapped={mapped} />}
      </section>

      {mapped && judged.verdict !== "invalid" && <DualBox mapped={mapped} titles={data.titles} />}

      {parts.length > 0 && (
        <section className="card no-print" aria-labelledby="details">
          <Heading level="2" size="small" id="details">{texts.axesTitle}</Heading>
          {parts.map((group, i) => (
            <GroupEditor
              key={`${i} ${group.stem.text}`} group={group} data={data.stems[group.stem.code ?? ""]} isOnly={parts.length === 1}
              onValue={(from, to) => change(withValue(groups, i, from, to))}
              onStem={stem => change([...groups, { stem, values: [] }])}
              onExchange={stem => change(groups.map((other, at) => (at === i ? { ...other, stem } : other)))}
              onRemove={() => change(groups.filter((_, other) => other !== i))}
            />
          ))}
          <div className="add-stem">
            <ConditionSearch
              system="icd11" label={texts.addStem} hint={texts.addStemHelp} text={stemText} onText={setStemText}
              onPick={hit => { setStemText(""); change([...groups, { stem: hit.code, values: [] }]); }}
            />
          </div>
        </section>
      )}
    </article>
  );
}
