import { expect, it } from "vitest";
import { textOf } from "./utf8";

it("refuses bytes that are no UTF-8, and a file that is too large", () => {
  expect(textOf(new Uint8Array([0x7b, 0xff, 0x7d]))).toMatchObject({ ok: false, refusal: { code: "not-utf8" } });
  expect(textOf(new Uint8Array(4 * 1024 * 1024 + 1))).toMatchObject({ ok: false, refusal: { code: "too-large" } });
  expect(textOf(new TextEncoder().encode("\ufeff{}"))).toEqual({ ok: true, text: "{}" });
});

const utf8 = (text: string) => [...new TextEncoder().encode(text)];

it.each([
  ["a byte of Latin-1", [...utf8('{\n  "Größe": "M'), 0xfc, ...utf8('nchen"\n}')], "2:14"],
  ["half a character", [...utf8("{\r\n"), 0xe2, 0x82, ...utf8("}")], "2:1"],
  ["a character that the end cuts off", [...utf8('{"a": "😀'), 0xf0, 0x9f], "1:10"],
  ["a surrogate", [...utf8("["), 0xed, 0xa0, 0x80], "1:2"],
  ["a byte at the beginning", [0xff], "1:1"],
])("says where bytes are no UTF-8: %s", (_, bytes, position) => {
  const decoded = textOf(new Uint8Array(bytes));
  const { line, column, message } = decoded.ok ? expect.fail("taken") : decoded.refusal;
  expect([`${line}:${column}`, message]).toEqual([position, expect.stringContaining("Save the file as UTF-8.")]);
});
