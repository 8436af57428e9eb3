import { describe, expect, it } from "vitest";
import { languageOfFile } from "../../handler/language";
import { handlers } from "../../testing/fixtures";
import { interpreterOf } from "./interpreters";
import { runHandler } from "./runHandler";

/** Events that between them reach each return of handlers that need the standard library alone. */
const events: Readonly<Record<string, readonly object[]>> = {
  "reference.py": [{ bucket: "b", prefix: "p" }],
  "spread.py": [{ root: "s3://b", rows: 3 }],
  "constants.py": [{ bucket: "b" }],
  "respond.py": [{ bucket: "b" }, {}],
  "async_run.py": [{ name: "n" }],
  "dataclass_result.py": [{ model: "m", version: 2 }],
  "reference.mjs": [{ bucket: "b", prefix: "p" }],
  "module_exports_object.cjs": [{ name: "n", retries: 2 }, {}],
  "arrow_short.js": [{ a: 1.5, b: 2 }],
  "export_list.mjs": [{ x: 1 }],
  "delete_and_defaults.js": [{ name: "n" }],
};

const files = handlers().filter(({ file }) => Object.hasOwn(events, file));
const hasPython = interpreterOf("python", 1) !== null;

describe("a handler of the fixtures, really run", () => {
  it.each(files.map((file) => [file.file, file] as const))("%s gives what is read of its code", async (name, one) => {
    const language = languageOfFile(name) ?? "python";
    if (language === "python" && !hasPython) return;
    const handler = one.expected.handler;
    const functionArn = "arn:aws:lambda:eu-west-1:111122223333:function:f";
    const given = new Map<string, string>();
    for (const event of events[name] ?? []) {
      const { value, failure } = await runHandler({ code: one.text, language, handler, event, functionArn });
      expect(failure).toBeNull();
      for (const [key, each] of Object.entries(JSON.parse(value ?? "{}"))) given.set(key, typeOf(each));
    }
    // A guess and a structure are marked in what is read; a number that happens to be whole may be declared Float.
    const read = new Map(one.expected.outputs.split(" ").map((output) => output.split(":") as [string, string]));
    expect([...given.keys()].toSorted()).toEqual([...read.keys()].toSorted());
    for (const [key, type] of given) {
      const declared = read.get(key) ?? "";
      if (/[?*]$/.test(declared) || (declared === "Float" && type === "Integer")) continue;
      expect([key, type]).toEqual([key, declared]);
    }
  });
});

function typeOf(value: unknown): string {
  if (typeof value === "boolean") return "Boolean";
  if (typeof value === "number") return Number.isInteger(value) ? "Integer" : "Float";
  return "String";
}
