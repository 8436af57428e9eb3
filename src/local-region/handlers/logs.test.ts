import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openLogs } from "./logs";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "stepwire-logs-"));
});
afterEach(() => rmSync(dir, { recursive: true }));

it("a log is there while it is written, and after a restart", () => {
  const logs = openLogs(dir);
  expect(logs.read("e/A")).toBeNull();
  const add = logs.begin("e/A");
  add("one\n");
  add("two\n");
  expect(logs.read("e/A")).toBe("one\ntwo\n");
  logs.keep("e/A", "one\ntwo\nFailed.");
  expect(openLogs(dir).read("e/A")).toBe("one\ntwo\nFailed.");
  expect(openLogs(dir).read("e/B")).toBeNull();
});

it("the oldest logs go", () => {
  const logs = openLogs(dir, 3);
  for (let number = 0; number < 5; number++) logs.keep(`e/${number}`, "x");
  expect(readdirSync(join(dir, "handler-logs"))).toHaveLength(3);
});
