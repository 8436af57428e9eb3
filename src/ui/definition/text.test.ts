import { describe, expect, it } from "vitest";
import { keepSame } from "../../pipeline/definition/keepSame";
import { serialise } from "../../pipeline/definition/serialise";
import { smallestChange } from "../../pipeline/definition/smallestChange";
import { getIn, sameValue, setIn } from "../../pipeline/definition/value";
import { listSteps } from "../../pipeline/graph/stepTree";
import { corpus } from "../../testing/fixtures";
import { definitionOf } from "../../testing/load";
import { rangeOf } from "./rangeOf";

const tricky = definitionOf(
  `{ "a\\"}": [ "x]", {"k":"v\\\\"} , 2.0,[] ], "Steps" : [ {"Name":"A","Arguments":{"10":1,"2":{"deep":[true,null]}}} ,{"Name":"B"}] }`,
);
const definitions = [{ name: "tricky", definition: tricky }].concat(
  corpus().map(({ name, text }) => ({ name, definition: definitionOf(text) })),
);

describe.each(definitions)("the text of $name", ({ definition }) => {
  it("has each step where it is looked for", () => {
    for (const indent of [0, 2]) {
      const text = serialise(definition, indent);
      for (const { path, step } of listSteps(definition).slice(0, 60)) {
        const range = rangeOf(text, path);
        if (range === null) throw new Error(`no range of ${path.join(".")}`);
        expect(sameValue(definitionOf(`{"Steps":[${text.slice(range.from, range.to)}]}`), { Steps: [step] })).toBe(
          true,
        );
      }
    }
  });

  it("read again is the same value in the same objects, but for what was changed", () => {
    const again = definitionOf(serialise(definition, 2));
    expect(keepSame(definition, again)).toBe(definition);
    const steps = listSteps(definition);
    const last = steps.at(-1);
    if (last === undefined) return;
    const changed = keepSame(definition, definitionOf(serialise(setIn(definition, [...last.path, "Note"], "x"), 2)));
    expect(getIn(changed, [...last.path, "Note"])).toBe("x");
    for (const { path, step } of steps.filter(({ depth, key }) => depth === 0 && key !== last.key)) {
      if (last.path[1] !== path[1]) expect(getIn(changed, path)).toBe(step);
    }
  });
});

describe("a range", () => {
  const text = serialise(tricky, 2);
  const at = (...path: (string | number)[]) => {
    const range = rangeOf(text, path);
    return range === null ? null : text.slice(range.from, range.to);
  };
  it("is found behind keys and texts that look like brackets", () => {
    expect(at('a"}', 0)).toBe('"x]"');
    expect(at('a"}', 2)).toBe("2.0");
    expect(at('a"}', 3)).toBe("[]");
    expect(at("Steps", 0, "Arguments", "2", "deep", 1)).toBe("null");
  });
  it("is none where the path leads nowhere", () => {
    expect([at("Nope"), at('a"}', 9), at("Steps", 0, "Name", "x"), at("Steps", "x")]).toEqual([null, null, null, null]);
  });
});

describe("steps put before others", () => {
  it("leave those the same objects", () => {
    const before = definitionOf({
      Steps: [
        { Name: "A", Type: "Fail" },
        { Name: "B", Type: "Fail" },
      ],
    });
    const after = definitionOf({
      Steps: [
        { Name: "New", Type: "Fail" },
        { Name: "A", Type: "Fail" },
        { Name: "B", Type: "Fail" },
      ],
    });
    const kept = keepSame(before, after);
    expect(kept).toEqual(after);
    expect(
      [getIn(kept, ["Steps", 1]), getIn(kept, ["Steps", 2])].map((step, i) => step === getIn(before, ["Steps", i])),
    ).toEqual([true, true]);
  });
  it("keep the new order of keys", () => {
    const before = definitionOf(`{"Steps":[],"A":{"x":1,"y":2}}`);
    expect(serialise(keepSame(before, definitionOf(`{"Steps":[],"A":{"y":2,"x":1}}`)))).toBe(
      `{"Steps":[],"A":{"y":2,"x":1}}`,
    );
  });
});

describe("the smallest change", () => {
  it.each([
    ["abc", "abXc", { from: 2, to: 2, insert: "X" }],
    ["abc", "ac", { from: 1, to: 2, insert: "" }],
    ["aaa", "aa", { from: 2, to: 3, insert: "" }],
    ["", "x", { from: 0, to: 0, insert: "x" }],
    ["same", "same", null],
  ])("from %j to %j", (before, after, change) => {
    const found = smallestChange(before, after);
    expect(found).toEqual(change);
    if (found !== null) expect(before.slice(0, found.from) + found.insert + before.slice(found.to)).toBe(after);
  });
});
