import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { useTexts } from "../texts";

interface Props<T> {
  label: string;
  hint?: string;
  text: string;
  onText: (text: string) => void;
  options: T[];
  keyOf: (option: T) => string;
  render: (option: T, index: number) => ReactNode;
  onPick: (option: T) => void;
  isBusy?: boolean;
  /** Which option Enter picks at once; none where it is left out. */
  best?: number;
  /** Whether it is what the view is for: it has the focus at once, and `/` comes here. */
  isMain?: boolean;
  /** Between the field and its options: what narrows the search. */
  filter?: ReactNode;
  /** What to show in place of the options, where there are none. */
  empty?: ReactNode;
}

/** A field with its options below: WAI-ARIA's combobox with a list that stays open. */
export function SearchField<T>({ label, hint, text, onText, options, keyOf, render, onPick, isBusy, best = -1, isMain, filter, empty }: Props<T>) {
  const texts = useTexts();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [active, setActive] = useState(-1);
  const first = options.length > 0 ? keyOf(options[0]!) : "";
  useEffect(() => setActive(best), [first, options.length, best]);
  // Enter was pressed before the answer came.
  const isAwaited = useRef(false);
  useEffect(() => { isAwaited.current = false; }, [text]);
  useEffect(() => {
    if (isBusy || !isAwaited.current) return;
    isAwaited.current = false;
    const picked = options[best];
    if (picked !== undefined) onPick(picked);
  });
  useEffect(() => { if (isMain) input.current?.focus(); }, [isMain]);
  useEffect(() => {
    if (active >= 0) document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: "nearest" });
  }, [active, id]);

  const onKeyDown = (event: KeyboardEvent) => {
    const last = options.length - 1;
    switch (event.key) {
      case "ArrowDown": if (last >= 0) setActive(active >= last ? 0 : active + 1); break;
      case "ArrowUp": if (last >= 0) setActive(active <= 0 ? last : active - 1); break;
      case "Escape": onText(""); break;
      case "Enter": {
        // What is shown must be what was asked: an answer to an earlier text is not picked from, but waited for.
        if (isBusy) isAwaited.current = true;
        else if (options[active] !== undefined) onPick(options[active]);
        break;
      }
      default: return;
    }
    event.preventDefault();
  };

  return (
    <div className={isMain ? "search main" : "search"}>
      <label htmlFor={id}>{label}</label>
      {hint && <p className="hint" id={`${id}-hint`}>{hint}</p>}
      <input
        ref={input} id={id} type="text" role="combobox" autoComplete="off" autoCapitalize="none" spellCheck={false} enterKeyHint="search"
        aria-expanded={options.length > 0} aria-controls={`${id}-list`} aria-autocomplete="list" aria-busy={isBusy}
        aria-describedby={hint ? `${id}-hint` : undefined} aria-activedescendant={active >= 0 && options.length > 0 ? `${id}-${active}` : undefined}
        value={text} onChange={event => onText(event.target.value)} onKeyDown={onKeyDown}
      />
      {filter}
      <p className="visually-hidden" role="status">{text !== "" && !isBusy ? (options.length > 0 ? texts.hits(options.length) : texts.noHits) : ""}</p>
      <ul id={`${id}-list`} role="listbox" aria-label={label} className="options" hidden={options.length === 0}>
        {options.map((option, i) => (
          <li
            key={keyOf(option)} id={`${id}-${i}`} role="option" aria-selected={i === active}
            onMouseMove={() => { if (i !== active) setActive(i); }} onMouseDown={event => event.preventDefault()} onClick={() => onPick(option)}
          >
            {render(option, i)}
          </li>
        ))}
      </ul>
      {options.length === 0 && empty}
    </div>
  );
}
