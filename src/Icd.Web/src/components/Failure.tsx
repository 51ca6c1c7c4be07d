import { Alert, Button } from "@navikt/ds-react";
import { ApiError, Unreachable } from "../api";
import { useTexts } from "../texts";
import { KeyPrompt } from "./KeyPrompt";

/** What went wrong, and the way on. */
export function Failure({ error, retry }: { error: Error; retry: () => void }) {
  const texts = useTexts();
  if (error instanceof ApiError && error.status === 401) return <KeyPrompt error={error} onKey={retry} />;
  const isDown = error instanceof Unreachable;
  return (
    <Alert variant={isDown ? "error" : "warning"} role="alert">
      <p className="plain">{isDown ? texts.unreachable : error.message}</p>
      {isDown && <p className="plain">{texts.unreachableHelp}</p>}
      {isDown && <Button size="small" variant="secondary-neutral" onClick={retry}>{texts.retry}</Button>}
    </Alert>
  );
}
