import { ApiError, allValues, axes, describe, entity, map, validate, type Described, type ServerLanguage } from "./api";
import type { Axes, Axis, Child, Judged, Mapped, Value } from "./types";

/** So few that all of them may stand as buttons. */
const maxButtons = 8;

/** An axis with all its values where they are few. */
export interface ShownAxis extends Axis { buttons: Value[] | null }

/** What is known of a stem: its axes, and the stems that say more. */
export interface StemData { axes: Axes; shown: ShownAxis[]; moreSpecific: Child[] }

/** Everything that the builder shows of an expression. It is shown when all of it is there: nothing jumps. */
export interface BuilderData {
  judged: Judged;
  described: Described | null;
  mapped: Mapped | null;
  /** What the precoordinated expression says, where there is one. */
  replacement: Described | null;
  /** By the stem's code. */
  stems: Record<string, StemData>;
  /** Titles of ICD-10 codes. */
  titles: Record<string, string>;
}

export async function loadBuilder(expression: string, lang: ServerLanguage, signal: AbortSignal): Promise<BuilderData> {
  const judged = await validate(expression, lang, signal);
  if (judged.verdict === "syntax-error") return { judged, described: null, mapped: null, replacement: null, stems: {}, titles: {} };
  const [described, mapped, replacement] = await Promise.all([
    describe(expression, lang, signal), unlessRefused(map(expression, lang, signal)), judged.replacement === null ? null : describe(judged.replacement, lang, signal),
  ]);
  const codes = described.members.filter(part => part.role === "stem" && part.uri !== null).map(part => part.code!);
  const icd10 = [mapped?.expression, ...(mapped?.alternatives ?? []).map(alternative => alternative.expression)].flatMap(text => text?.split(" ") ?? []).map(bare);
  const [stems, titles] = await Promise.all([
    Promise.all([...new Set(codes)].map(async code => [code, await stemData(code, lang)] as const)),
    Promise.all([...new Set(icd10)].map(async code => [code, (await unlessRefused(entity("icd10", code, lang, signal)))?.title ?? ""] as const)),
  ]);
  return { judged, described, mapped, replacement, stems: Object.fromEntries(stems), titles: Object.fromEntries(titles) };
}

/** An ICD-10 code without the mark of a dagger or an asterisk. */
export const bare = (code: string) => code.replace(/[†*+]/g, "");

/** Null where the server has an answer but not this one: a build without ICD-10, a code of another edition. */
async function unlessRefused<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ApiError) return null;
    throw error;
  }
}

/** Kept while the page is open: a stem's axes do not change with what is chosen on them. */
const kept = new Map<string, Promise<StemData>>();

function stemData(stem: string, lang: ServerLanguage): Promise<StemData> {
  const key = `${lang} ${stem}`;
  const found = kept.get(key);
  if (found) return found;
  const asked = load(stem, lang);
  kept.set(key, asked);
  asked.catch(() => kept.delete(key));
  return asked;
}

async function load(stem: string, lang: ServerLanguage): Promise<StemData> {
  const [taken, moreSpecific] = await Promise.all([axes(stem, lang), below(stem, lang)]);
  const shown = await Promise.all(taken.axes.map(async axis => {
    const count = axis.values.reduce((sum, value) => sum + value.descendants + (value.selectable ? 1 : 0), 0);
    return { ...axis, buttons: count <= maxButtons ? await allValues(stem, axis.axis, lang, axis.values) : null };
  }));
  return { axes: taken, shown, moreSpecific };
}

/** The stems below one, or beside it where it is "unspecified". */
async function below(stem: string, lang: ServerLanguage): Promise<Child[]> {
  const own = await entity("icd11", stem, lang);
  const above = own.ancestors.at(-1)?.code;
  const around = own.residual === "unspecified" && above != null ? await entity("icd11", above, lang) : own;
  return (around.children ?? []).filter(child => child.code !== null && child.code !== stem);
}
