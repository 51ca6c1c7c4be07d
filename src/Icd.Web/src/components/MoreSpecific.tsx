import { Button } from "@navikt/ds-react";
import { entity } from "../api";
import { useServerLanguage, useTexts } from "../texts";
import { useAnswer } from "../useAnswer";

/** The stems that say more than the chosen one: those below it, or beside it where it is "unspecified". */
export function MoreSpecific({ stem, onPick }: { stem: string; onPick: (code: string) => void }) {
  const texts = useTexts();
  const lang = useServerLanguage();
  const { value } = useAnswer(`${stem} ${lang}`, async signal => {
    const own = await entity("icd11", stem, lang, signal);
    const above = own.ancestors.at(-1);
    if (own.residual !== "unspecified" || above?.code == null) return own.children ?? [];
    return (await entity("icd11", above.code, lang, signal)).children ?? [];
  });
  const others = (value ?? []).filter(child => child.code !== null && child.code !== stem);
  if (others.length === 0) return null;
  return (
    <details className="axis">
      <summary>{texts.moreSpecific} ({others.length})</summary>
      <ul className="choices plain-list">
        {others.map(child => (
          <li key={child.code}>
            <Button size="small" variant="tertiary-neutral" onClick={() => onPick(child.code!)}><span className="code">{child.code}</span> {child.title}</Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
