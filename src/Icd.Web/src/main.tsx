import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App";
import "./styles.css";
import { askReleases } from "./useReleases";

/** A slow server must not keep the page from being drawn. */
const patience = 300;
await Promise.race([askReleases(), new Promise(resolve => setTimeout(resolve, patience))]);

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
