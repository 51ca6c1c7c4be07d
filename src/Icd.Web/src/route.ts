import { useEffect, useState } from "react";

/**
 * Where the page is. It lies in the fragment of the address, which a browser never sends: a diagnosis does not end up in
 * any server's or proxy's log.
 */
export type Route =
  | { view: "search"; query: string }
  | { view: "expression"; expression: string }
  | { view: "icd10"; code: string }
  | { view: "list" }
  | { view: "browse"; system: "icd11" | "icd10"; id: string }
  | { view: "about" };

export function routeOf(fragment: string): Route {
  const [view = "", ...rest] = fragment.replace(/^#\/?/, "").split("/");
  const tail = decode(rest.join("/"));
  switch (view) {
    case "uttrykk":
      return tail === "" ? { view: "search", query: "" } : { view: "expression", expression: tail };
    case "icd10":
      return tail === "" ? { view: "search", query: "" } : { view: "icd10", code: tail };
    case "liste":
      return { view: "list" };
    case "bla":
      return { view: "browse", system: rest[0] === "icd10" ? "icd10" : "icd11", id: decode(rest.slice(1).join("/")) };
    case "om":
      return { view: "about" };
    case "sok":
      return { view: "search", query: tail };
    default:
      return { view: "search", query: "" };
  }
}

export const links = {
  search: (query = "") => (query === "" ? "#/" : `#/sok/${encodeURIComponent(query)}`),
  expression: (expression: string) => `#/uttrykk/${encodeURIComponent(expression)}`,
  icd10: (code: string) => `#/icd10/${encodeURIComponent(code)}`,
  list: "#/liste",
  browse: (system: "icd11" | "icd10" = "icd11", id = "") => `#/bla/${system}${id === "" ? "" : `/${encodeURIComponent(id)}`}`,
  about: "#/om",
};

let searched = "";

/** What was last searched for in this tab; empty where nothing was. */
export const lastSearch = (): string => searched;

/** Gives a search its link without a step in the browser's history. */
export function keepSearch(query: string): void {
  searched = query.trim();
  if (location.hash !== links.search(query)) history.replaceState(null, "", links.search(query));
}

export function go(link: string): void {
  location.hash = link;
}

export function useRoute(): Route {
  const [route, setRoute] = useState(() => routeOf(location.hash));
  useEffect(() => {
    const changed = () => setRoute(routeOf(location.hash));
    addEventListener("hashchange", changed);
    return () => removeEventListener("hashchange", changed);
  }, []);
  return route;
}

/** A broken escape in a pasted link is text, not an error. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
