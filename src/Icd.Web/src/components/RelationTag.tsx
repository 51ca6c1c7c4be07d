import { useTexts, type Texts } from "../texts";

interface Shown { sign: string; tone: "good" | "caution" | "bad"; words: (texts: Texts, target: string) => string }

export const relations: Record<string, Shown> = {
  "equivalent": { sign: "=", tone: "good", words: texts => texts.equivalent },
  "icd10-narrower": { sign: "⊂", tone: "caution", words: texts => texts.icd10Narrower },
  "icd10-broader": { sign: "⊃", tone: "caution", words: texts => texts.icd10Broader },
  "related": { sign: "≈", tone: "caution", words: texts => texts.related },
  "source-is-narrower-than-target": { sign: "⊂", tone: "caution", words: (texts, target) => texts.saysLess(target) },
  "source-is-broader-than-target": { sign: "⊃", tone: "caution", words: (texts, target) => texts.saysMore(target) },
  "related-to": { sign: "≈", tone: "caution", words: texts => texts.relatedTo },
  "not-related-to": { sign: "≠", tone: "bad", words: texts => texts.notRelated },
};

const unknown: Shown = { sign: "?", tone: "bad", words: texts => texts.unknownRelation };

interface Props {
  relation: string | null;
  /** The system of the target, where the relation is of a mapping. */
  target?: "ICD-10" | "ICD-11";
  /** Only the sign; the words are for screen readers and on hovering. */
  short?: boolean;
}

/** How two codes stand to each other: a sign to see at a glance, and the words for it. */
export function RelationTag({ relation, target = "ICD-11", short = false }: Props) {
  const texts = useTexts();
  const shown = relations[relation ?? ""] ?? unknown;
  const words = shown.words(texts, target);
  return (
    <span className={`relation ${shown.tone}`} title={words}>
      <span aria-hidden="true">{shown.sign}</span>
      <span className={short ? "visually-hidden" : undefined}>{words}</span>
    </span>
  );
}
