import { describe, expect, it } from "vitest";
import { createDocument } from "../../pipeline/definition/document";
import { sameValue, setIn, type Value } from "../../pipeline/definition/value";
import { arbitraryEdit, arbitraryObject, arbitraryValue } from "../../testing/arbitraryValue";
import fc from "../../testing/properties";
import { currentSchema } from "../migrations/migrate";
import { applyPatch } from "./applyPatch";
import { asValue, printDocument, readDocument } from "./encodeDocument";
import { decodeValue, encodeValue } from "./encodeValue";
import { diff, type Patch } from "./patch";

const throughText = (patch: Patch): Patch => JSON.parse(JSON.stringify(patch));
const exact = (value: Value) => JSON.stringify(encodeValue(value));

describe("a stored value", () => {
  it("comes back the same: number text, order of keys, keys that look like storage's own", () => {
    fc.assert(
      fc.property(arbitraryValue, (value) => {
        const back = decodeValue(JSON.parse(JSON.stringify(encodeValue(value))));
        expect(sameValue(back, value)).toBe(true);
        expect(exact(back)).toBe(exact(value));
      }),
      { numRuns: 1000 },
    );
  });

  it("keeps a document deeper and longer than an import may be", () => {
    let deep: Value = "bottom";
    for (let i = 0; i < 500; i++) deep = { a: [deep] };
    const document = createDocument("d", "Deep", { Version: "2020-12-01", deep });
    expect(
      sameValue(readDocument({ text: printDocument(document), schema: currentSchema }).definition, document.definition),
    ).toBe(true);
  });

  it("keeps what is folded; a document of before anything could be has nothing that is", () => {
    const document = { ...createDocument("d", "n", {}), folded: new Map([["Gate", ["IfSteps"]]]) };
    const text = printDocument(document);
    expect(readDocument({ text, schema: currentSchema }).folded).toEqual(document.folded);
    const before = text.replace(/"folded":\{[^}]*\},?/, "");
    expect(before).not.toContain("folded");
    expect(readDocument({ text: before, schema: currentSchema }).folded.size).toBe(0);
  });

  it("is refused when it is damaged", () => {
    expect(() => decodeValue({ "#": 3 })).toThrow("damaged");
    expect(() => decodeValue({ "@": ["a"] })).toThrow("damaged");
    for (const schema of [0, currentSchema]) {
      expect(() => readDocument({ text: '{"id":"x","name":"n"}', schema })).toThrow("damaged");
      const layout = '{"id":"x","name":"n","definition":{},"layout":[]}';
      expect(() => readDocument({ text: layout, schema })).toThrow("damaged");
    }
  });

  it("of an older Stepwire gets the fields it lacks", () => {
    const text = '{"id":"x","name":"n","definition":{}}';
    expect(readDocument({ text, schema: 0 })).toEqual(createDocument("x", "n", {}));
  });
});

describe("what an edit changed", () => {
  it("makes the new value of the old one, whatever was edited", () => {
    fc.assert(
      fc.property(arbitraryObject, fc.array(arbitraryEdit, { minLength: 1, maxLength: 6 }), (before, edits) => {
        const after = edits.reduce((value, edit) => edit(value), before);
        const made = applyPatch(before, throughText(diff(before, after)));
        expect(exact(made)).toBe(exact(after));
      }),
      { numRuns: 1500 },
    );
  });

  it("makes any value of any other", () => {
    fc.assert(
      fc.property(arbitraryValue, arbitraryValue, (before, after) => {
        expect(exact(applyPatch(before, throughText(diff(before, after))))).toBe(exact(after));
      }),
      { numRuns: 1000 },
    );
  });

  it("is nothing between equal values that share nothing", () => {
    fc.assert(
      fc.property(arbitraryValue, (value) => {
        expect(diff(value, decodeValue(encodeValue(value)))).toEqual([]);
      }),
    );
  });

  const step = (index: number) => ({ Name: `Step${index}`, Type: "Training", Arguments: { a: "x".repeat(500) } });
  const steps = Array.from({ length: 500 }, (_, index) => step(index));
  const document = {
    ...createDocument("d", "Large", { Version: "2020-12-01", Steps: steps }),
    layout: new Map(steps.map((each, index) => [each.Name, { x: index, y: 0 }])),
  };
  const before = asValue(document);
  const bytes = (after: Value) => JSON.stringify(diff(before, after)).length;

  it("costs what the edit touched, not the document", () => {
    expect(bytes(setIn(before, ["definition", "Steps", 250, "Arguments", "a"], "y"))).toBeLessThan(80);
    expect(bytes(setIn(before, ["layout", "Step7"], { x: 1, y: 2 }))).toBeLessThan(60);
    expect(bytes(setIn(before, ["definition", "Steps"], steps.toSpliced(400, 1).toSpliced(3, 1)))).toBeLessThan(120);
    const last = steps[499] ?? step(0);
    expect(bytes(setIn(before, ["definition", "Steps"], [last, ...steps.slice(0, -1)]))).toBeLessThan(800);
    expect(bytes(setIn(before, ["definition", "Steps"], steps.toSpliced(9, 0, step(500))))).toBeLessThan(700);
  });

  it("does not apply to a document it was not made for", () => {
    const patch = diff(before, setIn(before, ["definition", "Steps", 400, "Name"], "Other"));
    expect(() => applyPatch(asValue(createDocument("d", "Small")), patch)).toThrow("no item 400");
    expect(() => applyPatch({}, [["remove", ["a"]]])).toThrow("no a to remove");
    expect(() => applyPatch({ a: 1 }, [["insert", [], "a", 0, 2]])).toThrow("a a already");
    expect(() => applyPatch({ a: 1, b: 2 }, [["order", [], ["a"]]])).toThrow("every key");
    expect(() => applyPatch([1], [["splice", [], 1, 1, []]])).toThrow("does not fit");
  });
});
