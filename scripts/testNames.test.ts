import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { namesOfPlaywright, namesOfVitest } from "./testNames.mjs";

const red = "\u001b[31m";
const plain = "\u001b[39m";

it("names each unit test that failed with the first line of its error, and a file that did not load", () => {
  const test = (fullName: string, failureMessages: string[]) => ({
    fullName,
    status: failureMessages.length > 0 ? "failed" : "passed",
    failureMessages,
  });
  const message = `${red}AssertionError${plain}: expected 1 to be 2\n    at x.test.ts:3`;
  const testResults = [
    {
      name: "/p/src/x.test.ts",
      status: "failed",
      assertionResults: [test("adds up", []), test("takes away", [message])],
    },
    { name: "/p/src/y.test.ts", status: "failed", message: "Cannot find module\nmore", assertionResults: [] },
    { name: "/p/src/z.test.ts", status: "passed", assertionResults: [test("stands", [])] },
  ];
  expect(namesOfVitest({ testResults }, "/p")).toEqual([
    "failed: src/x.test.ts › takes away: AssertionError: expected 1 to be 2",
    "failed: src/y.test.ts: Cannot find module",
  ]);
});

it("names each browser test that failed or was flaky, and the files that took longest", () => {
  const spec = (title: string, status: string, results: object[]) => ({ title, tests: [{ status, results }] });
  const failure = { duration: 3000, error: { message: `${red}Error: the card never came${plain}\n\nCall log:` } };
  const suites = [
    {
      title: "a.spec.ts",
      file: "a.spec.ts",
      specs: [spec("opens", "flaky", [failure, { duration: 2000 }])],
      suites: [{ title: "from afar", file: "a.spec.ts", specs: [spec("is wired", "unexpected", [failure, failure])] }],
    },
    { title: "b.spec.ts", file: "b.spec.ts", specs: [spec("closes", "expected", [{ duration: 500 }])] },
  ];
  expect(namesOfPlaywright({ suites, errors: [{ message: "no server" }], stats: { duration: 6000 } })).toEqual([
    "flaky: e2e/a.spec.ts › opens: Error: the card never came",
    "failed: e2e/a.spec.ts › from afar › is wired: Error: the card never came",
    "failed: outside a test: no server",
    "slow: 12 of 12 s of e2e tests (6 s by the clock) went into",
    "slow:   11.0 s e2e/a.spec.ts",
    "slow:    0.5 s e2e/b.spec.ts",
  ]);
});

it("what CI ends with: the names from every stage's log, a stage that names nothing by its last lines, and no more than fit", () => {
  const logs = mkdtempSync(join(tmpdir(), "stepwire-names-"));
  const log = (stage: string, code: number, text: string) => {
    writeFileSync(join(logs, stage), text);
    writeFileSync(join(logs, `${stage}.code`), `${code}\n`);
  };
  const many = Array.from({ length: 40 }, (_, at) => `FAILED interop/test_x.py::test_${at} - AssertionError`);
  log("copy", 0, "");
  log("check", 1, `one\ntwo\nsrc/x.ts(3,1): error TS2304: no such name\n\n`);
  log(
    "test",
    0,
    "2 passed\nflaky: e2e/a.spec.ts › opens: Error: late\nslow:   11.0 s e2e/a.spec.ts\n\n3 passed, 0 failed\n",
  );
  log("interop", 1, `FAILED to fetch, trying again\n${many.join("\n")}\nERROR interop/test_y.py - ImportError\n`);
  log("figures", 0, "an answer of ERROR 3 is read\n");
  const said = execFileSync(".ci/names", [logs], { encoding: "utf8" }).trimEnd().split("\n");
  rmSync(logs, { recursive: true });
  expect(said.slice(0, 6)).toEqual([
    "check (exit 1):",
    "  one",
    "  two",
    "  src/x.ts(3,1): error TS2304: no such name",
    "interop (exit 1):",
    "  FAILED interop/test_x.py::test_0 - AssertionError",
  ]);
  expect(said.slice(-4)).toEqual([
    "  and 16 more",
    "test (exit 0):",
    "  flaky: e2e/a.spec.ts › opens: Error: late",
    "  11.0 s e2e/a.spec.ts",
  ]);
  expect(said.length).toBeLessThan(40);
});
