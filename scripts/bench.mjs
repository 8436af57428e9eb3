// `npm run bench [-- --quick …]`: set-up, builds, then bench/main.ts; with `--beside FOLDER`, the same for FOLDER, then bench/beside.ts.
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { ensureBuilt } from "./build.mjs";
import { ensureChromium } from "./chromium.mjs";
import { root, run, runScript, SetUpError, say } from "./project.mjs";
import { setUp } from "./setup.mjs";

await runScript(async () => {
  const args = process.argv.slice(2);
  const at = args.indexOf("--beside") + 1;
  // npm runs scripts in the project's folder; FOLDER is meant from where the person stands.
  if (at > 0) args[at] = resolve(process.env.INIT_CWD ?? "", args[at] ?? "");
  await setUp();
  await ensureBuilt();
  await buildPrograms(root);
  if (at > 0) await prepareOther(args[at]);
  const program = join(root, "dist", "bench", "programs", at > 0 ? "beside.js" : "main.js");
  const chromium = await ensureChromium();
  return run(process.execPath, [program, ...args], { env: { CHROMIUM_PATH: chromium, NODE_ENV: "production" } });
});

/** Another checkout is made ready by its own scripts, with its own packages. */
async function prepareOther(folder) {
  if (folder === root || !existsSync(join(folder, "scripts", "setup.mjs"))) {
    throw new SetUpError("--beside wants the folder of another checkout of this project.");
  }
  say(`making ${folder} ready …`);
  const code = await run(process.execPath, [join(folder, "scripts", "setup.mjs"), "--build"], { cwd: folder });
  if (code !== 0) throw new SetUpError(`${folder} could not be built, see above.`);
  await buildPrograms(folder);
}

async function buildPrograms(folder) {
  say("building the reference page and the measuring programs …");
  const vite = join(folder, "node_modules", "vite", "bin", "vite.js");
  const config = join(folder, "bench", "vite.config.ts");
  for (const kind of [[], ["--ssr"]]) {
    const args = [vite, "build", ...kind, "--config", config, "--logLevel", "warn"];
    if ((await run(process.execPath, args, { cwd: folder })) === 0) continue;
    throw new SetUpError("The pages to measure could not be built, see above.");
  }
}
