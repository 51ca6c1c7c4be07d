import { Button } from "@navikt/ds-react";
import type { StemData } from "../builderData";
import type { PartGroup } from "../expression";
import { lastSearch } from "../route";
import { useServerLanguage, useTexts } from "../texts";
import type { Value } from "../types";

interface Props {
  parts: PartGroup[];
  stems: Record<string, StemData>;
  /** Adds a value to the group at a place. */
  onValue: (group: number, code: string) => void;
}

/** "Artrose i hofte venstre": what the words of the search name on the axes is offered; added is it by whoever asked. */
export function FromSearch({ parts, stems, onValue }: Props) {
  const texts = useTexts();
  const lang = useServerLanguage();
  const words = lastSearch().toLowerCase().split(/[^\p{L}]+/u);
  const offers = parts.flatMap((group, i) => {
    const said = group.stem[lang].toLowerCase();
    const open = words.filter(word => word !== "" && !said.includes(word));
    return (stems[group.stem.code ?? ""]?.shown ?? [])
      .filter(axis => !group.values.some(value => value.axis === axis.axis))
      .flatMap(axis => (axis.buttons ?? []).filter(value => open.some(word => names(word, value))).map(value => ({ i, value })));
  });
  if (offers.length === 0) return null;
  return (
    <div className="from-search no-print">
      <span className="hint">{texts.fromSearch}</span>
      {offers.map(({ i, value }) => <Button key={`${i} ${value.uri}`} size="small" variant="secondary" onClick={() => onValue(i, value.code!)}>{texts.addValue(value.title)}</Button>)}
    </div>
  );
}

/** `venstresidig` names `Venstre`, `akutte` names `Akutt`. */
const names = (word: string, value: Value) => value.code !== null && value.title.length > 3 && word.startsWith(value.title.toLowerCase());
