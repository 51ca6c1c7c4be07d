import type { Described, Loaded } from "./api";
import type { Mapped } from "./types";

const icd11 = "http://id.who.int/icd/release/11/mms";
const norwegianIcd10 = "urn:oid:2.16.578.1.12.4.1.1.7110";

/** FHIR's CodeableConcept with both codings, as in `Condition.code`; the ICD-11 side is the one that a person chose. */
export function codeableConcept(expression: string, described: Described, mapped: Mapped | null, loaded: Loaded | null) {
  return {
    coding: [
      { system: icd11, version: loaded?.mms?.release, code: expression, display: described.en ?? undefined, userSelected: true },
      ...(mapped?.expression?.split(" ") ?? []).map(code => ({ system: norwegianIcd10, version: loaded?.icd10?.release, code, userSelected: false })),
    ],
    text: described.nb ?? undefined,
  };
}
