// `npm run vsix [FILE]`: the extension for VS Code, packaged by @vscode/vsce: the built page, what runs in VS Code, the manifest of vscode/.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { ensureBuilt } from "./build.mjs";
import { ensurePackages } from "./packages.mjs";
import { isMain, root, run, runScript, SetUpError, say } from "./project.mjs";
import { setUp } from "./setup.mjs";

const folder = join(root, "vscode");
const staged = join(root, ".cache", "vscode");

export async function buildVsix(file) {
  await setUp();
  await ensureBuilt();
  stage();
  // A hundred packages for who packages it, and for nobody else.
  await ensurePackages(folder);
  const vsce = join(folder, "node_modules", "@vscode", "vsce", "vsce");
  const args = [
    "package",
    "--no-dependencies",
    "--skip-license",
    "--allow-missing-repository",
    "--no-rewrite-relative-links",
    "--out",
    file,
  ];
  if ((await run(process.execPath, [vsce, ...args], { cwd: staged })) !== 0 || !existsSync(file))
    throw new SetUpError("The extension was not packaged, see above.");
  say(`${file}: ${(statSync(file).size / 1e6).toFixed(1)} MB`);
}

/** All that goes into the package, in a folder of its own: nothing has to be left out there. */
function stage() {
  rmSync(staged, { recursive: true, force: true });
  mkdirSync(staged, { recursive: true });
  const { devDependencies: _, ...manifest } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  writeFileSync(join(staged, "package.json"), JSON.stringify({ ...manifest, version }, null, 2));
  for (const name of ["README.md", "icon.png"]) cpSync(join(folder, name), join(staged, name));
  for (const name of ["LICENSE", "CHANGELOG.md"]) cpSync(join(root, name), join(staged, name));
  for (const name of ["extension.cjs", "licenses.md"]) cpSync(join(root, "dist", "vscode", name), join(staged, name));
  mkdirSync(join(staged, "python"));
  cpSync(join(folder, "definitions.py"), join(staged, "python", "definitions.py"));
  cpSync(join(root, "python", "stepwire", "_offline.py"), join(staged, "python", "_offline.py"));
  cpSync(join(root, "dist", "page"), join(staged, "page"), { recursive: true });
}

if (isMain(import.meta.url))
  await runScript(() => buildVsix(resolve(process.argv[2] ?? join(root, "dist", "vscode", "stepwire.vsix"))));
