import type { Axes, Entity, Hit, Judged, Mapped, Problem, System, Value } from "./types";

/** What the server answered when it did not do what was asked. */
export class ApiError extends Error {
  constructor(readonly status: number, readonly problem: Problem | null) {
    super(problem?.detail ?? problem?.title ?? `HTTP ${status}`);
  }
}

/** No answer came: the server is down or the network is. */
export class Unreachable extends Error {}

export type ServerLanguage = "nb" | "en";

export interface DescribedMember { code: string | null; uri: string; title: string; titleEn: string | null; axis: string | null }

/** What an expression says: in words, and part by part with the axes that its values are on. */
export interface Described { expression: string; nb: string; en: string; uri: string; groups: { stem: DescribedMember; values: DescribedMember[] }[] }

export interface Loaded { mms: { release: string; starter: boolean } | null; icd10: { release: string } | null }

const root = "/api/v1";

async function send<T>(path: string, parameters: Record<string, string | number | undefined>, signal?: AbortSignal, body?: string): Promise<T> {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined && value !== "") query.set(name, String(value));
  let response: Response;
  try {
    response = await fetch(`${root}/${path}${query.size > 0 ? `?${query}` : ""}`, {
      signal,
      headers: { Accept: "application/json", ...(body === undefined ? {} : { "Content-Type": "application/json" }) },
      method: body === undefined ? "GET" : "POST",
      body,
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Unreachable("no answer");
  }
  if (!response.ok) {
    const problem = response.headers.get("content-type")?.includes("json") ? ((await response.json()) as Problem) : null;
    throw new ApiError(response.status, problem);
  }
  return (await response.json()) as T;
}

export const search = async (q: string, lang: ServerLanguage, options: { system?: System; limit?: number; offset?: number }, signal?: AbortSignal): Promise<Hit[]> =>
  (await send<{ hits: Hit[] }>("search", { q, lang, ...options }, signal)).hits;

export const entity = (system: System, id: string, lang: ServerLanguage, signal?: AbortSignal): Promise<Entity> =>
  send(`entities/${system}/${encodeURIComponent(id)}`, { lang, depth: 1 }, signal);

export const chapters = (system: System, lang: ServerLanguage, signal?: AbortSignal): Promise<Entity[]> =>
  send(`hierarchy/${system}`, { lang }, signal);

export const axes = (stem: string, lang: ServerLanguage, signal?: AbortSignal): Promise<Axes> =>
  send(`axes/${encodeURIComponent(stem)}`, { lang }, signal);

/** The values of an axis: those that a text finds, or those below a value. */
export const axisValues = async (stem: string, axis: string, lang: ServerLanguage, options: { q?: string; below?: string; limit?: number }, signal?: AbortSignal): Promise<Value[]> =>
  (await send<{ values: Value[] }>(`axes/${encodeURIComponent(stem)}/${axis}/values`, { lang, ...options }, signal)).values;

export const validate = (expression: string, lang: ServerLanguage, signal?: AbortSignal): Promise<Judged> =>
  send("validate", { expression, lang }, signal);

export const describe = (expression: string, lang: ServerLanguage, signal?: AbortSignal): Promise<Described> =>
  send("describe", { expression, lang }, signal);

export const map = (code: string, lang: ServerLanguage, signal?: AbortSignal): Promise<Mapped> =>
  send("map", { code, lang }, signal);

export const releases = (signal?: AbortSignal): Promise<Loaded> => send("releases", {}, signal);

/** Maps a list, in one request; an answer for each, in order. */
export async function mapList(codes: string[], lang: ServerLanguage): Promise<Mapped[]> {
  let response: Response;
  try {
    response = await fetch(`${root}/map/batch?lang=${lang}`, { method: "POST", headers: { "Content-Type": "text/plain" }, body: codes.join("\n") });
  } catch {
    throw new Unreachable("no answer");
  }
  if (!response.ok) throw new ApiError(response.status, null);
  return (await response.text()).split("\n").filter(line => line !== "").map(line => JSON.parse(line) as Mapped);
}
