import { releases, type Loaded } from "./api";
import { useAnswer, type Answer } from "./useAnswer";

/** What is loaded; asked once for the page. */
let asked: Promise<Loaded> | null = null;

export function useReleases(): Answer<Loaded> {
  return useAnswer("releases", () => {
    asked ??= releases().catch((error: unknown) => {
      asked = null;
      throw error;
    });
    return asked;
  });
}
