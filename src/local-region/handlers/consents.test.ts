import { appendFileSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { consentKey, openConsents } from "./consents";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "stepwire-consents-"));
});
afterEach(() => rmSync(dir, { recursive: true }));

it("consent holds for one code in one document, and outlives the process", () => {
  const key = consentKey("def handler(): pass", "document-1");
  expect(openConsents(dir).has(key)).toBe(false);
  openConsents(dir).give(key);
  expect(openConsents(dir).has(key)).toBe(true);
  expect(openConsents(dir).has(consentKey("def handler(): pass ", "document-1"))).toBe(false);
  expect(openConsents(dir).has(consentKey("def handler(): pass", "document-2"))).toBe(false);
  expect(statSync(join(dir, "handlers-allowed")).mode & 0o077).toBe(0);
});

it("what is taken back is not allowed any more, here and after a restart", () => {
  const consents = openConsents(dir);
  consents.give("a".repeat(64));
  consents.give("b".repeat(64));
  consents.withdraw(["a".repeat(64)]);
  for (const one of [consents, openConsents(dir)])
    expect([one.has("a".repeat(64)), one.has("b".repeat(64))]).toEqual([false, true]);
});

it("what is in the file and is none allows nothing", () => {
  openConsents(dir).give(consentKey("a", "b"));
  appendFileSync(join(dir, "handlers-allowed"), "*\n\nall\n");
  expect(openConsents(dir).has("*")).toBe(false);
  expect(openConsents(dir).has("all")).toBe(false);
});

it("without a folder it is gone with the process", () => {
  const consents = openConsents(null);
  consents.give("x");
  expect([consents.has("x"), openConsents(null).has("x")]).toEqual([true, false]);
});
