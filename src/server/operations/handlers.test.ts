import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createLocalClient, type LocalClient } from "../../testing/localClient";

const of = { document: "d", pipeline: "p", step: "Prep" };
const code = "exports.handler = async (event) => { console.log('seen'); return { n: event.n + 1 }; };\n";

let root: string;
let local: LocalClient;
let folder: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "stepwire-code-"));
  mkdirSync(join(root, "handlers"));
  writeFileSync(join(root, "handlers", "prep.js"), code);
  writeFileSync(join(root, "churn.json"), "{}");
  local = createLocalClient();
  folder = local.folders.open({ root, only: null }).folder;
});
afterEach(() => rmSync(root, { recursive: true }));

const file = (path: string, allowed: string | null = null) =>
  local.client.attachHandler({ ...of, source: { kind: "file", folder, path }, handler: null, allowed });

async function attach(path: string) {
  const asked = await file(path);
  if (!asked.ok || asked.value.kind !== "ask") throw new Error("It was not asked about.");
  return file(path, asked.value.key);
}

describe("code that the editor attaches to a step", () => {
  it("is listed of the opened folder, asked about with what it can reach, and tried", async () => {
    expect(await local.client.listCode({ folder })).toEqual({ ok: true, value: { paths: ["handlers/prep.js"] } });
    expect(await file("handlers/prep.js")).toMatchObject({
      value: { kind: "ask", code, reach: expect.stringMatching(/none of your files|can read your files/) },
    });
    expect((await local.client.listHandlers({ document: "d", pipeline: "p" })).ok).toBe(true);
    expect(await attach("handlers/prep.js")).toEqual({ ok: true, value: { kind: "attached" } });
    const attached = { step: "Prep", fileName: "prep.js", linked: true, handler: "handler", code, asks: null };
    expect(await local.client.listHandlers({ document: "d", pipeline: "p" })).toMatchObject({
      value: { handlers: [attached] },
    });
    const functionArn = "arn:aws:lambda:eu-west-1:111122223333:function:prep";
    expect(await local.client.tryHandler({ ...of, event: '{"n":1}', functionArn })).toEqual({
      ok: true,
      value: { value: '{"n":2}', failure: null, log: "seen\n" },
    });
  });

  it("that changed is not run before it is asked about again; once taken back there is none", async () => {
    await attach("handlers/prep.js");
    writeFileSync(join(root, "handlers", "prep.js"), `${code}// changed\n`);
    const tried = await local.client.tryHandler({ ...of, event: "{}", functionArn: "" });
    expect(tried).toMatchObject({ ok: false, error: { message: expect.stringContaining("prep.js has changed") } });
    const again = await local.client.attachHandler({ ...of, source: { kind: "same" }, handler: null, allowed: null });
    expect(again).toMatchObject({ value: { kind: "ask", code: `${code}// changed\n` } });
    await local.client.withdrawHandler(of);
    expect(await local.client.tryHandler({ ...of, event: "{}", functionArn: "" })).toMatchObject({ ok: false });
  });

  it.each([
    ["../secret.py", "OutsideFolder"],
    ["churn.json", "OutsideFolder"],
    ["handlers/../../x.py", "OutsideFolder"],
    ["out.py", "LinkOutside"],
  ])("is no other file than one of the folder: %s", async (path, name) => {
    writeFileSync(join(tmpdir(), "stepwire-secret.py"), "def handler(event, context): pass\n");
    symlinkSync(join(tmpdir(), "stepwire-secret.py"), join(root, "out.py"));
    expect(await file(path)).toMatchObject({ ok: false, error: { kind: "file", name } });
    rmSync(join(tmpdir(), "stepwire-secret.py"));
  });
});
