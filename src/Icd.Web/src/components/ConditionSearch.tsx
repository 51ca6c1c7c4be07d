import { Alert, Button, ToggleGroup } from "@navikt/ds-react";
import { useState } from "react";
import { search } from "../api";
import { useServerLanguage, useTexts } from "../texts";
import type { Hit, System } from "../types";
import { useAnswer } from "../useAnswer";
import { Failure } from "./Failure";
import { HitRow, shownLinks } from "./HitRow";
import { RelationLegend } from "./RelationLegend";
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

const limit = 40;

/** So many subcategories stand below their category before the rest is folded away. */
const maxBelow = 4;

/** Search for conditions in both systems, a heading above its children. */
export function ConditionSearch({ label, hint, text, onText, onPick, isMain, system }: Props) {
  const texts = useTexts();
  const lang = useServerLanguage();
  const [chosen, setChosen] = useState<System | "all">("all");
  const within = system ?? (chosen === "all" ? undefined : chosen);
  const query = text.trim();
  const answer = useAnswer(query === "" ? null : `${within} ${lang} ${text}`, signal => search(text, lang, { system: within, limit }, signal));
  const [unfolded, setUnfolded] = useState("");
  const hits = arranged(answer.value ?? [], unfolded === query);
  const folded = (answer.value?.length ?? 0) > 0 && unfolded !== query ? arranged(answer.value!, true).length - hits.length : 0;
  return (
    <>
      <SearchField
        label={label} hint={hint} text={text} onText={onText} isMain={isMain} isBusy={answer.isLoading} best={best(hits, answer.value ?? [])}
        options={hits} keyOf={({ hit }) => `${hit.system} ${hit.code} ${hit.uri}`} onPick={({ hit }) => onPick(hit)}
        filter={system ? undefined : (
          <ToggleGroup className="systems" size="small" aria-label={texts.system} value={chosen} onChange={value => setChosen(value as System | "all")}>
            <ToggleGroup.Item value="all">{texts.both}</ToggleGroup.Item>
            <ToggleGroup.Item value="icd11">{texts.onlyIcd11}</ToggleGroup.Item>
            <ToggleGroup.Item value="icd10">{texts.onlyIcd10}</ToggleGroup.Item>
          </ToggleGroup>
        )}
        render={({ hit, indented }) => <HitRow hit={hit} indented={indented} />}
        empty={answer.error ? <Failure error={answer.error} retry={answer.retry} />
          : query !== "" && answer.value && !answer.isLoading
            ? <Alert variant="info" inline className="no-hits"><strong>{texts.noHits}</strong> {texts.noHitsHelp}</Alert>
            : null}
      />
      {folded > 0 && <Button className="unfold" size="small" variant="tertiary-neutral" onClick={() => setUnfolded(query)}>{texts.showMore(folded)}</Button>}
      {isMain && <RelationLegend shown={hits.flatMap(({ hit }) => hit.links.slice(0, shownLinks).map(link => link.relation))} />}
    </>
  );
}

/**
 * Best first, but where a category and its subcategories are among the hits, they stand together, the category above. An
 * ICD-10 code that says the same as an ICD-11 code among the hits stands on that one's row only.
 */
function arranged(found: Hit[], isUnfolded: boolean): { hit: Hit; indented: boolean }[] {
  const isBelow = (hit: Hit, above: Hit) => hit.system === above.system && hit.code.length > above.code.length && hit.code.startsWith(above.code);
  const icd11 = new Set(found.filter(hit => hit.system === "icd11").map(hit => hit.code));
  const hits = found.filter(hit => hit.system === "icd11" || hit.matched.kind === "code" || !hit.links.some(link => link.relation === "equivalent" && icd11.has(link.code)));
  const rows: { hit: Hit; indented: boolean }[] = [];
  const shown = new Set<Hit>();
  for (const hit of hits) {
    if (shown.has(hit)) continue;
    const top = hits.filter(other => isBelow(hit, other)).sort((one, other) => one.code.length - other.code.length)[0] ?? hit;
    const below = hits.filter(other => isBelow(other, top));
    for (const member of [top, ...(isUnfolded ? below : below.slice(0, maxBelow))]) rows.push({ hit: member, indented: member !== top });
    for (const member of [top, ...below]) shown.add(member);
  }
  return rows;
}

/**
 * The row for the best hit that may be used. A hit that stands on its counterpart's row is that row, unless the counterpart was found by
 * way of it only: what ICD-11 itself calls by the name is better.
 */
function best(rows: { hit: Hit }[], hits: Hit[]): number {
  for (const hit of hits) {
    if (!hit.selectable) continue;
    const row = rows.findIndex(({ hit: other }) => other === hit
      || (other.system === "icd11" && other.matched.kind !== "bridged" && hit.links.some(link => link.relation === "equivalent" && link.code === other.code)));
    if (row >= 0) return row;
  }
  return rows.length > 0 ? 0 : -1;
}
