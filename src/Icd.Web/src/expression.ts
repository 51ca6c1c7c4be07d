import type { Part } from "./api";

/** A stem with its extension codes. */
export interface Group { stem: string; values: string[] }

/** Takes an expression of codes apart; the server judges it. */
export function groupsOf(expression: string): Group[] {
  return expression
    .split("/")
    .map(part => part.split("&").map(code => code.trim()).filter(code => code !== ""))
    .filter(codes => codes.length > 0)
    .map(([stem, ...values]) => ({ stem: stem!, values }));
}

export function expressionOf(groups: Group[]): string {
  return groups.map(group => [group.stem, ...group.values].join("&")).join("/");
}

/** With a value in a group exchanged, added (`from` is null) or taken away (`to` is null). */
export function withValue(groups: Group[], index: number, from: string | null, to: string | null): Group[] {
  return groups.map((group, i) => {
    if (i !== index) return group;
    const values = from === null ? [...group.values] : group.values.filter(value => value !== from);
    return { ...group, values: to === null || values.includes(to) ? values : [...values, to] };
  });
}

/** An expression without one of its values; of a value that stands there twice the second goes. */
export function without(expression: string, value: string): string {
  const groups = groupsOf(expression);
  const at = groups.findLastIndex(group => group.values.includes(value));
  return expressionOf(groups.map((group, i) => (i === at ? { ...group, values: group.values.toSpliced(group.values.lastIndexOf(value), 1) } : group)));
}

/** The parts of an expression, read out, by stem. */
export interface PartGroup { stem: Part; values: Part[] }

export function groupedParts(parts: Part[]): PartGroup[] {
  const groups: PartGroup[] = [];
  for (const part of parts) {
    if (part.role !== "extension" || groups.length === 0) groups.push({ stem: part, values: [] });
    else groups.at(-1)!.values.push(part);
  }
  return groups;
}

/** The expression in URIs, as WHO writes it; null where a part is unknown. */
export function uriOf(parts: Part[]): string | null {
  if (parts.some(part => part.uri === null)) return null;
  return groupedParts(parts).map(group => [group.stem, ...group.values].map(part => part.uri).join(" & ")).join(" / ");
}
