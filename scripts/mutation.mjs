// `npm run mutation -- references,door`: are the tests of a folder tests? Stryker changes one thing at a time in its code, and a test has
// to notice. The score goes into docs/figures.json and the README's table; `.cache/mutation/NAME.html` shows what survived.
// `-- --changed [BASE]`: only the files that differ from BASE (origin/main, or else main), and nothing is kept. `-- --list` names the folders.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import stryker from "../stryker.config.mjs";
import { keep } from "./full/keep.mjs";
import { folders } from "./mutation/folders.mjs";
import { scoreOf } from "./mutation/score.mjs";
import { root, run, runScript, SetUpError, say } from "./project.mjs";
import { setUp } from "./setup.mjs";

const goal = stryker.thresholds.break;

await runScript(async () => {
  const [first = "", base] = process.argv.slice(2);
  if (first === "--list") {
    for (const [name, { at }] of Object.entries(folders)) say(`${name}: ${at}`);
    return 0;
  }
  const isChanged = first === "--changed";
  const chosen = isChanged ? changedFolders(base) : namedFolders(first);
  await setUp();
  let failed = 0;
  for (const [name, mutate] of chosen) if (!(await measure(name, mutate, !isChanged))) failed++;
  say(`${chosen.length - failed} of ${chosen.length} ${isChanged ? "changed " : ""}folders at ${goal}% or more`);
  return failed > 0 ? 1 : 0;
});

function namedFolders(names) {
  const chosen = names === "" ? Object.keys(folders) : names.split(",");
  const unknown = chosen.find((name) => !Object.hasOwn(folders, name));
  if (unknown !== undefined) {
    throw new SetUpError(`There is no folder "${unknown}". There are: ${Object.keys(folders).join(", ")}.`);
  }
  return chosen.map((name) => [name, sourcesOf(folders[name])]);
}

function sourcesOf({ at, without = [] }) {
  const outside = without.map((folder) => `!${folder}/**`);
  return [`${at}/**/*.{ts,tsx}`, "!src/**/*.{test,cases,d}.{ts,tsx}", ...outside];
}

/** Each folder with those of its files that differ. */
function changedFolders(base) {
  const git = (...args) => execFileSync("git", args, { cwd: root, encoding: "utf8" });
  const hasOrigin = git("branch", "--remotes", "--list", "origin/main") !== "";
  const files = git("diff", "--name-only", "--diff-filter=d", `${base ?? (hasOrigin ? "origin/main" : "main")}...HEAD`)
    .split("\n")
    .filter((file) => /\.tsx?$/.test(file) && !/\.(test|cases|d)\.tsx?$/.test(file));
  const isIn = (folder) => (file) => file.startsWith(`${folder}/`);
  return Object.entries(folders).flatMap(([name, { at, without = [] }]) => {
    const own = files.filter((file) => isIn(at)(file) && !without.some((folder) => isIn(folder)(file)));
    return own.length > 0 ? [[name, own]] : [];
  });
}

async function measure(name, mutate, isWhole) {
  say(`${name}: ${isWhole ? folders[name].at : mutate.join(", ")} …`);
  const report = join(root, ".cache", "mutation", `${name}.json`);
  rmSync(report, { force: true });
  const begun = Date.now();
  const program = join(root, "node_modules", "@stryker-mutator", "core", "bin", "stryker.js");
  const env = { STEPWIRE_MUTATION: JSON.stringify({ name, mutate, testFiles: folders[name].tests }) };
  await run(process.execPath, [program, "run"], { env });
  if (!existsSync(report)) {
    say(`${name}: not measured, see above.`);
    return false;
  }
  const { noticed, all, survivors } = scoreOf(JSON.parse(readFileSync(report, "utf8")));
  for (const line of survivors) say(line);
  const percent = all === 0 ? 100 : (100 * noticed) / all;
  const isMet = percent >= goal;
  const measured = `${percent.toFixed(1)}% (${noticed} of ${all})`;
  say(`${name}: ${measured}`);
  if (isWhole) {
    const figures = [
      { what: `changes in ${folders[name].at} that a test notices`, goal: `≥ ${goal}%`, measured, isMet },
    ];
    keep(`mutation of ${name}`, { passed: true, minutes: Math.round((Date.now() - begun) / 6_000) / 10, figures });
  }
  return isMet;
}
