import { Alert, Button, TextField } from "@navikt/ds-react";
import { useState, type FormEvent } from "react";
import { hasKey, setKey } from "../api";
import { useTexts } from "../texts";

/** Asks for the key that the server demands. */
export function KeyPrompt({ error, onKey }: { error: Error; onKey: () => void }) {
  const texts = useTexts();
  const [key, setText] = useState("");
  // Whoever is asked again gave a key that did not do.
  const [first] = useState(hasKey() ? null : error);
  const isRefused = error !== first;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setKey(key.trim());
    onKey();
  };
  return (
    <Alert variant="info">
      <form className="key" onSubmit={submit}>
        <TextField size="small" type="password" autoComplete="off" label={texts.keyLabel} description={texts.keyHelp} error={isRefused ? texts.keyWrong : undefined} value={key} onChange={event => setText(event.target.value)} />
        <Button size="small" disabled={key.trim() === ""}>{texts.keySend}</Button>
      </form>
    </Alert>
  );
}
