import { useTexts } from "../texts";

/** Who vouches for an answer; folded away, for it is long and seldom asked for. */
export function Why({ provenance }: { provenance: string }) {
  const texts = useTexts();
  if (provenance === "") return null;
  return (
    <details className="why">
      <summary>{texts.why}</summary>
      <p className="hint wrap">{texts.source}: {provenance}</p>
    </details>
  );
}
