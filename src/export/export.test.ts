import { describe, expect, it } from "vitest";
import { importText } from "../import";
import { serialise } from "../pipeline/definition/serialise";
import { corpus } from "../testing/fixtures";
import { definitionOf } from "../testing/load";
import { tokens } from "../testing/tokens";
import { exportForms } from ".";

const definitions = corpus();

const files = import.meta.glob<Record<string, unknown>>(["./*.ts", "!./*.test.ts", "!./index.ts", "!./form.ts"], {
  eager: true,
});

describe("the forms of export", () => {
  it("have a line in the registry for each file", () => {
    const without = Object.entries(files).filter(
      ([, exported]) => !exportForms.some((form) => Object.values(exported).includes(form)),
    );
    expect(
      without.map(([file]) => file),
      "these files need a line in export/index.ts",
    ).toEqual([]);
  });

  it("say in a sentence what they lose, where they lose anything", () => {
    for (const { id, loses } of exportForms) if (loses !== null) expect(loses, id).toMatch(/^[A-Z].*\.$/);
  });

  it("go by ids and file endings of their own", () => {
    const of = (key: "id" | "label" | "extension") => exportForms.map((form) => form[key]);
    for (const names of [of("id"), of("label"), of("extension")]) expect(new Set(names).size).toBe(exportForms.length);
    for (const { id, extension } of exportForms)
      expect([id, extension]).toEqual([id.toLowerCase(), `.${extension.slice(1)}`]);
  });

  describe.each(exportForms.map((form) => [form.label, form] as const))("%s", (_label, form) => {
    it.each(definitions.map(({ name, text }) => [name, text] as const))("carries %s", async (name, text) => {
      const written = form.write({ name, definition: definitionOf(text) });
      expect(written).toMatch(/\n$/);
      // A form that says that it loses nothing is read back as it was.
      if (form.loses !== null) return;
      const read = await importText(written, `${name}${form.extension}`);
      const result = read.ok ? read.found[0].result : read;
      expect(result.ok && tokens(serialise(result.value))).toEqual(tokens(text));
    });
  });
});
