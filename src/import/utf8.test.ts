import { expect, it } from "vitest";
import { textOf } from "./utf8";

it("refuses bytes that are no UTF-8, and a file that is too large", () => {
  expect(textOf(new Uint8Array([0x7b, 0xff, 0x7d]))).toMatchObject({ ok: false, refusal: { code: "not-utf8" } });
  expect(textOf(new Uint8Array(4 * 1024 * 1024 + 1))).toMatchObject({ ok: false, refusal: { code: "too-large" } });
  expect(textOf(new TextEncoder().encode("\ufeff{}"))).toEqual({ ok: true, text: "{}" });
});
