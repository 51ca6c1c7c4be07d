import { useSyncExternalStore } from "react";

export type Language = "nb" | "nn" | "en";
export type ThemeName = "light" | "dark";

/** What a user keeps in this browser, and nowhere else. */
export interface Settings { language: Language; theme: ThemeName | null; favourites: string[]; recent: string[] }

const key = "icd";
const maxRecent = 12;
const empty: Settings = { language: "nb", theme: null, favourites: [], recent: [] };
const listeners = new Set<() => void>();
let current = read();

export function useSettings(): Settings {
  return useSyncExternalStore(listener => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, () => current);
}

export const setLanguage = (language: Language) => write({ ...current, language });

export const setTheme = (theme: ThemeName) => write({ ...current, theme });

export const toggleFavourite = (expression: string) =>
  write({
    ...current,
    favourites: current.favourites.includes(expression)
      ? current.favourites.filter(other => other !== expression)
      : [...current.favourites, expression],
  });

export const addRecent = (expression: string) =>
  write({ ...current, recent: [expression, ...current.recent.filter(other => other !== expression)].slice(0, maxRecent) });

export const forgetRecent = () => write({ ...current, recent: [] });

function read(): Settings {
  try {
    return { ...empty, ...(JSON.parse(localStorage.getItem(key) ?? "{}") as Partial<Settings>) };
  } catch {
    // Storage may be shut off or hold something else's; the page works without.
    return empty;
  }
}

function write(settings: Settings): void {
  current = settings;
  try {
    localStorage.setItem(key, JSON.stringify(settings));
  } catch {
    // As above: it then holds until the page is closed.
  }
  for (const listener of listeners) listener();
}
