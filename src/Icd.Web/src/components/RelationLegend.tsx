import { useTexts } from "../texts";
import { relations, RelationTag } from "./RelationTag";

/** What the signs in a list mean, those that are in it; screen readers hear the words on each row. */
export function RelationLegend({ shown }: { shown: string[] }) {
  const texts = useTexts();
  const present = Object.keys(relations).filter(relation => shown.includes(relation));
  if (present.length === 0) return null;
  return (
    <div className="legend" aria-hidden="true">
      <span>{texts.legend}:</span>
      {present.map(relation => <RelationTag key={relation} relation={relation} />)}
    </div>
  );
}
