/** The names of the REST interface that the page uses; docs/api.md is the contract. */

export type System = "icd10" | "icd11";

export interface Range { start: number; end: number }

export interface Link { system: System; code: string; term: string; relation: string; provenance: string | null }

export interface Hit {
  system: System;
  code: string;
  term: string;
  termLanguage: string;
  termAuthored: boolean;
  termEn: string | null;
  uri: string | null;
  matched: { kind: string; text: string; provenance: string | null; highlights: Range[] };
  selectable: boolean;
  extension: boolean;
  postcoordination: "required" | "possible" | "none" | null;
  links: Link[];
}

export interface Reference {
  code: string | null;
  uri: string | null;
  blockId: string | null;
  kind: string;
  title: string;
  titleLanguage: string;
  titleAuthored: boolean;
}

export interface Child extends Reference { descendants: number; children: Child[] | null }

export interface Term { kind: string; language: string | null; text: string | null }

export interface Entity extends Reference {
  release: string;
  starter: boolean;
  selectable: boolean;
  extension: boolean;
  residual: "other" | "unspecified" | null;
  titles: Record<string, string>;
  ancestors: Reference[];
  children: Child[] | null;
  terms: Term[];
}

export interface Value { code: string | null; uri: string; title: string; titleLanguage: string; descendants: number; selectable: boolean; hasChildren: boolean }

export interface Axis {
  axis: string;
  label: string;
  required: boolean;
  allowMultipleValues: "AllowAlways" | "NotAllowed" | "AllowedExceptFromSameBlock";
  authority: "who-scale" | "authored-rule";
  provenance: string;
  values: Value[];
}

export interface Axes { stem: string; release: string; known: boolean; axes: Axis[] }

export interface Diagnostic { kind: string; position: number; token: string; message: string; axis: string | null; provenance: string | null }

export interface Judged {
  input: string;
  verdict: "valid" | "incomplete" | "invalid" | "not-evaluated" | "syntax-error";
  canonical: string | null;
  replacement: string | null;
  diagnostics: Diagnostic[];
  rules: string[];
  suggestions: string[];
}

export interface Mapped {
  input: string;
  expression: string | null;
  title: string | null;
  relation: string | null;
  provenance: string;
  lost: string[];
  review: boolean;
  alternatives: { expression: string; condition: string }[];
  added: string[];
  direction: string | null;
  release: string | null;
  message: string | null;
}

export interface Problem { title: string; detail: string; code: string; remedy: string }
