import { useReleases } from "../useReleases";
import { useTexts } from "../texts";

export function Footer() {
  const texts = useTexts();
  const value = useReleases();
  const loaded = [
    value?.mms && `ICD-11 MMS ${value.mms.release}${value.mms.starter ? ` (${texts.starterRelease})` : ""}`,
    value?.icd10 && `ICD-10 ${value.icd10.release}`,
  ].filter(Boolean);
  return (
    <footer className="footer">
      {loaded.length > 0 && <span>{texts.data}: {loaded.join(" · ")}</span>}
      <span>{texts.attribution}</span>
    </footer>
  );
}
