import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { languageOfFile } from "../../handler/language";
import { handlers } from "../../testing/fixtures";
import { handlerCases } from "./everyHandler.cases";
import { interpreterOf } from "./interpreters";
import { type HandlerEnd, runHandler } from "./runHandler";

const functionArn = "arn:aws:lambda:eu-west-1:111122223333:function:f";
const hasPython = interpreterOf("python", 1) !== null;
/** Node leaves types out by itself since 22.18; what is more than types it refuses. */
const runsTypes = "typescript" in process.features && Boolean(process.features.typescript);
const files = handlers().map((file) => ({ ...file, name: file.file.replace(/\.txt$/, "") }));
const isTyped = (name: string) => name.endsWith(".ts");

function run({ file, name, text, expected }: (typeof files)[number], event: object): Promise<HandlerEnd> {
  const language = languageOfFile(name) ?? "python";
  const { variables = {} } = handlerCases[file] ?? {};
  return runHandler({ code: text, language, fileName: name, handler: expected.handler, event, functionArn, variables });
}

const canRun = ({ name }: { readonly name: string }) => !name.endsWith(".py") || hasPython;

describe("the handlers that lie with the tests", () => {
  it("are all of them run", () => {
    expect(Object.keys(handlerCases).toSorted()).toEqual(files.map(({ file }) => file).toSorted());
  });

  const runnable = files.filter((one) => handlerCases[one.file]?.events !== undefined && !isTyped(one.name));
  it.each(runnable.map((one) => [one.file, one] as const))("%s gives what is read of its code", async (_, one) => {
    if (!canRun(one)) return;
    const { events = [], beyond = [] } = handlerCases[one.file] ?? {};
    const given = new Map<string, unknown>();
    for (const event of events) {
      const { value, failure } = await run(one, event);
      expect(failure).toBeNull();
      for (const [key, each] of Object.entries(JSON.parse(value ?? "{}"))) {
        // A handler that returns its event is said to; what was in it is no output of the code.
        if (one.expected.problems !== "event-returned" || !Object.hasOwn(event, key)) given.set(key, each);
      }
    }
    const read = new Map(one.expected.outputs.split(" ").map((output) => output.split(":") as [string, string]));
    expect([...given.keys(), ...beyond].toSorted()).toEqual([...read.keys()].toSorted());
    for (const [key, value] of given) {
      const declared = read.get(key) ?? "";
      const type = typeOf(value);
      // A guess and a structure are marked in what is read; a number that happens to be whole may be declared Float.
      if (/[?*]$/.test(declared) || (declared === "Float" && type === "Integer")) continue;
      expect([key, type]).toEqual([key, declared]);
    }
  });

  const needing = files.filter((one) => handlerCases[one.file]?.needs !== undefined && !isTyped(one.name));
  it.each(needing.map((one) => [one.file, one] as const))(
    "%s fails with the module that it needs named",
    async (_, one) => {
      const module = handlerCases[one.file]?.needs ?? "";
      if (!canRun(one) || (one.name.endsWith(".py") && isInstalled(module))) return;
      const { value, failure } = await run(one, {});
      expect(value).toBeNull();
      expect(failure).toMatch(new RegExp(`(No module named|Cannot find (module|package)) '${module}'`));
    },
  );

  const typed = files.filter(({ name }) => isTyped(name));
  it.each(typed.map((one) => [one.file, one] as const))(
    "%s runs where Node does, and is said to need one that does",
    async (_, one) => {
      const { value, failure } = await run(one, handlerCases[one.file]?.events?.[0] ?? {});
      if (!runsTypes)
        expect([value, failure]).toEqual([null, expect.stringMatching(/^Node .* does not run TypeScript: /)]);
      // What is more than types is told by Node itself: `<string>x`, an enum, a parameter property; a module that is not there likewise.
      else expect(failure).toMatch(/TypeScript|type strip mode|Cannot find/);
    },
  );

  it("what has types alone runs where Node does", async () => {
    const text =
      "type Event = { n?: number };\nexport const handler = async (event: Event) => ({ n: event.n ?? 5 });\n";
    const run = { code: text, language: "javascript", fileName: "typed.ts", handler: "handler", functionArn } as const;
    const { value, failure } = await runHandler({ ...run, event: { n: 7 } });
    if (runsTypes) expect([value, failure]).toEqual(['{"n":7}', null]);
    else expect(failure).toMatch(/^Node .* does not run TypeScript: start Stepwire with Node 22\.18 or newer/);
  });
});

function isInstalled(module: string): boolean {
  return spawnSync("python3", ["-I", "-c", `import ${module}`], { stdio: "ignore" }).status === 0;
}

function typeOf(value: unknown): string {
  if (typeof value === "boolean") return "Boolean";
  if (typeof value === "number") return Number.isInteger(value) ? "Integer" : "Float";
  return "String";
}
