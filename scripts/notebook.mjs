// Builds what a notebook's output runs (src/notebook) as one page without a request: .cache/notebook/frame.html, in which the Python package
// puts what is given. The script and the viewer's own are named by their hashes in the page's policy, and no other runs.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ensureApiModel } from "./build.mjs";
import { isMain, root, runScript, SetUpError } from "./project.mjs";
import { setUp } from "./setup.mjs";

/** Stands where the JSON is put. */
const mark = "@given@";

export async function buildNotebook() {
  await setUp();
  await ensureApiModel();
  const { build } = await import("vite");
  const built = await build({
    root,
    mode: "notebook",
    configFile: join(root, "vite.config.ts"),
    logLevel: "warn",
    build: { write: false },
  });
  const [chunk, ...more] = "output" in built ? built.output : [];
  if (chunk === undefined || !("code" in chunk) || more.some((one) => "code" in one))
    throw new SetUpError("The notebook's script was not built as one.");
  const script = chunk.code.trim();
  if (/<\/script|<!--/i.test(script) || script.includes(mark))
    throw new SetUpError("The notebook's script would end before its end.");
  const style = readFileSync(join(root, "src", "notebook", "notebook.css"), "utf8")
    .replace(/\s+/g, " ")
    .trim();
  const [, viewerScript, viewerStyle] = /script-src ('sha256-[^']+'); style-src ('sha256-[^']+')/.exec(script) ?? [];
  if (viewerStyle === undefined) throw new SetUpError("The viewer's policy is not in the notebook's script.");
  const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  const policy = `default-src 'none'; script-src ${hash(script)} ${viewerScript}; style-src ${hash(style)} ${viewerStyle}; img-src data:; base-uri 'none'; form-action 'none'`;
  const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<title>Stepwire</title>
<style>${style}</style>
</head>
<body>
<script type="application/json" id="given">${mark}</script>
<script>${script}</script>
</body>
</html>
`;
  const folder = join(root, ".cache", "notebook");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "frame.html"), page);
}

if (isMain(import.meta.url)) await runScript(buildNotebook);
