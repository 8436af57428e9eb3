import { describe, expect, it } from "vitest";
import { noteFaults, tries } from "../../testing/fullTier";
import fc from "../../testing/properties";
import { parseDefinition, parseValue } from "./parse";
import { serialise, serialisedLength } from "./serialise";
import { get, LosslessNumber, OrderedObject, sameValue, type Value } from "./value";

function refusal(text: string, parse = parseValue) {
  const result = parse(text);
  if (result.ok) throw new Error(`${text.slice(0, 40)} was taken.`);
  return result.refusal;
}

describe("text that is refused says where and why", () => {
  it.each([
    ['{"Steps": [}', "not-json", 1, 12, "/Steps/0", 'Unexpected "}".'],
    ['{"a": 1,\n "b": 2,\n "a": 3}', "duplicate-key", 3, 2, "", 'The key "a" stands twice in one object.'],
    ['{"x": {"10": 1, "9": 2, "10": 3}}', "duplicate-key", 1, 25, "/x", 'The key "10" stands twice in one object.'],
    ['{"x": {"__proto__": 1}}', "forbidden-key", 1, 8, "/x", 'The key "__proto__" is not taken.'],
    [
      '{"a": "un\nclosed"}',
      "not-json",
      1,
      10,
      "/a",
      "A control character U+000A in a text must be written as an escape.",
    ],
    ['{"a": "\\x"}', "not-json", 1, 8, "/a", "JSON does not know this escape."],
    ['{"a": 01}', "not-json", 1, 7, "/a", "This is not a number that JSON knows."],
    ["", "not-json", 1, 1, "", "The text ends before the document does."],
    ['{"a": 1} x', "not-json", 1, 10, "", 'Unexpected "x" after the end of the document.'],
    ['{"a": 1,\n }', "not-json", 2, 2, "", 'Nothing follows the comma before this "}": take the comma away.'],
    ['{"a": [1, ]}', "not-json", 1, 11, "/a/1", 'Nothing follows the comma before this "]": take the comma away.'],
    ["{'a': 1}", "not-json", 1, 2, "", 'A key must be a text in double quotes, not "\'".'],
    ['[{"a":1,"b":2},{"a":1,"a":2}]', "duplicate-key", 1, 23, "/1", 'The key "a" stands twice in one object.'],
    ['[{"a":1},{"a" 1}]', "not-json", 1, 15, "/1", 'A ":" must follow the key, not "1".'],
    ['[{"a":1},{\'a":1}]', "not-json", 1, 11, "/1", 'A key must be a text in double quotes, not "\'".'],
    ['[{"a\\"b":1},{"a"b":1}]', "not-json", 1, 17, "/1", 'A ":" must follow the key, not "b".'],
    ['["a" "b"]', "not-json", 1, 6, "", 'A list needs "," or "]" here, not """.'],
  ])("%j", (text, code, line, column, pointer, message) => {
    expect(refusal(text)).toEqual({ code, line, column, pointer, message });
  });

  it("bounds depth, keys and size", () => {
    expect(refusal("[".repeat(65)).code).toBe("too-deep");
    expect(parseValue("[".repeat(64) + "]".repeat(64)).ok).toBe(true);
    const many = Array.from({ length: 200_001 }, (_, i) => `"k${i}":1`).join(",");
    expect(refusal(`{${many}}`).code).toBe("too-many-keys");
    expect(refusal(`"${"x".repeat(4 * 1024 * 1024)}"`).code).toBe("too-large");
  });

  it.each([
    ["[]", "A pipeline definition is a JSON object with a list of Steps."],
    ["{}", "A pipeline definition has a list of Steps; this object has none."],
    ['{"Steps": {}}', "Steps must be a list."],
  ])("%j is JSON, but no definition", (text, message) => {
    expect(refusal(text, parseDefinition)).toMatchObject({ code: "not-a-definition", message });
  });
});

