import { useEffect, useState } from "react";
import { useSettings, type ThemeName } from "./settings";

const dark = matchMedia("(prefers-color-scheme: dark)");

/** What the user chose, else what the machine is set to. */
export function useThemeName(): ThemeName {
  const { theme } = useSettings();
  const [machine, setMachine] = useState<ThemeName>(dark.matches ? "dark" : "light");
  useEffect(() => {
    const changed = () => setMachine(dark.matches ? "dark" : "light");
    dark.addEventListener("change", changed);
    return () => dark.removeEventListener("change", changed);
  }, []);
  return theme ?? machine;
}
