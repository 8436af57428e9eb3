// `npm test`: set-up, then unit, property and architecture tests, then the built product in real Chromium.
//   --unit     only what runs in Node          --e2e    only what runs in Chromium
//   --shared   only the cases that lie beside the project
// Other arguments go to the one runner that --unit or --e2e names.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureBuilt } from "./build.mjs";
import { ensureTestChromium } from "./chromium.mjs";
import { root, run, runScript, SetUpError, say } from "./project.mjs";
import { setUp } from "./setup.mjs";
import { namesOfPlaywright, namesOfVitest } from "./testNames.mjs";

const flags = new Set(["--unit", "--e2e", "--shared"]);
const asked = process.argv.slice(2);
const passedOn = asked.filter((argument) => !flags.has(argument));
const only = asked.includes("--unit") ? "unit" : asked.includes("--e2e") ? "e2e" : null;
const sharedOnly = asked.includes("--shared");
/** The door to the fixtures (src/testing) puts this into the title of each case that lies beside the project. */
const sharedTitle = "\\bshared/\\w+/";

await runScript(async () => {
  const counts = [await counted(setUp)];
  if (counts[0].failed === 0) {
    if (only !== "e2e") counts.push(await counted(unit));
    if (only !== "unit") counts.push(await counted(endToEnd));
  }
  const total = sum(counts);
  const names = counts.flatMap((count) => count.names ?? []);
  if (names.length > 0) process.stdout.write(`\n${names.join("\n")}\n`);
  // The last line, alone: what a person and a machine look for.
  process.stdout.write(
    `\n${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ""}\n`,
  );
  return total.failed > 0 ? 1 : 0;
});

/** What cannot even start counts as one failure, so that the last line is there whatever happens. */
async function counted(stage) {
  try {
    return (await stage()) ?? nothing();
  } catch (error) {
    if (!(error instanceof SetUpError)) throw error;
    say(error.message);
    return { ...nothing(), failed: 1 };
  }
}

async function unit() {
  say("unit, property and architecture tests …");
  const report = reportFile("vitest.json");
  const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const chosen = sharedOnly ? ["-t", sharedTitle, ...testsOfFixtures()] : [];
  const code = await run(process.execPath, [vitest, "run", ...reporters, ...chosen, ...(only ? passedOn : [])]);
  const counts = honest(code, existsSync(report) ? countVitest(JSON.parse(readFileSync(report, "utf8"))) : nothing());
  // What was not chosen is not skipped.
  return sharedOnly ? { ...counts, skipped: 0 } : counts;
}

/** The test files that use the door to the fixtures. */
function testsOfFixtures() {
  return readdirSync(join(root, "src"), { recursive: true })
    .map((file) => join("src", file))
    .filter(
      (file) => /\.test\.tsx?$/.test(file) && readFileSync(join(root, file), "utf8").includes("testing/fixtures"),
    );
}

async function endToEnd() {
  const chosen = sharedOnly ? ["--grep", sharedTitle, "--pass-with-no-tests"] : [];
  await ensureBuilt();
  const chromium = await ensureTestChromium();
  say(`the built product in ${chromium} …`);
  const report = reportFile("playwright.json");
  const playwright = join(root, "node_modules", "@playwright", "test", "cli.js");
  const code = await run(process.execPath, [playwright, "test", ...chosen, ...(only ? passedOn : [])], {
    env: { CHROMIUM_PATH: chromium, STEPWIRE_REPORT: report },
  });
  return honest(code, existsSync(report) ? countPlaywright(JSON.parse(readFileSync(report, "utf8"))) : nothing());
}

function reportFile(name) {
  const folder = join(root, ".cache", "test-reports");
  mkdirSync(folder, { recursive: true });
  const file = join(folder, name);
  rmSync(file, { force: true });
  return file;
}

function countVitest(report) {
  // A file that could not even be loaded has no tests to count, and is a failure all the same.
  const broken = report.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
    names: namesOfVitest(report, root),
  };
}

function countPlaywright(report) {
  const { stats, errors } = report;
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
    names: namesOfPlaywright(report),
  };
}

/** A runner that says no without naming a test (a crash, an unhandled error) counts as one failure. */
function honest(exitCode, counts) {
  if (exitCode === 0 || counts.failed > 0) return counts;
  const names = [
    ...(counts.names ?? []),
    "failed: an error outside of every test: it stands in the log above, before the sum of its stage",
  ];
  return { ...counts, failed: 1, names };
}

function nothing() {
  return { passed: 0, failed: 0, skipped: 0 };
}

function sum(counts) {
  const total = nothing();
  for (const count of counts) for (const key of Object.keys(total)) total[key] += count[key];
  return total;
}
