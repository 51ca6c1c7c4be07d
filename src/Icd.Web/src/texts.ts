import { useSettings, type Language } from "./settings";
import { en } from "./texts/en";
import { nb, type Texts } from "./texts/nb";
import { nn } from "./texts/nn";

export type { Texts };

const all: Record<Language, Texts> = { nb, nn, en };

export function useTexts(): Texts {
  return all[useSettings().language];
}

/** The server speaks bokmål and English. */
export function useServerLanguage(): "nb" | "en" {
  return useSettings().language === "en" ? "en" : "nb";
}
