// `npm run test:full [-- --only kills,door] [-- --minutes 10] [-- --list] [-- --table]`: the proofs that `npm test` tries a few times only,
// in full, part by part. What was measured goes into docs/figures.json with the commit and the machine, and from there into the README's
// table; `--table` makes that one anew alone. With `--minutes` no test tries longer, and what it then has not tried is said.
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { ensureBuilt } from "./build.mjs";
import { ensureChromium } from "./chromium.mjs";
import { keep, writeTable } from "./full/keep.mjs";
import { parts } from "./full/parts.mjs";
import { root, run, runScript, SetUpError, say } from "./project.mjs";
import { setUp } from "./setup.mjs";

const collected = join(root, ".cache", "test-reports", "figures.jsonl");

await runScript(async () => {
  const args = process.argv.slice(2);
  if (args.includes("--list")) {
    for (const [name, { about }] of Object.entries(parts)) say(`${name}: ${about}`);
    return 0;
  }
  if (args.includes("--table")) {
    writeTable();
    return 0;
  }
  const chosen = chosenParts(args);
  const minutes = args[args.indexOf("--minutes") + 1];
  if (args.includes("--minutes")) process.env.STEPWIRE_MINUTES = minutes;
  await setUp();
  const seesPages = chosen.some((name) => (parts[name].e2e ?? parts[name].programs) !== undefined);
  if (seesPages) await ensureBuilt();
  const chromium = seesPages ? await ensureChromium() : "";
  let failed = 0;
  for (const name of chosen) if (!(await prove(name, chromium))) failed++;
  say(`${chosen.length - failed} of ${chosen.length} parts passed`);
  return failed > 0 ? 1 : 0;
});

function chosenParts(args) {
  const at = args.indexOf("--only") + 1;
  const names = at > 0 ? (args[at] ?? "").split(",") : Object.keys(parts);
  const unknown = names.find((name) => !Object.hasOwn(parts, name));
  if (unknown === undefined) return names;
  throw new SetUpError(`There is no part "${unknown}". There are: ${Object.keys(parts).join(", ")}.`);
}

/** Runs one part and keeps what it measured, passed or not. */
async function prove(name, chromium) {
  const { about, unit = [], without = [], e2e = [], programs = [] } = parts[name];
  say(`${name}: ${about} …`);
  mkdirSync(dirname(collected), { recursive: true });
  rmSync(collected, { force: true });
  const env = { STEPWIRE_TESTS: "full", STEPWIRE_FIGURES: collected, CHROMIUM_PATH: chromium };
  const begun = Date.now();
  const codes = [];
  const node = (...program) =>
    run(process.execPath, [join(root, "node_modules", ...program[0]), ...program[1]], { env });
  const long = String(40 * 60_000);
  if (unit.length > 0)
    codes.push(
      await node(
        ["vitest", "vitest.mjs"],
        ["run", "--testTimeout", long, ...without.flatMap((one) => ["--exclude", one]), ...unit],
      ),
    );
  const found = e2e.filter((file) => existsSync(join(root, file)));
  if (found.length > 0)
    codes.push(await node(["@playwright", "test", "cli.js"], ["test", "--timeout", long, ...found]));
  for (const [program, ...rest] of programs) codes.push(await run(join(root, program), rest, { env }));
  const minutes = (Date.now() - begun) / 60_000;
  const passed = codes.every((code) => code === 0);
  keep(name, { passed, minutes: Math.round(minutes * 10) / 10, figures: figures() });
  return passed;
}

function figures() {
  if (!existsSync(collected)) return [];
  const lines = readFileSync(collected, "utf8").trim().split("\n");
  return lines.filter((line) => line !== "").map((line) => JSON.parse(line));
}
