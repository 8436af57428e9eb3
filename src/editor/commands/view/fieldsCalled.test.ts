import { describe, expect, it } from "vitest";
import { createDocument } from "../../../pipeline/definition/document";
import { setField } from "../../../pipeline/edits/fields";
import { definitionOf } from "../../../testing/load";
import { lambda, pipeline } from "../../../testing/steps";
import { createEditor } from "../../session/createEditor";
import { fieldsCalledInParts } from "./fieldsCalled";

const many = 300;
const steps = Array.from({ length: many }, (_, at) =>
  lambda(`Step${at}`, { Arguments: { bucket: `s3://data/${at}`, mode: "daily", region: "eu-west-1" } }),
);

function open() {
  return createEditor(createDocument("d", "d", definitionOf(pipeline(steps))));
}

/** What is found, and in how many parts: one for each step, and one for each of its fields that is looked at. */
function look(editor: ReturnType<typeof open>, wanted: string) {
  const work = fieldsCalledInParts(editor.store.getState(), wanted, 100);
  for (let parts = 0; ; parts++) {
    const { done, value } = work.next();
    if (done === true) return { parts, found: value.map(({ step, label }) => `${label} of ${step}`) };
  }
}

describe("looking through the fields of many steps", () => {
  it("is done in small parts, and looks at each field once: the next letter asks the steps that may have it", () => {
    const editor = open();
    const first = look(editor, "data/27");
    expect(first.found).toHaveLength(11);
    expect(first.parts).toBeGreaterThan(4 * many);
    const second = look(editor, "data/277");
    expect(second.found).toEqual(["bucket of Step277"]);
    expect(second.parts).toBeLessThan(many + 20);
  });

  it("looks anew at a step that was edited, and at no other", () => {
    const editor = open();
    look(editor, "nowhere");
    editor.edit("Type", setField("Step12", ["Arguments", "bucket"], "gs://elsewhere"));
    const { found, parts } = look(editor, "elsewhere");
    expect(found).toEqual(["bucket of Step12"]);
    expect(parts).toBeLessThan(many + 20);
  });

  it("finds words of which some are the step's and some the field's", () => {
    expect(look(open(), "mode step29 daily").found).toEqual([
      "mode of Step29",
      ...Array.from({ length: 10 }, (_, at) => `mode of Step29${at}`),
    ]);
  });
});
