// Builds the page (dist/page), the command line (dist/stepwire.js), the library (dist/index.js) and what runs in VS Code (dist/vscode).
import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { forgetBuild, isBuilt, markBuilt, snapshot } from "./freshness.mjs";
import { isMain, root, run, runScript, SetUpError, say } from "./project.mjs";

const shebang = "#!/usr/bin/env node\n";

export async function ensureBuilt() {
  if (isBuilt()) return;
  say(existsSync(join(root, "dist")) ? "sources have changed, building …" : "building (first time) …");
  await build();
}

export async function build() {
  const sources = snapshot();
  forgetBuild();
  await ensureApiModel();
  await vite("build", "--logLevel", "warn");
  rmSync(join(root, "dist", "chunks"), { recursive: true, force: true });
  await vite("build", "--ssr", "--logLevel", "warn");
  await vite("build", "--ssr", "--mode", "vscode", "--logLevel", "warn");
  makeExecutable(join(root, "dist", "stepwire.js"));
  await writeTypes();
  markBuilt(sources);
}

/** Writes src/pipeline/schema/generated; the script itself knows when there is nothing to do. */
export async function ensureApiModel() {
  if ((await run(process.execPath, [join(root, "scripts", "api-model.mjs")])) === 0) return;
  throw new SetUpError("The API model could not be generated from @aws-sdk/client-sagemaker, see above.");
}

async function vite(...args) {
  const program = join(root, "node_modules", "vite", "bin", "vite.js");
  if ((await run(process.execPath, [program, ...args], { env: { NODE_ENV: "production" } })) === 0) return;
  throw new SetUpError(`vite ${args.join(" ")} failed, see above.`);
}

/** The library's types, in one file: its source names nothing of the inside in them. */
async function writeTypes() {
  const { isolatedDeclarationSync } = await import("rolldown/experimental");
  const source = join(root, "src", "library", "index.ts");
  const { code, errors } = isolatedDeclarationSync(source, readFileSync(source, "utf8"), { stripInternal: true });
  if (errors.length > 0 || /\bfrom\b\s*"/.test(code))
    throw new SetUpError("src/library/index.ts names types of the inside.");
  writeFileSync(join(root, "dist", "index.d.ts"), code);
}

function makeExecutable(file) {
  const code = readFileSync(file, "utf8");
  if (!code.startsWith("#!")) writeFileSync(file, shebang + code);
  chmodSync(file, 0o755);
}

if (isMain(import.meta.url)) await runScript(build);
