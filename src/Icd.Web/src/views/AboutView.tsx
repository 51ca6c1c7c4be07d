import { Heading } from "@navikt/ds-react";
import { useTexts } from "../texts";

export function AboutView() {
  const texts = useTexts();
  const keys: [string, string][] = [["/", texts.keySlash], ["↑ ↓", texts.keyArrows], ["Enter", texts.keyEnter], ["Esc", texts.keyEscape]];
  return (
    <div className="view prose">
      <Heading level="1" size="medium">{texts.aboutTitle}</Heading>
      <p>{texts.aboutText1}</p>
      <p>{texts.aboutText2}</p>
      <p>{texts.aboutText3}</p>
      <Heading level="2" size="small">{texts.keyboard}</Heading>
      <dl className="keys">{keys.map(([key, what]) => <div key={key}><dt><kbd>{key}</kbd></dt><dd>{what}</dd></div>)}</dl>
    </div>
  );
}
