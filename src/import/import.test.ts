import { describe, expect, it } from "vitest";
import { exportForms } from "../export";
import { serialise } from "../pipeline/definition/serialise";
import { corpus } from "../testing/fixtures";
import { definitionOf } from "../testing/load";
import { tokens } from "../testing/tokens";
import { importFile, importForms, importText } from ".";

/** The definitions of the corpus in one form: the files themselves, or what the export of that form writes. */
function corpusIn(id: string): readonly (readonly [name: string, text: string, original: string])[] {
  const writer = exportForms.find((form) => form.id === id);
  return corpus().map(({ name, text }) => [
    name,
    id === "json" ? text : (writer?.write({ name, definition: definitionOf(text) }) ?? ""),
    text,
  ]);
}

describe("the forms of import", () => {
  it("go by ids of their own", () => {
    expect(new Set(importForms.map(({ id }) => id)).size).toBe(importForms.length);
  });

  describe.each(importForms.map((form) => [form.label, form] as const))("%s", (_label, form) => {
    it.each(corpusIn(form.id))("gives %s token for token, and no other form takes it", (_name, text, original) => {
      expect(importForms.filter((one) => one.recognise(text, "")).map(({ id }) => id)).toEqual([form.id]);
      const read = form.read(text);
      expect(read.ok && tokens(serialise(read.value))).toEqual(tokens(original));
    });
  });
});

describe("reading a definition", () => {
  const bytes = (text: string) => new TextEncoder().encode(text);

  it("takes a byte order mark for none of the text", () => {
    expect(importFile(bytes('\uFEFF{"Steps": []}'), "a.json").ok).toBe(true);
  });

  it.each([
    ["bytes that are no UTF-8", new Uint8Array([0x7b, 0xff, 0x7d]), "not-utf8", "1:1"],
    ["a file that is too large", new Uint8Array(4 * 1024 * 1024 + 1), "too-large", "1:1"],
    ["what is no JSON", bytes('{\n  "Steps": [1,]\n}'), "not-json", "2:15"],
    ["JSON that is no definition", bytes('{"AWSTemplateFormatVersion":"2010-09-09"}'), "not-a-definition", "1:1"],
    ["text of no form", bytes("a line of text"), "not-json", "1:1"],
  ])("refuses %s, and says where", (_what, file, code, place) => {
    const read = importFile(file, "a.json");
    expect(read.ok ? null : [read.refusal.code, `${read.refusal.line}:${read.refusal.column}`]).toEqual([code, place]);
  });

  it("reads text that was pasted as it reads a file", () => {
    expect(importText('{"Steps": []}', "")).toEqual(importFile(bytes('{"Steps": []}'), "a.json"));
  });
});
