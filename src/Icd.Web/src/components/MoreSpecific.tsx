import { Button } from "@navikt/ds-react";
import { useTexts } from "../texts";
import type { Child } from "../types";

/** The stems that say more than the chosen one. */
export function MoreSpecific({ stems, onPick }: { stems: Child[]; onPick: (code: string) => void }) {
  const texts = useTexts();
  if (stems.length === 0) return null;
  return (
    <details className="axis">
      <summary>{texts.moreSpecific} ({stems.length})</summary>
      <ul className="choices plain-list">
        {stems.map(child => (
          <li key={child.code}>
            <Button size="small" variant="tertiary-neutral" onClick={() => onPick(child.code!)}><span className="code">{child.code}</span> <span lang={child.titleLanguage}>{child.title}</span></Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
