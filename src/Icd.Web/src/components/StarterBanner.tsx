import { useTexts } from "../texts";
import { useReleases } from "../useReleases";

/** Said on every view while the official release is missing, with the command that mends it. */
export function StarterBanner() {
  const texts = useTexts();
  const value = useReleases();
  if (!value) return null;
  return (
    <>
      {value.mms?.starter && (
        <aside className="banner no-print" aria-label={texts.starterTitle}>
          <strong>{texts.starterTitle}.</strong> {texts.starterText} <code>icd data fetch 2024-01</code>
        </aside>
      )}
      {!value.icd10 && <aside className="banner no-print" aria-label="ICD-10">{texts.noIcd10}</aside>}
    </>
  );
}
