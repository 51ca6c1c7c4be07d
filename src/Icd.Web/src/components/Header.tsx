import { MoonIcon, SunIcon } from "@navikt/aksel-icons";
import { Button } from "@navikt/ds-react";
import { links, type Route } from "../route";
import { setLanguage, setTheme, useSettings, type Language } from "../settings";
import { useTexts } from "../texts";
import { useThemeName } from "../useThemeName";

export function Header({ route }: { route: Route }) {
  const texts = useTexts();
  const { language } = useSettings();
  const theme = useThemeName();
  const item = (view: Route["view"], href: string, text: string) => (
    <a href={href} aria-current={route.view === view ? "page" : undefined}>{text}</a>
  );
  return (
    <header className="header no-print">
      <a className="brand" href={links.search()}>{texts.title}</a>
      <nav aria-label={texts.title}>
        {item("search", links.search(), texts.search)}
        {item("list", links.list, texts.list)}
        {item("browse", links.browse(), texts.browse)}
        <a href="/ect">{texts.whoTool}</a>
        {item("about", links.about, texts.about)}
      </nav>
      <div className="header-end">
        <select aria-label={texts.language} value={language} onChange={event => setLanguage(event.target.value as Language)}>
          <option value="nb" lang="nb">Bokmål</option>
          <option value="nn" lang="nn">Nynorsk</option>
          <option value="en" lang="en">English</option>
        </select>
        <Button
          variant="tertiary-neutral" size="small" onClick={() => setTheme(theme === "dark" ? "light" : "dark")}
          icon={theme === "dark" ? <SunIcon title={texts.toLight} /> : <MoonIcon title={texts.toDark} />}
        />
      </div>
    </header>
  );
}
