import { Button } from "@navikt/ds-react";
import { useState } from "react";
import { axisValues } from "../api";
import type { ShownAxis } from "../builderData";
import { useServerLanguage, useTexts } from "../texts";
import type { Value } from "../types";
import { useAnswer } from "../useAnswer";
import { axisId } from "./axisPlace";
import { SearchField } from "./SearchField";
import { ValueTree } from "./ValueTree";

/** Axes whose values are stems: all of the classification, which nobody reads from the top. */
const stemAxes = new Set(["hasCausingCondition", "hasManifestation", "associatedWith"]);

interface Props {
  stem: string;
  axis: ShownAxis;
  chosen: string[];
  onValue: (from: string | null, to: string | null) => void;
  onStem: (code: string) => void;
}

/** One axis of a stem: plain buttons where there are few values, else search and the tree. */
export function AxisEditor({ stem, axis, chosen, onValue, onStem }: Props) {
  const texts = useTexts();
  const lang = useServerLanguage();
  const isSingle = axis.allowMultipleValues === "NotAllowed";
  const isOpen = axis.required && chosen.length === 0;
  const [text, setText] = useState("");
  const found = useAnswer(text.trim() !== "" ? `${stem} ${axis.axis} ${lang} ${text}` : null, signal => axisValues(stem, axis.axis, lang, { find: text, limit: 12 }, signal));

  const pick = (value: Value) => {
    const code = value.code;
    if (code === null) return;
    setText("");
    // Where stems are the values, they are joined by a slash.
    if (!code.startsWith("X")) onStem(code);
    else if (chosen.includes(code)) onValue(code, null);
    else onValue(isSingle ? chosen[0] ?? null : null, code);
  };
  const label = (
    <>
      {axis.label}
      {axis.required && <span className="must"> {texts.required}</span>}
      {!isSingle && <span className="hint"> {texts.several}</span>}
    </>
  );

  if (axis.buttons !== null) {
    return (
      <fieldset id={axisId(stem, axis.axis)} className={isOpen ? "axis open" : "axis"}>
        <legend>{label}</legend>
        <div className="buttons">
          {axis.buttons.map(value => {
            const isChosen = chosen.includes(value.code!);
            return (
              <Button key={value.uri} size="small" variant={isChosen ? "primary" : "secondary-neutral"} aria-pressed={isChosen} onClick={() => pick(value)}>
                <span lang={value.titleLanguage}>{value.title}</span>
              </Button>
            );
          })}
        </div>
      </fieldset>
    );
  }

  const tree = <ValueTree stem={stem} axis={axis.axis} values={axis.values} chosen={chosen} onPick={pick} isTop />;
  return (
    <details id={axisId(stem, axis.axis)} className={isOpen ? "axis open" : "axis"} open={axis.required || chosen.length > 0}>
      <summary>{label}</summary>
      <SearchField
        label={texts.findValue(axis.label)} text={text} onText={setText} isBusy={found.isLoading} best={found.value?.length ? 0 : -1}
        options={found.value ?? []} keyOf={value => value.uri} onPick={pick}
        render={value => <span className="value"><span className="code">{value.code}</span> <span lang={value.titleLanguage}>{value.title}</span></span>}
        empty={text.trim() !== "" && found.value && !found.isLoading ? <p className="hint">{texts.nothingFound}</p> : null}
      />
      {text.trim() === "" && (stemAxes.has(axis.axis) ? <details className="below"><summary>{texts.browseValues}</summary>{tree}</details> : tree)}
    </details>
  );
}
