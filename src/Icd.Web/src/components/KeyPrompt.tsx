import { Alert, Button, TextField } from "@navikt/ds-react";
import { useState, type FormEvent } from "react";
import { setKey } from "../api";
import { useTexts } from "../texts";

/** Asks for the key that the server demands. */
export function KeyPrompt({ onKey }: { onKey: () => void }) {
  const texts = useTexts();
  const [key, setText] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setKey(key.trim());
    onKey();
  };
  return (
    <Alert variant="info">
      <form className="key" onSubmit={submit}>
        <TextField size="small" type="password" autoComplete="off" label={texts.keyLabel} description={texts.keyHelp} value={key} onChange={event => setText(event.target.value)} />
        <Button size="small" disabled={key.trim() === ""}>{texts.keySend}</Button>
      </form>
    </Alert>
  );
}
