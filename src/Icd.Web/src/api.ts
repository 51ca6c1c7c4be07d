import type { Axes, Child, Entity, Hit, Judged, Mapped, Problem, System, Value } from "./types";

/** What the server answered when it did not do what was asked. */
export class ApiError extends Error {
  constructor(readonly status: number, readonly problem: Problem | null) {
    super([problem?.detail ?? problem?.title ?? `HTTP ${status}`, problem?.remedy].filter(Boolean).join(" "));
  }
}

/** No answer came: the server is down or the network is. */
export class Unreachable extends Error {}

export type ServerLanguage = "nb" | "en";

export interface Part { role: "stem" | "extension" | "code"; code: string | null; uri: string | null; text: string; nb: string; nbLanguage: string; en: string; enLanguage: string; axis: string | null; axisLabel: string | null; axisOf: number | null }

/** What an expression says: as a line, and part by part with the axes that its values are on. */
export interface Described { input: string; canonical: string | null; nb: string | null; en: string | null; nbComplete: boolean; nbAuthored: boolean; members: Part[] }

export interface Loaded { mms: LoadedRelease | null; icd10: LoadedRelease | null }

export interface LoadedRelease { system: string; release: string; starter: boolean }

const root = "/api/v1";

const keyName = "icd-key";

/** Whether a key was given already. */
export const hasKey = (): boolean => sessionStorage.getItem(keyName) !== null;

/** The reader's key, where the server asks for one: kept until the tab is closed, and sent to this server only. */
export const setKey = (key: string): void => sessionStorage.setItem(keyName, key);

/** A server that has just been started answers so until its releases are open: 503, for some seconds. */
const [starting, pause, maxTries] = [503, 500, 40];

type Parameters = Record<string, string | number | undefined>;

async function send<T>(path: string, parameters: Parameters, signal?: AbortSignal): Promise<T> {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined && value !== "") query.set(name, String(value));
  return (await (await answer(`${path}${query.size > 0 ? `?${query}` : ""}`, { signal })).json()) as T;
}

const post = async (path: string, body: string): Promise<string> =>
  (await answer(path, { method: "POST", headers: { "Content-Type": "text/plain" }, body })).text();

async function ask(path: string, request: RequestInit): Promise<Response> {
  try {
    const key = sessionStorage.getItem(keyName);
    return await fetch(`${root}/${path}`, key === null ? request : { ...request, headers: { ...request.headers, "X-Api-Key": key } });
  } catch (error) {
    if (request.signal?.aborted) throw error;
    throw new Unreachable("no answer");
  }
}

async function answer(path: string, request: RequestInit): Promise<Response> {
  let response = await ask(path, request);
  for (let tries = 0; response.status === starting && tries < maxTries; tries++) {
    await new Promise(resolve => setTimeout(resolve, pause));
    request.signal?.throwIfAborted();
    response = await ask(path, request);
  }
  if (!response.ok) {
    const problem = response.headers.get("content-type")?.includes("json") ? ((await response.json()) as Problem) : null;
    throw new ApiError(response.status, problem);
  }
  return response;
}

export const search = async (q: string, lang: ServerLanguage, options: { system?: System; limit?: number; offset?: number }, signal?: AbortSignal): Promise<Hit[]> =>
  (await send<{ hits: Hit[] }>("search", { q, lang, ...options }, signal)).hits;

export async function entity(system: System, id: string, lang: ServerLanguage, signal?: AbortSignal): Promise<Entity> {
  const { entities } = await send<{ entities: Entity[] }>("entities", { id, system: system === "icd11" ? "mms" : system, depth: 1, lang }, signal);
  return entities[0]!;
}

export const chapters = async (system: System, lang: ServerLanguage, signal?: AbortSignal): Promise<Child[]> =>
  (await send<{ children: Child[] }>("chapters", { system: system === "icd11" ? "mms" : system, lang }, signal)).children;

export const axes = (stem: string, lang: ServerLanguage, signal?: AbortSignal): Promise<Axes> =>
  send(`axes/${encodeURIComponent(stem)}`, { lang }, signal);

/** The values of an axis: those at its top, those directly below a value, or those that a text finds. */
export const axisValues = async (stem: string, axis: string, lang: ServerLanguage, options: { find?: string; below?: string; limit?: number }, signal?: AbortSignal): Promise<Value[]> =>
  (await send<{ values: Value[] }>(`axes/${encodeURIComponent(stem)}/${axis}`, { lang, ...options }, signal)).values;

/** Everything that may be chosen on an axis, headings left out; for axes with few values. */
export async function allValues(stem: string, axis: string, lang: ServerLanguage, values: Value[], signal?: AbortSignal): Promise<Value[]> {
  const lists = await Promise.all(values.map(async value => [
    ...(value.selectable ? [value] : []),
    ...(value.hasChildren ? await allValues(stem, axis, lang, await axisValues(stem, axis, lang, { below: value.uri }, signal), signal) : []),
  ]));
  return lists.flat();
}

export const validate = (expression: string, lang: ServerLanguage, signal?: AbortSignal): Promise<Judged> =>
  send("validate", { expression, lang }, signal);

export const describe = (expression: string, lang: ServerLanguage, signal?: AbortSignal): Promise<Described> =>
  send("describe", { expression, lang }, signal);

export const map = (code: string, lang: ServerLanguage, signal?: AbortSignal): Promise<Mapped> =>
  send("map", { code, lang }, signal);

export const releases = async (signal?: AbortSignal): Promise<Loaded> => {
  const { releases } = await send<{ releases: LoadedRelease[] }>("releases", {}, signal);
  const newest = (system: string) => releases.findLast(release => release.system === system && !release.starter) ?? releases.findLast(release => release.system === system) ?? null;
  return { mms: newest("mms"), icd10: newest("icd10") };
};

/** Maps a list in one request; an answer for each, in order. */
export async function mapList(codes: string[], lang: ServerLanguage): Promise<Mapped[]> {
  const text = await post(`batch/map?lang=${lang}`, codes.join("\n"));
  return text.split("\n").filter(line => line !== "").map(line => JSON.parse(line) as Mapped);
}
