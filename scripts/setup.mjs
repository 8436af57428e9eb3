// Packages and the API model: what checking and developing need. `--build` builds as well.
import { ensureApiModel, ensureBuilt } from "./build.mjs";
import { ensurePackages } from "./packages.mjs";
import { isMain, runScript } from "./project.mjs";

export async function setUp() {
  await ensurePackages();
  await ensureApiModel();
}

if (isMain(import.meta.url)) {
  await runScript(async () => {
    await setUp();
    if (process.argv.includes("--build")) await ensureBuilt();
  });
}
