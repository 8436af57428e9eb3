// `npm run bench [-- --quick]`: set-up, builds, then bench/main.ts.
import { join } from "node:path";
import { ensureBuilt } from "./build.mjs";
import { ensureChromium } from "./chromium.mjs";
import { root, run, runScript, SetUpError, say } from "./project.mjs";
import { setUp } from "./setup.mjs";

await runScript(async () => {
  await setUp();
  await ensureBuilt();
  say("building the reference page and the measuring programs …");
  await build();
  await build("--ssr");
  const chromium = await ensureChromium();
  const program = join(root, "dist", "bench", "programs", "main.js");
  return run(process.execPath, [program, ...process.argv.slice(2)], {
    env: { CHROMIUM_PATH: chromium, NODE_ENV: "production" },
  });
});

async function build(...args) {
  const vite = join(root, "node_modules", "vite", "bin", "vite.js");
  const config = join(root, "bench", "vite.config.ts");
  const code = await run(process.execPath, [vite, "build", ...args, "--config", config, "--logLevel", "warn"]);
  if (code !== 0) throw new SetUpError("The pages to measure could not be built, see above.");
}
