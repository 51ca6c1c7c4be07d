import { useTexts } from "../texts";
import type { Mapped } from "../types";
import { Quoted } from "./Quoted";

/** What a counterpart leaves out, and what it says beyond. */
export function Losses({ mapped }: { mapped: Mapped }) {
  const texts = useTexts();
  if (mapped.lost.length === 0 && mapped.added.length === 0) return null;
  return (
    <dl className="losses">
      {mapped.lost.length > 0 && <div><dt>{texts.lost}</dt><dd><Quoted text={mapped.lost.join("; ")} /></dd></div>}
      {mapped.added.length > 0 && <div><dt>{texts.added}</dt><dd><Quoted text={mapped.added.join("; ")} /></dd></div>}
    </dl>
  );
}
