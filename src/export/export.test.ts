import { describe, expect, it } from "vitest";
import { importText } from "../import";
import { createDocument } from "../pipeline/definition/document";
import { serialise } from "../pipeline/definition/serialise";
import { corpus } from "../testing/fixtures";
import { definitionOf, loadAllModels } from "../testing/load";
import { tokens } from "../testing/tokens";
import { exportForms } from ".";

const definitions = corpus();
const models = await loadAllModels();

/** Each form is a file, or a folder with its index. */
const files = import.meta.glob<Record<string, unknown>>(
  ["./*.ts", "./*/index.ts", "!./*.test.ts", "!./index.ts", "!./form.ts"],
  { eager: true },
);

const writers = await Promise.all(exportForms.map(async (form) => ({ form, writer: await form.load() })));

describe("the forms of export", () => {
  it("have an entry in the registry for each file", () => {
    const without = Object.entries(files).filter(([, exported]) => {
      const values: readonly unknown[] = [exported, ...Object.values(exported)];
      return !writers.some(({ writer }) => values.includes(writer) || values.includes(writer.write));
    });
    expect(
      without.map(([file]) => file),
      "these files need an entry in export/index.ts",
    ).toEqual([]);
  });

  it("go by ids and labels of their own, and say what they are good for", () => {
    for (const key of ["id", "label"] as const) {
      expect(new Set(exportForms.map((form) => form[key])).size).toBe(exportForms.length);
    }
    for (const { id, extensions, about } of exportForms) {
      expect(id).toMatch(/^[a-z0-9-]+$/);
      expect(about).toMatch(/^[A-Z].*\.$/);
      for (const extension of extensions) expect(extension).toMatch(/^\.[a-z0-9]+$/);
    }
  });

  it("name their options as the command line does", () => {
    for (const { options } of exportForms) {
      for (const { name, flag, kind, hint } of options) {
        const [long = "", word] = flag.split(" ");
        expect(long.slice(2).replace(/-[a-z]/g, (dash) => dash.slice(1).toUpperCase())).toBe(name);
        expect(word === undefined, flag).toBe(kind === "switch");
        expect(hint).not.toBe("");
      }
    }
  });

  describe.each(writers.map(({ form, writer }) => [form.label, form, writer] as const))(
    "%s",
    (_label, form, writer) => {
      it.each(definitions.map(({ name, text }) => [name, text] as const))("carries %s", async (name, text) => {
        const source = { ...createDocument("", name, definitionOf(text)), models };
        for (const extension of form.extensions) {
          const choices = { extension, options: {} };
          for (const loss of writer.losses(source, choices)) expect(loss).toMatch(/^[A-Z].*\.$/);
          const written = await writer.write(source, choices, async (svg) => new TextEncoder().encode(svg));
          if (typeof written === "string") expect(written).toMatch(/[^\n]\n$/);
          // What is said to come back is read back as it was.
          if (!form.comesBack || typeof written !== "string") continue;
          const read = await importText(written, `${name}${extension}`);
          const result = read.ok ? read.found[0].result : read;
          expect(result.ok && tokens(serialise(result.value))).toEqual(tokens(text));
        }
      });
    },
  );
});
