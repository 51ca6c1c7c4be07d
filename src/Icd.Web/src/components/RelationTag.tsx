import { useTexts, type Texts } from "../texts";

interface Shown { sign: string; tone: "good" | "caution" | "bad"; text: keyof Texts }

const relations: Record<string, Shown> = {
  "equivalent": { sign: "=", tone: "good", text: "equivalent" },
  "icd10-narrower": { sign: "⊂", tone: "caution", text: "icd10Narrower" },
  "icd10-broader": { sign: "⊃", tone: "caution", text: "icd10Broader" },
  "related": { sign: "≈", tone: "caution", text: "related" },
  "source-is-narrower-than-target": { sign: "⊂", tone: "caution", text: "sourceNarrower" },
  "source-is-broader-than-target": { sign: "⊃", tone: "caution", text: "sourceBroader" },
  "related-to": { sign: "≈", tone: "caution", text: "relatedTo" },
  "not-related-to": { sign: "≠", tone: "bad", text: "notRelated" },
};

/** How two codes stand to each other: a sign to see at a glance, and the words for it. */
export function RelationTag({ relation, short = false }: { relation: string | null; short?: boolean }) {
  const texts = useTexts();
  const shown = relations[relation ?? ""] ?? { sign: "?", tone: "bad", text: "unknownRelation" };
  const words = texts[shown.text] as string;
  return (
    <span className={`relation ${shown.tone}`} title={words}>
      <span aria-hidden="true">{shown.sign}</span>
      <span className={short ? "visually-hidden" : undefined}>{words}</span>
    </span>
  );
}
