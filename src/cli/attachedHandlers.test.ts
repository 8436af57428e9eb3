import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { attachedHandlers } from "./attachedHandlers";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "stepwire-handlers-"));
  writeFileSync(join(dir, "prep.py"), "def run(event, context):\n    return {'a': event['b']}\n");
  writeFileSync(join(dir, "score.mjs"), "export const handler = async (event) => ({ auc: event.x });\n");
  writeFileSync(join(dir, "notes.py"), "x = 1\n");
});
afterEach(() => rmSync(dir, { recursive: true }));

describe("--run-handlers", () => {
  it("names a step and the file that is run for it, as often as needed", () => {
    const found = attachedHandlers([`Prep=${join(dir, "prep.py")}`, `Score=${join(dir, "score.mjs")}`]);
    expect([...found].map(([step, { language, handler }]) => [step, language, handler])).toEqual([
      ["Prep", "python", "run"],
      ["Score", "javascript", "handler"],
    ]);
  });

  it.each([
    ["what is no step and file", () => "prep.py", "takes STEP=FILE"],
    ["a file that is not there", () => `Prep=${join(dir, "nowhere.py")}`, "nowhere.py"],
    ["a file without a handler", () => `Prep=${join(dir, "notes.py")}`, "no function that takes an event"],
  ])("refuses %s, and says so", (_what, written, said) => {
    expect(() => attachedHandlers([written()])).toThrow(said);
  });
});
