// Mutation testing of one folder, `npm run mutation -- references`: scripts/mutation.mjs says which, and which tests are to notice.
// There is no TypeScript checker: TypeScript 7 has no API for it. A mutant that does not compile counts like any other.
const { name, mutate, testFiles } = JSON.parse(process.env.STEPWIRE_MUTATION ?? "{}");
const results = `.cache/mutation/${name}`;

/** Stryker's checker takes JSON types from `core`; this file is read by it, and by scripts/mutation.mjs for the thresholds. */
export default {
  testRunner: "vitest",
  plugins: ["@stryker-mutator/vitest-runner"],
  vitest: { configFile: "scripts/mutation/vitest.config.ts", related: false },
  // Nothing that TypeScript's own API would rewrite.
  tsconfigFile: "none",
  coverageAnalysis: "perTest",
  mutate,
  testFiles,
  thresholds: { high: 95, low: 85, break: 85 },
  incremental: true,
  incrementalFile: `${results}.incremental.json`,
  reporters: ["progress-append-only", "html", "json"],
  htmlReporter: { fileName: `${results}.html` },
  jsonReporter: { fileName: `${results}.json` },
  tempDirName: ".cache/mutation/sandboxes",
  concurrency: Number(process.env.STEPWIRE_MUTATION_WORKERS ?? 2),
  // What no test of these folders reads.
  ignorePatterns: ["/.cache", "/dist*", "/docs", "/e2e", "/interop", "/bench", "/python", "/test-results", "/vscode"],
};
