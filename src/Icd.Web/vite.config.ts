import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [react()],
  build: { outDir: "dist", emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  // `npm run dev` beside a running server.
  server: { proxy: { "/api": "http://localhost:5000", "/fhir": "http://localhost:5000", "/icd": "http://localhost:5000" } },
});
