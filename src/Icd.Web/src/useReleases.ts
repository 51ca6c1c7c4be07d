import { useEffect, useState } from "react";
import { releases, type Loaded } from "./api";

let known: Loaded | null = null;
let asked: Promise<void> | null = null;

/** Asks what is loaded, once. Awaited before the page is first drawn, so that nothing on it moves when the answer comes. */
export function askReleases(): Promise<void> {
  asked ??= releases().then(
    loaded => { known = loaded; },
    () => { asked = null; },
  );
  return asked;
}

/** What is loaded; null until the server has said so. */
export function useReleases(): Loaded | null {
  const [loaded, setLoaded] = useState(known);
  useEffect(() => {
    let isGone = false;
    // Also where the answer came between the drawing and this.
    void askReleases().then(() => { if (!isGone) setLoaded(known); });
    return () => { isGone = true; };
  }, []);
  return loaded;
}
