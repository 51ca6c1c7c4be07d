import type { Range } from "../types";

/** A text with what was found of it marked. */
export function Marked({ text, ranges }: { text: string; ranges: Range[] }) {
  const pieces = [];
  let at = 0;
  for (const { start, end } of ranges) {
    if (start > at) pieces.push(text.slice(at, start));
    pieces.push(<mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  pieces.push(text.slice(at));
  return <>{pieces}</>;
}
