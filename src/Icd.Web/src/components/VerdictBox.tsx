import { Alert, Button } from "@navikt/ds-react";
import type { BuilderData } from "../builderData";
import { without } from "../expression";
import { links } from "../route";
import { useTexts } from "../texts";
import type { Diagnostic } from "../types";
import { axisId, focusAxis } from "./axisPlace";
import { Quoted } from "./Quoted";
import { Title } from "./Reading";
import { Why } from "./Why";

/** A value that stands where none or no more may: taking it away mends the expression. */
const removable = new Set(["value-on-no-axis", "too-many-values", "values-of-same-block", "repeated-value"]);

/** The verdict with its reasons and the way to mend it, and the precoordinated code where there is one. */
export function VerdictBox({ data, onChange }: { data: BuilderData; onChange: (expression: string) => void }) {
  const texts = useTexts();
  const { judged, replacement } = data;
  const shown = {
    "valid": ["success", texts.valid],
    "incomplete": ["warning", texts.incomplete],
    "invalid": ["error", texts.invalid],
    "not-evaluated": ["info", texts.notEvaluated],
    "syntax-error": ["error", texts.syntaxError],
  } as const;
  const [variant, words] = shown[judged.verdict];
  const sources = [...new Set(judged.diagnostics.flatMap(diagnostic => diagnostic.provenance ?? []))].join(", ");
  return (
    <div className="verdict" aria-live="polite">
      <Alert variant={variant} size="small">
        <strong>{words}</strong>
        {judged.verdict === "not-evaluated" && judged.diagnostics.length === 0 && <p className="plain">{texts.notEvaluatedHelp}</p>}
        {judged.diagnostics.map((diagnostic, i) => <Reason key={i} diagnostic={diagnostic} data={data} onChange={onChange} />)}
        <Why provenance={sources} />
      </Alert>
      {judged.replacement && (
        <Alert variant="info" size="small" className="replacement">
          <strong>{texts.replaceTitle}</strong>
          <p className="plain">
            {texts.replaceHelp} <span className="code">{judged.replacement}</span>
            {replacement?.members.map((part, i) => <span key={i}>{i > 0 ? " / " : " "}<Title part={part} /></span>)}
          </p>
          <Button size="small" className="no-print" onClick={() => onChange(judged.replacement!)}>{texts.replaceWith(judged.replacement)}</Button>
          <Why provenance="" rules={judged.rules} />
        </Alert>
      )}
      {judged.suggestions.length > 0 && (
        <Alert variant="info" size="small">
          <strong>{texts.suggestions}</strong>
          <ul className="reasons">{judged.suggestions.map(suggestion => <li key={suggestion}><Suggested rule={suggestion} /></li>)}</ul>
        </Alert>
      )}
    </div>
  );
}

function Reason({ diagnostic, data, onChange }: { diagnostic: Diagnostic; data: BuilderData; onChange: (expression: string) => void }) {
  const texts = useTexts();
  const axis = data.stems[diagnostic.token]?.shown.find(other => other.axis === diagnostic.axis);
  // The values stand below with the axis itself; a list of them here would only be in the way.
  if (diagnostic.kind === "required-axis-missing" && axis) {
    const isAlone = Object.keys(data.stems).length === 1;
    return (
      <>
        <p className="plain">{!isAlone && <span className="code">{diagnostic.token}: </span>}{texts.needs(axis.label)}</p>
        <Button size="small" className="no-print mend" onClick={() => focusAxis(axisId(diagnostic.token, axis.axis))}>{texts.goTo(axis.label)}</Button>
      </>
    );
  }
  return (
    <>
      <p className="plain wrap"><Quoted text={diagnostic.message} /></p>
      {removable.has(diagnostic.kind) && (
        <Button size="small" variant="secondary-neutral" className="no-print mend" onClick={() => onChange(without(data.judged.input, diagnostic.token))}>{texts.fixRemove(diagnostic.token)}</Button>
      )}
    </>
  );
}

/** `STEM & VALUE = TARGET title (source)`, with the way to the target. */
function Suggested({ rule }: { rule: string }) {
  const found = /^(.* = )(\S+)( .*)$/.exec(rule);
  return found ? <>{found[1]}<a className="code" href={links.expression(found[2]!)}>{found[2]}</a><Quoted text={found[3]!} /></> : <Quoted text={rule} />;
}
