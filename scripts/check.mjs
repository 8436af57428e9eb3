// `npm run check`: types of everything, types of the pure layer without DOM and Node, lint and format.
//   --staged   what is asked before a commit: lint and format of the staged files alone, and the architecture test
import { execFile } from "node:child_process";
import { join } from "node:path";
import { ensureApiModel } from "./build.mjs";
import { root, runScript, say } from "./project.mjs";
import { setUp } from "./setup.mjs";

const staged = process.argv.includes("--staged");
const program = (...path) => join(root, "node_modules", ...path);

/** Only what has changed is checked again. */
const typesOf = (name) => {
  const known = join(root, ".cache", `${name}.tsbuildinfo`);
  return [program("typescript", "bin", "tsc"), "-p", `${name}.json`, "--incremental", "--tsBuildInfoFile", known];
};
const biome = program("@biomejs", "biome", "bin", "biome");
const vitest = program("vitest", "vitest.mjs");

const checks = {
  types: typesOf("tsconfig"),
  "types of the pure layer": typesOf("tsconfig.pure"),
  "lint and format": staged ? [biome, "check", "--staged", "--no-errors-on-unmatched"] : [biome, "ci", "."],
  ...(staged && { architecture: [vitest, "run", "src/architecture.test.ts", "--reporter=dot"] }),
};

await runScript(async () => {
  // A commit is no moment to install packages.
  await (staged ? ensureApiModel() : setUp());
  const passed = await Promise.all(Object.entries(checks).map(([name, args]) => check(name, args)));
  if (passed.every(Boolean)) say("all checks passed");
  return passed.every(Boolean) ? 0 : 1;
});

/** All at once, each one's words together. */
function check(name, args) {
  const colour = process.stdout.isTTY ? { FORCE_COLOR: "1" } : {};
  const options = { cwd: root, env: { ...process.env, ...colour }, maxBuffer: Number.POSITIVE_INFINITY };
  return new Promise((resolve) => {
    execFile(process.execPath, args, options, (error, stdout, stderr) => {
      if (error !== null || !staged) process.stdout.write(stdout + stderr);
      if (error !== null) say(`failed: ${name}`);
      resolve(error === null);
    });
  });
}
