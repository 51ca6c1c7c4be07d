import { CopyButton } from "@navikt/ds-react";
import { codeableConcept } from "../codeableConcept";
import type { Described } from "../api";
import { uriOf } from "../expression";
import { links } from "../route";
import { useTexts } from "../texts";
import type { Mapped } from "../types";
import { useReleases } from "../useReleases";

/** Each form that somebody pastes elsewhere. */
export function CopyBar({ expression, described, mapped }: { expression: string; described: Described; mapped: Mapped | null }) {
  const texts = useTexts();
  const loaded = useReleases();
  const uri = uriOf(described.members);
  const button = (text: string, copyText: string) => <li><CopyButton size="small" text={text} activeText={texts.copied} copyText={copyText} /></li>;
  const both = [described.nb, `ICD-11 ${expression}`, mapped?.expression && `ICD-10 ${mapped.expression}`].filter(Boolean).join("; ");
  return (
    <ul className="chips no-print copy-bar">
      {button(texts.copyCode, expression)}
      {button(texts.copyText, both)}
      {uri && button(texts.copyUri, uri)}
      {button(texts.copyFhir, JSON.stringify(codeableConcept(expression, described, mapped, loaded), null, 2))}
      {button(texts.link, location.origin + location.pathname + links.expression(expression))}
    </ul>
  );
}
