import { Theme } from "@navikt/ds-react";
import { useEffect } from "react";
import { Footer } from "./components/Footer";
import { Header } from "./components/Header";
import { StarterBanner } from "./components/StarterBanner";
import { go, links, useRoute } from "./route";
import { useSettings } from "./settings";
import { useTexts } from "./texts";
import { useThemeName } from "./useThemeName";
import { AboutView } from "./views/AboutView";
import { BrowseView } from "./views/BrowseView";
import { ExpressionView } from "./views/ExpressionView";
import { Icd10View } from "./views/Icd10View";
import { ListView } from "./views/ListView";
import { SearchView } from "./views/SearchView";

export function App() {
  const route = useRoute();
  const texts = useTexts();
  const { language } = useSettings();
  const theme = useThemeName();
  useEffect(() => { document.documentElement.lang = language; }, [language]);
  // A new view begins at its top, also for who does not see it; the search takes the focus itself.
  const view = route.view === "browse" ? `${route.system} ${route.id}` : route.view;
  useEffect(() => {
    scrollTo(0, 0);
    if (!document.activeElement?.closest("input[role=combobox], .header")) document.getElementById("innhold")?.focus({ preventScroll: true });
  }, [view]);
  useEffect(() => {
    const toSearch = (event: KeyboardEvent) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || (event.target as HTMLElement).closest("input, textarea, select")) return;
      event.preventDefault();
      const field = document.querySelector<HTMLInputElement>(".search.main input");
      if (field === null) go(links.search());
      field?.focus();
      field?.select();
    };
    addEventListener("keydown", toSearch);
    return () => removeEventListener("keydown", toSearch);
  }, []);
  useEffect(() => {
    document.title = `${route.view === "expression" ? `${route.expression} – ` : route.view === "icd10" ? `${route.code} – ` : ""}${texts.title}`;
  }, [route, texts]);
  return (
    <Theme theme={theme} className="page">
      <a className="skip" href="#innhold" onClick={event => { event.preventDefault(); document.getElementById("innhold")?.focus(); }}>{texts.skip}</a>
      <Header route={route} />
      <StarterBanner />
      <main id="innhold" tabIndex={-1}>
        {route.view === "search" && <SearchView query={route.query} />}
        {route.view === "expression" && <ExpressionView expression={route.expression} />}
        {route.view === "icd10" && <Icd10View code={route.code} />}
        {route.view === "list" && <ListView />}
        {route.view === "browse" && <BrowseView system={route.system} id={route.id} />}
        {route.view === "about" && <AboutView />}
      </main>
      <Footer />
    </Theme>
  );
}
