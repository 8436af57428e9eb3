import { expect, it } from "vitest";
import type { Library } from "../../../editor/session/storedDocuments";
import { documentOf } from "../../../testing/load";
import { lambda } from "../../../testing/steps";
import { pictureOf } from "./pictureOf";

it("draws a document once for each look, and anew when it has changed", async () => {
  let reads = 0;
  const library = {
    read: async () => {
      reads += 1;
      return documentOf([lambda(`Prep${reads}`)]);
    },
  } as unknown as Library;
  const first = await pictureOf(library, "d", 1, false);
  expect(await pictureOf(library, "d", 1, false)).toBe(first);
  expect(reads).toBe(1);
  expect(await pictureOf(library, "d", 1, true)).not.toBe(first);
  const changed = await pictureOf(library, "d", 2, false);
  expect(changed).not.toBe(first);
  expect(await (await fetch(changed)).text()).toContain("Prep3");
});

it("goes on after a document that cannot be read", async () => {
  const broken = { read: () => Promise.reject(new Error("gone")) } as unknown as Library;
  await expect(pictureOf(broken, "x", 1, false)).rejects.toThrow("gone");
  const library = { read: async () => documentOf([lambda("Prep")]) } as unknown as Library;
  expect(await pictureOf(library, "y", 1, false)).toMatch(/^blob:/);
});
