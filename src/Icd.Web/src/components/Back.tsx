import { lastSearch, links } from "../route";
import { useTexts } from "../texts";

/** The way back to the hits that the reader came from, and to a new search. */
export function Back() {
  const texts = useTexts();
  const query = lastSearch();
  return (
    <p className="plain no-print back">
      {query !== "" && <a href={links.search(query)}>← {texts.hitsFor(query)}</a>} <a href={links.search()}>{texts.newSearch}</a>
    </p>
  );
}
