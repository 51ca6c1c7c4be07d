import { Alert, Button } from "@navikt/ds-react";
import { useTexts } from "../texts";
import type { Judged } from "../types";

/** The verdict with its reasons, and the precoordinated code where there is one. */
export function VerdictBox({ judged, onChange }: { judged: Judged; onChange: (expression: string) => void }) {
  const texts = useTexts();
  const shown = {
    "valid": ["success", texts.valid],
    "incomplete": ["warning", texts.incomplete],
    "invalid": ["error", texts.invalid],
    "not-evaluated": ["info", texts.notEvaluated],
    "syntax-error": ["error", texts.syntaxError],
  } as const;
  const [variant, words] = shown[judged.verdict];
  return (
    <div className="verdict" aria-live="polite">
      <Alert variant={variant} size="small">
        <strong>{words}</strong>
        {judged.verdict === "not-evaluated" && judged.diagnostics.length === 0 && <p className="plain">{texts.notEvaluatedHelp}</p>}
        {judged.diagnostics.length > 0 && (
          <ul className="reasons">
            {judged.diagnostics.map((diagnostic, i) => (
              <li key={i}>
                {diagnostic.message}
                {diagnostic.provenance && <span className="hint"> ({diagnostic.provenance})</span>}
              </li>
            ))}
          </ul>
        )}
      </Alert>
      {judged.replacement && (
        <Alert variant="info" size="small" className="replacement">
          <strong>{texts.replaceTitle}</strong>
          <ul className="reasons">{judged.rules.map(rule => <li key={rule}>{rule}</li>)}</ul>
          <Button size="small" className="no-print" onClick={() => onChange(judged.replacement!)}>{texts.replaceWith(judged.replacement)}</Button>
        </Alert>
      )}
      {judged.suggestions.length > 0 && (
        <Alert variant="info" size="small">
          <strong>{texts.suggestions}</strong>
          <ul className="reasons">{judged.suggestions.map(suggestion => <li key={suggestion}>{suggestion}</li>)}</ul>
        </Alert>
      )}
    </div>
  );
}
