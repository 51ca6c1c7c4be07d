import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [react()],
  build: { outDir: "dist", emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  // `npm run dev` beside a running server.
  server: { proxy: { "/api": "http://127.0.0.1:5990", "/fhir": "http://127.0.0.1:5990", "/icd": "http://127.0.0.1:5990" } },
});
