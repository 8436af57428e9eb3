// The parts of `npm run test:full`: what each proves (docs name it so), and the tests that prove it when STEPWIRE_TESTS is full.
// A part takes at most 40 minutes on two cores.
export const parts = {
  kills: {
    about: "the browser killed (-9) while a document is edited",
    e2e: ["e2e/kills.spec.ts"],
  },
  files: {
    about: "the server killed (-9) while it saves a file",
    e2e: ["e2e/files.spec.ts"],
  },
  leavings: {
    about: "a page left by reload, close, back, link: at rest, mid-key, mid-drag",
    e2e: ["e2e/leaving.spec.ts"],
  },
  storage: {
    about: "every storage call failed in turn, storage full, tabs, older databases",
    unit: ["src/storage"],
    e2e: ["e2e/storage.spec.ts", "e2e/no-storage.spec.ts", "e2e/unsaved.spec.ts"],
  },
  door: {
    about: "raw requests, spellings of Host, paths that climb, slow connections, hostile pages",
    unit: ["src/server/door"],
    e2e: ["e2e/hostile-pages.spec.ts"],
  },
  deploy: {
    about: "a line on which everything goes wrong that can, other writers at every moment",
    unit: ["src/server/deploy", "src/server/operations"],
  },
  import: {
    about: "mutated and generated definitions, every form damaged, names that are odd",
    unit: ["src/import", "src/pipeline/definition", "src/pipeline/reading", "src/regularExpressions.test.ts"],
    e2e: ["e2e/corpus.spec.ts", "e2e/any-name.spec.ts", "e2e/open-anything.spec.ts", "e2e/naughty-strings.spec.ts"],
  },
  vscode: {
    about: "text and picture in VS Code: random edits from both sides, at both ends and in Chromium",
    unit: ["src/vscode"],
    e2e: ["e2e/vscode.spec.ts"],
  },
  exports: { about: "every form over the corpus and generated definitions, read back", unit: ["src/export"] },
  region: {
    about: "the local region, killed while it writes and while handlers run",
    unit: ["src/local-region"],
    without: ["**/soak.test.ts", "**/handlers/**"],
    e2e: ["e2e/local-state.spec.ts"],
  },
  contract: {
    about: "what the local region answers, case by case, by boto3 and the JavaScript SDK",
    unit: ["src/server/aws/contract.test.ts"],
    programs: [["interop/run", "-k", "contract"]],
  },
  handlers: {
    about: "handlers that loop, fork, flood, and read what is not theirs",
    unit: ["src/local-region/handlers"],
  },
  soak: {
    about: "the local region at work for an hour of the clock, of which the processor sees a few minutes",
    unit: ["src/local-region/soak.test.ts"],
  },
  everyone: {
    about: "WCAG 2.2 AA of every screen, light and dark, sizes of targets included",
    e2e: ["e2e/accessible.spec.ts"],
  },
};
