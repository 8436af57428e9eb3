// `npm run wheel [-- FOLDER]`: the Python package (python/) with the built program, page and notebook's frame inside, as a wheel in FOLDER
// (dist-python). Needs a Python with hatchling; PYTHON names one.
import { resolve } from "node:path";
import { ensureBuilt } from "./build.mjs";
import { buildNotebook } from "./notebook.mjs";
import { isMain, root, run, runScript, SetUpError } from "./project.mjs";
import { setUp } from "./setup.mjs";

export async function buildWheel(folder) {
  await setUp();
  await ensureBuilt();
  await buildNotebook();
  const python = process.env.PYTHON ?? "python3";
  const args = ["-m", "hatchling", "build", "-t", "wheel", "-d", resolve(folder)];
  if ((await run(python, args, { cwd: resolve(root, "python") })) !== 0)
    throw new SetUpError(`The wheel was not built. It takes hatchling: ${python} -m pip install hatchling`);
}

if (isMain(import.meta.url)) await runScript(() => buildWheel(process.argv[2] ?? resolve(root, "dist-python")));
