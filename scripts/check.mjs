// `npm run check`: types of everything, types of the pure layer without DOM and Node, lint and format.
import { join } from "node:path";
import { root, run, runScript, say } from "./project.mjs";
import { setUp } from "./setup.mjs";

const program = (...path) => join(root, "node_modules", ...path);

const checks = [
  ["types", program("typescript", "bin", "tsc"), ["-p", "tsconfig.json"]],
  ["types of the pure layer", program("typescript", "bin", "tsc"), ["-p", "tsconfig.pure.json"]],
  ["lint and format", program("@biomejs", "biome", "bin", "biome"), ["ci", "."]],
];

await runScript(async () => {
  await setUp();
  const failed = [];
  for (const [name, file, args] of checks) {
    say(`${name} …`);
    if ((await run(process.execPath, [file, ...args])) !== 0) failed.push(name);
  }
  say(failed.length === 0 ? "all checks passed" : `failed: ${failed.join(", ")}`);
  return failed.length === 0 ? 0 : 1;
});
