import { useState } from "react";
import { axisValues } from "../api";
import { useServerLanguage, useTexts } from "../texts";
import type { Value } from "../types";
import { useAnswer } from "../useAnswer";

interface Props { stem: string; axis: string; values: Value[]; chosen: string[]; onPick: (value: Value) => void; isTop?: boolean }

/** The values of an axis as WHO arranges them; what is below a value is fetched when it is opened. */
export function ValueTree({ stem, axis, values, chosen, onPick, isTop }: Props) {
  // A single heading that is no value itself only hides what a reader looks for.
  const onlyHeading = isTop && values.length === 1 && !values[0]!.selectable ? values[0]! : null;
  if (onlyHeading) return <Below stem={stem} axis={axis} value={onlyHeading} chosen={chosen} onPick={onPick} />;
  return (
    <ul className="tree">
      {values.map(value => <Node key={value.uri} stem={stem} axis={axis} value={value} chosen={chosen} onPick={onPick} />)}
    </ul>
  );
}

type NodeProps = Omit<Props, "values" | "isTop"> & { value: Value };

function Node({ value, ...rest }: NodeProps) {
  const texts = useTexts();
  const [isOpen, setOpen] = useState(false);
  const isChosen = value.code !== null && rest.chosen.includes(value.code);
  return (
    <li>
      {value.hasChildren && (
        <button type="button" className="twist" aria-expanded={isOpen} aria-label={texts.below(value.title)} onClick={() => setOpen(!isOpen)}>{isOpen ? "▾" : "▸"}</button>
      )}
      {!value.selectable
        ? <span className={value.hasChildren ? undefined : "leaf"} lang={value.titleLanguage}>{value.title}</span>
        : <button type="button" className={`pick${value.hasChildren ? "" : " leaf"}`} aria-pressed={isChosen} onClick={() => rest.onPick(value)}><span className="code">{value.code}</span> <span lang={value.titleLanguage}>{value.title}</span></button>}
      {isOpen && <Below value={value} {...rest} />}
    </li>
  );
}

function Below({ value, ...rest }: NodeProps) {
  const texts = useTexts();
  const lang = useServerLanguage();
  const answer = useAnswer(`${rest.stem} ${rest.axis} ${value.uri} ${lang}`, signal => axisValues(rest.stem, rest.axis, lang, { below: value.uri }, signal));
  if (answer.value === null) return <p className="hint">{texts.loading}</p>;
  return <ValueTree values={answer.value} {...rest} />;
}
