import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import react from "@vitejs/plugin-react";
import { build, type Plugin } from "vite";
import { defineConfig } from "vitest/config";
import manifest from "./package.json" with { type: "json" };

/**
 * Cloudscape's popover carries the message of its own error boundary, and with it a parser of message formats (12 kB gzipped). It is
 * shown only inside Cloudscape's ErrorBoundary, which the page does not use: it has one of its own.
 */
const withoutCloudscapeFallback: Plugin = {
  name: "without-cloudscape-fallback",
  apply: "build",
  load: (id) =>
    id.endsWith("/@cloudscape-design/components/error-boundary/fallback.js")
      ? "export function ErrorBoundaryFallback() { return null; }"
      : undefined,
};

/**
 * React Flow moves its view with d3-zoom, which brings d3-transition; that could fade colours too, and carries d3-color for it (3 kB
 * gzipped). Nothing on the page is faded by it: the view's own transition interpolates numbers. What is no colour is taken for a text.
 */
const withoutColourTransitions: Plugin = {
  name: "without-colour-transitions",
  apply: "build",
  load: (id) => {
    if (!id.endsWith("/d3-color/dist/d3-color.mjs")) return undefined;
    const names = ["color", "cubehelix", "hcl", "hsl", "lab", "rgb"];
    return `const none = () => null; export { ${names.map((name) => `none as ${name}`).join(", ")} };`;
  },
};

/**
 * Cloudscape's icon brings all 143 drawings (9 kB gzipped). Kept are those whose name stands, as a text of its own, in the page's source or in
 * a component of Cloudscape: an icon is always named so.
 */
