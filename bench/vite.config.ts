import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const here = fileURLToPath(new URL(".", import.meta.url));

/** `vite build` writes the bare React Flow page to dist/bench/bare, `vite build --ssr` the programs that measure. */
export default defineConfig(({ isSsrBuild }) => ({
  root: isSsrBuild ? here : `${here}bare`,
  base: "./",
  publicDir: false,
  plugins: isSsrBuild ? [] : [react()],
  build: isSsrBuild
    ? {
        target: "node20",
        outDir: "../dist/bench/programs",
        emptyOutDir: true,
        rollupOptions: {
          input: { main: `${here}main.ts`, beside: `${here}beside.ts` },
          output: { entryFileNames: "[name].js" },
        },
      }
    : { target: "es2022", outDir: "../../dist/bench/bare", emptyOutDir: true },
}));
