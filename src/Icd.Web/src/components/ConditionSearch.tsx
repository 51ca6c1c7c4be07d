import { Alert, ToggleGroup } from "@navikt/ds-react";
import { useState } from "react";
import { search } from "../api";
import { useServerLanguage, useTexts } from "../texts";
import type { Hit, System } from "../types";
import { useAnswer } from "../useAnswer";
import { Failure } from "./Failure";
import { HitRow } from "./HitRow";
import { SearchField } from "./SearchField";

interface Props {
  label: string;
  hint?: string;
  text: string;
  onText: (text: string) => void;
  onPick: (hit: Hit) => void;
  isMain?: boolean;
  /** Only this system; where it is left out, the user chooses. */
  system?: System;
}

const limit = 20;

/** Search for conditions in both systems, a heading above its children. */
export function ConditionSearch({ label, hint, text, onText, onPick, isMain, system }: Props) {
  const texts = useTexts();
  const lang = useServerLanguage();
  const [chosen, setChosen] = useState<System | "all">("all");
  const within = system ?? (chosen === "all" ? undefined : chosen);
  const query = text.trim();
  const answer = useAnswer(query === "" ? null : `${within} ${lang} ${text}`, signal => search(text, lang, { system: within, limit }, signal));
  const hits = arranged(answer.value ?? []);
  return (
    <>
      <SearchField
        label={label} hint={hint} text={text} onText={onText} isMain={isMain} isBusy={answer.isLoading} best={hits.findIndex(({ hit }) => hit === answer.value?.[0])}
        options={hits} keyOf={({ hit }) => `${hit.system} ${hit.code} ${hit.uri}`} onPick={({ hit }) => onPick(hit)}
        render={({ hit, indented }) => <HitRow hit={hit} indented={indented} />}
        empty={answer.error ? <Failure error={answer.error} retry={answer.retry} />
          : query !== "" && answer.value && !answer.isLoading
            ? <Alert variant="info" inline className="no-hits"><strong>{texts.noHits}</strong> {texts.noHitsHelp}</Alert>
            : null}
      />
      {!system && (
        <ToggleGroup className="systems" size="small" label={texts.system} value={chosen} onChange={value => setChosen(value as System | "all")}>
          <ToggleGroup.Item value="all">{texts.both}</ToggleGroup.Item>
          <ToggleGroup.Item value="icd11">{texts.onlyIcd11}</ToggleGroup.Item>
          <ToggleGroup.Item value="icd10">{texts.onlyIcd10}</ToggleGroup.Item>
        </ToggleGroup>
      )}
    </>
  );
}

/** Best first, but where a category and its subcategories are among the hits, they stand together, the category above. */
function arranged(hits: Hit[]): { hit: Hit; indented: boolean }[] {
  const isBelow = (hit: Hit, above: Hit) => hit.system === above.system && hit.code.length > above.code.length && hit.code.startsWith(above.code);
  const rows: { hit: Hit; indented: boolean }[] = [];
  const shown = new Set<Hit>();
  for (const hit of hits) {
    if (shown.has(hit)) continue;
    const top = hits.filter(other => isBelow(hit, other)).sort((one, other) => one.code.length - other.code.length)[0] ?? hit;
    for (const member of [top, ...hits.filter(other => isBelow(other, top))]) {
      rows.push({ hit: member, indented: member !== top });
      shown.add(member);
    }
  }
  return rows;
}