const onlyNamedIcons: Plugin = {
  name: "only-named-icons",
  apply: "build",
  transform(code, id) {
    if (!id.endsWith("/components/icon/generated/icons.js")) return undefined;
    const components = join(id, "../../..");
    const texts = new Set<string>();
    for (const [folder, ending] of [
      [join(import.meta.dirname, "src"), /(?<!\.test)\.tsx?$/],
      [components, /(?<!icons)\.js$/],
    ] as const) {
      for (const path of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
        if (!ending.test(path)) continue;
        for (const [, text] of readFileSync(join(folder, path), "utf8").matchAll(/["']([a-z]+(?:-[a-z]+)*)["']/g)) {
          if (text !== undefined) texts.add(text);
        }
      }
    }
    // Each drawing begins on a line `    "name": React.createElement(…`.
    const [head = "", ...drawings] = code.split(/^(?= {4}"[a-z-]+": )/m);
    const last = drawings.length - 1;
    const kept = drawings.filter((drawing, at) => at === last || texts.has(/"([a-z-]+)"/.exec(drawing)?.[1] ?? ""));
    return { code: head + kept.join(""), map: null };
  },
};

/** How long the bundler's plugins took is a note for who tunes the build, printed whenever the machine is busy. */
const quiet = { checks: { bundlerTimings: false } };

/**
 * The viewer that the HTML export carries, as texts: its script and its sheet, and the policy that lets these two run and nothing else.
 * It is built alone, for it is no part of the page.
 */
const builtViewer: Plugin = {
  name: "built-viewer",
  async load(id) {
    const [file = "", query] = id.split("?");
    if (query !== "built") return undefined;
    const sheet = join(dirname(file), "viewer.css");
    for (const one of readdirSync(dirname(file))) this.addWatchFile(join(dirname(file), one));
    const built = await build({
      configFile: false,
      logLevel: "error",
      build: {
        write: false,
        target: "es2022",
        minify: true,
        rollupOptions: { ...quiet, input: file, output: { format: "iife" as const } },
      },
    });
    const [chunk] = "output" in built ? built.output : [];
    if (chunk === undefined || !("code" in chunk)) throw new Error("The viewer was not built.");
    const script = chunk.code.trim();
    const style = readFileSync(sheet, "utf8").replace(/\s+/g, " ").trim();
    if (/<\/script|<!--/i.test(script)) throw new Error("The viewer's script would end before its end.");
    const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
    const policy = `default-src 'none'; script-src ${hash(script)}; style-src ${hash(style)}; img-src data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'`;
    return `export const script = ${JSON.stringify(script)};\nexport const style = ${JSON.stringify(style)};\nexport const policy = ${JSON.stringify(policy)};`;
  },
};

/** In kB, minified: the 300 kB gzipped that the first scripts may have are about three times that before. `npm run bench` measures them. */
const largestChunk = 1000;

interface ModuleGraph {
  getModuleInfo(id: string): { readonly isEntry: boolean; readonly importedIds: readonly string[] } | null;
}

/**
 * What must arrive before the page can be used, as one script. The bundler would cut it wherever a later script needs a part of it too:
 * some forty scripts, 9 kB more gzipped, for each is compressed alone.
 */
function firstScript() {
  let first: ReadonlySet<string> | null = null;
  return {
    name: (id: string, graph: ModuleGraph) => {
      first ??= comesWithEntry(graph);
      return first.has(id) ? "first" : null;
    },
  };
}

function comesWithEntry(graph: ModuleGraph): ReadonlySet<string> {
  const found = new Set([join(import.meta.dirname, "index.html"), join(import.meta.dirname, "src/main.tsx")]);
  for (const id of found) for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) found.add(imported);
  return found;
}

/**
 * Names in the page's head what `ui/kit/preloadParts.ts` fetches while the page is idle: all code that comes later, with its sheets.
 * AWS's sentences stay out, half a megabyte of them, each of use for one step type.
 */
const namesItsParts: Plugin = {
  name: "names-its-parts",
  apply: "build",
  transformIndexHtml: {
    order: "post",
    handler: (html, { bundle }) => {
      const files = Object.keys(bundle ?? {}).filter((file) => /\.(js|css)$/.test(file));
      const later = files.filter((file) => !html.includes(file) && !file.includes(".documentation-"));
      return [{ tag: "meta", attrs: { name: "stepwire-parts", content: later.join(" ") }, injectTo: "head" }];
    },
  },
};

/**
 * Three kinds of tests, one after the other. Files that draw share a process with its page, and so do those of the logic folders, which
 * keep nothing outside their objects: Cloudscape, React and the API models load once. All others have a process each.
 */
const drawn = ["src/**/*.test.tsx"];
const logic = ["src/{pipeline,handler,import,export,editor,ui}/**/*.test.ts"];
const all = ["{src,bench,scripts}/**/*.test.{ts,tsx}"];
const testProjects = [
  { name: "drawn", include: drawn, isolate: false, environment: "jsdom", setupFiles: ["src/testing/drawnFile.ts"] },
  { name: "logic", include: logic, isolate: false },
  { name: "apart", include: all, exclude: [...drawn, ...logic] },
].map((test, groupOrder) => ({ extends: true as const, test: { ...test, sequence: { groupOrder } } }));

/** A notebook's output has no room for AWS's sentences on fields, half a megabyte of them that it does not show. */
const withoutSentences: Plugin = {
  name: "without-sentences",
  load: (id) => (id.endsWith(".documentation.ts") ? "export const documentation = {};" : undefined),
};

/** What a notebook's output runs, as one script (scripts/notebook.mjs). */
const notebook = {
  plugins: [builtViewer, withoutSentences],
  build: {
    target: "es2022",
    minify: true,
    copyPublicDir: false,
    chunkSizeWarningLimit: largestChunk,
    rollupOptions: {
      // What loads parts of a script asks where it lies; here is one part.
      checks: { ...quiet.checks, emptyImportMeta: false },
      input: "src/notebook/main.ts",
      output: { format: "iife" as const, codeSplitting: false },
    },
  },
};

/** What runs in VS Code itself, as one script, of the kind that every VS Code loads. */
const vscodeExtension = {
  plugins: [builtViewer, withoutSentences],
  ssr: { noExternal: true as const },
  build: {
    target: "node20",
    outDir: "dist/vscode",
    minify: true,
    emptyOutDir: true,
    copyPublicDir: false,
    chunkSizeWarningLimit: 4 * largestChunk,
    license: { fileName: "licenses.md" },
    rollupOptions: {
      ...quiet,
      external: ["vscode", "web-worker"],
      input: "src/vscode/main.ts",
      output: { format: "cjs" as const, entryFileNames: "extension.cjs", codeSplitting: false },
    },
  },
};

/**
 * Four builds from one file:
 * `vite build` writes the page to dist/page; `vite build --ssr` writes the command line, dist/stepwire.js; with the mode `vscode` it
 * writes dist/vscode/extension.cjs; the mode `notebook` is for scripts/notebook.mjs.
 */
const productBuilds = ({ isSsrBuild = false }) => ({
  base: "./",
  define: { STEPWIRE_VERSION: JSON.stringify(manifest.version) },
  // The program carries what it needs: whoever installs it downloads one package.
  ssr: isSsrBuild ? { noExternal: true as const } : {},
  plugins: isSsrBuild
    ? [builtViewer]
    : [builtViewer, react(), withoutCloudscapeFallback, withoutColourTransitions, onlyNamedIcons, namesItsParts],
  build: isSsrBuild
    ? {
        target: "node20",
        outDir: "dist",
        minify: true,
        // Of what is bundled, the licences come along.
        license: { fileName: "licenses.md" },
        emptyOutDir: false,
        copyPublicDir: false,
        rollupOptions: {
          ...quiet,
          // elkjs asks for it where it is to work beside the program, which the program does not want of it.
          external: ["web-worker"],
          input: { stepwire: "src/cli/main.ts", index: "src/library/index.ts" },
          output: { format: "es" as const, entryFileNames: "[name].js", chunkFileNames: "chunks/[name]-[hash].js" },
        },
      }
    : {
        target: "es2022",
        outDir: "dist/page",
        emptyOutDir: true,
        license: { fileName: "licenses.md" },
        manifest: true,
        assetsInlineLimit: 0,
        chunkSizeWarningLimit: largestChunk,
        rollupOptions: { ...quiet, output: { codeSplitting: { groups: [firstScript()] } } },
      },
  // Vite's search for packages does not look into workers, and would load the page anew when it comes upon this one.
  optimizeDeps: { include: ["elkjs/lib/elk-worker.min.js"] },
  worker: { format: "es" as const, rollupOptions: quiet },
  test: {
    environment: "node",
    testTimeout: 20_000,
    // What a test waits for may take its time on a busy machine.
    expect: { poll: { timeout: 10_000 } },
    maxWorkers: availableParallelism(),
    projects: testProjects,
  },
});

export default defineConfig(({ isSsrBuild, mode }) => {
  if (mode === "notebook") return notebook;
  return mode === "vscode" ? vscodeExtension : productBuilds({ isSsrBuild });
});
