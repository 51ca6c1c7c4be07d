import { StarFillIcon, StarIcon } from "@navikt/aksel-icons";
import { Button, Heading } from "@navikt/ds-react";
import { useEffect, useState } from "react";
import { describe, map, validate } from "../api";
import { expressionOf, groupedParts, groupsOf, withValue, type Group } from "../expression";
import { addRecent, toggleFavourite, useSettings } from "../settings";
import { useServerLanguage, useTexts } from "../texts";
import { useAnswer } from "../useAnswer";
import { ConditionSearch } from "./ConditionSearch";
import { CopyBar } from "./CopyBar";
import { DualBox } from "./DualBox";
import { Failure } from "./Failure";
import { GroupEditor } from "./GroupEditor";
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
  const key = `${expression} ${lang}`;
  const judged = useAnswer(key, signal => validate(expression, lang, signal));
  const isReadable = judged.value !== null && judged.value.input === expression && judged.value.verdict !== "syntax-error";
  const described = useAnswer(isReadable ? key : null, signal => describe(expression, lang, signal));
  const mapped = useAnswer(isReadable ? key : null, signal => map(expression, lang, signal));
  const [stemText, setStemText] = useState("");
  const isValid = isReadable && judged.value?.verdict === "valid";
  useEffect(() => { if (isValid) addRecent(expression); }, [isValid, expression]);

  // Pasted as URIs: the page works with codes from here on.
  const canonical = judged.value?.input === expression ? judged.value.canonical : null;
  useEffect(() => { if (expression.includes("://") && canonical) onChange(canonical); }, [expression, canonical, onChange]);

  const groups = groupsOf(expression);
  const parts = described.value?.input === expression ? groupedParts(described.value.members) : [];
  const change = (next: Group[]) => onChange(expressionOf(next));
  const isFavourite = favourites.includes(expression);
  return (
    <article className="builder">
      <section className="card expression" aria-labelledby="expression">
        <div className="expression-top">
          <Heading level={isBelow ? "2" : "1"} size="medium" id="expression">
            <span className="hit-system">{texts.expression}</span> <span className="code wrap">{expression}</span>
          </Heading>
          <Button
            className="no-print" size="small" variant="tertiary-neutral" aria-pressed={isFavourite} onClick={() => toggleFavourite(expression)}
            icon={isFavourite ? <StarFillIcon title={texts.unfavourite} /> : <StarIcon title={texts.favourite} />}
          />
        </div>
        {described.value && (
          <>
            <p className="reading" lang={described.value.nbComplete ? "nb" : undefined}>{described.value.nb}</p>
            <p className="reading-en" lang="en">{described.value.en}</p>
            {described.value.nbAuthored && <p className="hint">{texts.oursHelp}</p>}
          </>
        )}
        {judged.error && <Failure error={judged.error} retry={judged.retry} />}
        {judged.value && <VerdictBox judged={judged.value} onChange={onChange} />}
        {described.value && judged.value && <CopyBar expression={expression} described={described.value} mapped={mapped.value} />}
      </section>

      {mapped.value && <DualBox mapped={mapped.value} />}

      {described.value && parts.length === groups.length && (
        <section className="card no-print" aria-labelledby="details">
          <Heading level="2" size="small" id="details">{texts.axesTitle}</Heading>
          {parts.map((group, i) => (
            <GroupEditor
              key={`${i} ${group.stem.text}`} group={group} isOnly={groups.length === 1}
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
