import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { regionFolder } from "../state/regionFolder";
import { type AttachRequest, openAttachments } from "./attachments";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "stepwire-attachments-"));
});
afterEach(() => rmSync(dir, { recursive: true }));

const told: string[] = [];
const open = () => {
  told.length = 0;
  return openAttachments(regionFolder({ dir, chosenBy: "--state" }), (line) => told.push(line));
};
const code = "def handler(event, context):\n    return {}\n";
const of = { document: "d", pipeline: "p", step: "Prep" };
const request = (more: Partial<AttachRequest> = {}): AttachRequest => ({
  ...of,
  source: { code, fileName: "" },
  handler: null,
  allowed: null,
  ...more,
});

/** Attaches as a person does who says yes. */
function attach(attachments: ReturnType<typeof open>, more: Partial<AttachRequest> = {}) {
  const asked = attachments.attach(request(more));
  if (asked.kind !== "ask") return asked;
  return attachments.attach(request({ ...more, allowed: asked.key }));
}

describe("code that is attached to a step", () => {
  it("is asked about, and only the answer to that very question attaches it", () => {
    const attachments = open();
    const asked = attachments.attach(request());
    expect(asked).toMatchObject({ kind: "ask", code });
    expect(attachments.attach(request({ allowed: "0".repeat(64) }))).toEqual(asked);
    expect(attachments.steps("p").size).toBe(0);
    expect(attachments.attach(request({ allowed: asked.kind === "ask" ? asked.key : null }))).toEqual({
      kind: "attached",
    });
    expect(attachments.find("p", "Prep")).toMatchObject({ code, handler: "handler", language: "python" });
  });

  it("runs after a restart too, in its pipeline and its step alone", () => {
    attach(open());
    const attachments = open();
    expect(attachments.find("p", "Prep")).toMatchObject({ code });
    expect([attachments.find("q", "Prep"), attachments.find("p", "Train")]).toEqual([null, null]);
    expect([attachments.list("d", "p").length, attachments.list("other", "p").length]).toEqual([1, 0]);
    expect(statSync(join(dir, "handlers-attached.json")).mode & 0o077).toBe(0);
  });

  it("goes with its document where the pipeline is called otherwise", () => {
    const attachments = open();
    attach(attachments);
    expect(attachments.list("d", "renamed")).toMatchObject([{ step: "Prep", asks: null }]);
    expect([attachments.find("p", "Prep"), open().find("renamed", "Prep")]).toMatchObject([null, { code }]);
  });

  it("asks again once it is changed, and for another document", () => {
    const attachments = open();
    attach(attachments);
    expect(attachments.attach(request()).kind).toBe("attached");
    expect(attachments.attach(request({ source: { code: `${code}#`, fileName: "" } })).kind).toBe("ask");
    expect(attachments.attach(request({ document: "other" })).kind).toBe("ask");
  });

  it("of a file is read anew each time, and does not run changed until that is allowed", () => {
    const file = join(dir, "prep.py");
    writeFileSync(file, code);
    const attachments = open();
    attach(attachments, { source: { file } });
    expect(attachments.find("p", "Prep")).toMatchObject({ code, fileName: "prep.py" });
    writeFileSync(file, `${code}# more\n`);
    expect(attachments.find("p", "Prep")).toMatch(/^prep\.py has changed since you allowed it to run\./);
    expect(attachments.list("d", "p")[0]?.asks).toMatch(/^[0-9a-f]{64}$/);
    attach(attachments, { source: { file } });
    expect(attachments.find("p", "Prep")).toMatchObject({ code: `${code}# more\n` });
    rmSync(file);
    expect(attachments.find("p", "Prep")).toMatch(/^prep\.py cannot be read any more\./);
  });

  it("does not run once that is taken back, and is asked about anew", () => {
    const attachments = open();
    attach(attachments);
    attach(attachments, { source: { code: `${code}#`, fileName: "" } });
    attachments.withdraw(of);
    expect([attachments.find("p", "Prep"), open().find("p", "Prep")]).toEqual([null, null]);
    expect(attachments.attach(request()).kind).toBe("ask");
    expect(readFileSync(join(dir, "handlers-allowed"), "utf8")).toBe("");
  });

  it("is refused where it has no function that could be called", () => {
    expect(open().attach(request({ source: { code: "x = 1", fileName: "" } }))).toMatchObject({
      kind: "refused",
      reason: expect.stringContaining("no function"),
    });
  });

  it("is said to be lost where its file is damaged, and what is damaged runs nothing", () => {
    attach(open());
    writeFileSync(join(dir, "handlers-attached.json"), "[{");
    expect(open().find("p", "Prep")).toBeNull();
    expect(told).toEqual([expect.stringContaining("Attach them again in the editor.")]);
  });

  it("that someone wrote into the file by hand does not run: it was never allowed", () => {
    const attachment = { ...of, source: { code, fileName: "" }, handler: "handler", keys: [] };
    writeFileSync(join(dir, "handlers-attached.json"), JSON.stringify([attachment]));
    expect(open().find("p", "Prep")).toMatch(/allowed it to run/);
  });
});
