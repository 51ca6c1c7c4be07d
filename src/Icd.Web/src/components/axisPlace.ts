/** Where on the page an axis of a stem is. */
export const axisId = (stem: string, axis: string) => `${stem}-${axis}`;

/** Leads the reader to an axis: its field where it has one, else its first value. */
export function focusAxis(id: string): void {
  const place = document.getElementById(id);
  if (place instanceof HTMLDetailsElement) place.open = true;
  place?.querySelector<HTMLElement>("input, fieldset button")?.focus();
  place?.scrollIntoView({ block: "center" });
}