it("takes a byte order mark before a text for none of it, and no second one", () => {
  expect(parseValue('\uFEFF{"a":1}')).toEqual({ ok: true, value: { a: 1 } });
  expect(refusal('\uFEFF\uFEFF{"a":1}')).toMatchObject({ code: "not-json", column: 2 });
});

describe("what is kept", () => {
  it("is the text of a number that JavaScript would print differently", () => {
    expect(parseValue("[2.0, 1e5, 2, 0.5, -0, 12345678901234567890]")).toEqual({
      ok: true,
      value: [
        new LosslessNumber("2.0"),
        new LosslessNumber("1e5"),
        2,
        0.5,
        new LosslessNumber("-0"),
        new LosslessNumber("12345678901234567890"),
      ],
    });
  });

  it("is the order of keys that JavaScript would sort", () => {
    expect(parseValue('{"b":1,"10":2,"2":3}')).toEqual({
      ok: true,
      value: new OrderedObject([
        ["b", 1],
        ["10", 2],
        ["2", 3],
      ]),
    });
  });

  it("is every value that JSON can hold: what is printed reads back as the same", () => {
    const key = fc.oneof(fc.string(), fc.nat({ max: 50 }).map(String)).filter((text) => text !== "__proto__");
    const number = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => JSON.stringify(n)),
      fc.constantFrom("2.0", "1E+2", "-0", "0.10", "123456789012345678901234567890"),
    );
    const { value } = fc.letrec<{ value: string }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom("null", "true", "false"),
        number,
        fc.string({ unit: "binary" }).map((text) => JSON.stringify(text)),
        fc.array(tie("value"), { maxLength: 4 }).map((items) => `[${items.join(",")}]`),
        fc
          .uniqueArray(fc.tuple(key, tie("value")), { selector: ([name]) => name, maxLength: 4 })
          .map((list) => `{${list.map(([name, text]) => `${JSON.stringify(name)}:${text}`).join(",")}}`),
      ),
    }));
    fc.assert(
      fc.property(value, (text) => {
        const read = (source: string): Value => {
          const result = parseValue(source);
          if (!result.ok) throw new Error(result.refusal.message);
          return result.value;
        };
        const first = read(text);
        expect(serialise(first)).toBe(text);
        expect(sameValue(read(serialise(first, 2)), first)).toBe(true);
      }),
      { numRuns: tries(2_000, 100_000) },
    );
    noteFaults("generated values that differ after reading and writing", 0, tries(2_000, 100_000));
  });

  it("never throws, whatever the text", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'{}[]",:\\0123.eE-+tfn u\n\t\ud800a') }),
        (text) => typeof parseValue(text).ok === "boolean",
      ),
      { numRuns: tries(5_000, 500_000) },
    );
    noteFaults("texts of JSON's own characters on which the parser throws", 0, tries(5_000, 500_000));
  });
});

describe("an object with thousands of keys", () => {
  const keys = Array.from({ length: 1_500 }, (_, i) => `key${i}`);
  const members = keys.map((key) => `"${key}":1`);

  it("is a list of entries, comes out as it was, and is asked by key", () => {
    const parsed = parseValue(`{${members.join(",")}}`);
    if (!parsed.ok) throw new Error(parsed.refusal.message);
    expect(parsed.value).toBeInstanceOf(OrderedObject);
    expect(serialise(parsed.value)).toBe(`{${members.join(",")}}`);
    expect(serialisedLength(parsed.value)).toBe(serialise(parsed.value).length);
    expect(keys.map((key) => get(parsed.value, key))).toEqual(keys.map(() => 1));
    expect(get(parsed.value, "constructor")).toBeUndefined();
  });

  it.each([0, 999, 1_000, 1_499])("has none of them twice, %i neither", (index) => {
    const parsed = parseValue(`{${members.join(",")},"key${index}":2}`);
    expect(parsed).toMatchObject({ ok: false, refusal: { code: "duplicate-key" } });
  });
});
