import { useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { useSettings, type ThemeName } from "./settings";

const dark = matchMedia("(prefers-color-scheme: dark)");
const print = matchMedia("print");

/** What the user chose, else what the machine is set to; on paper always dark on light. */
export function useThemeName(): ThemeName {
  const { theme } = useSettings();
  const [machine, setMachine] = useState<ThemeName>(dark.matches ? "dark" : "light");
  const [isPrinted, setPrinted] = useState(print.matches);
  useEffect(() => {
    const changed = () => setMachine(dark.matches ? "dark" : "light");
    // The browser takes its picture of the page at once.
    const printed = () => flushSync(() => setPrinted(print.matches));
    dark.addEventListener("change", changed);
    print.addEventListener("change", printed);
    return () => {
      dark.removeEventListener("change", changed);
      print.removeEventListener("change", printed);
    };
  }, []);
  return isPrinted ? "light" : theme ?? machine;
}
