import { describe, expect, it } from "vitest";
import { listParameters } from "../../pipeline/definition/parameters";
import { getIn } from "../../pipeline/definition/value";
import { stepAt } from "../../pipeline/graph/stepTree";
import { doUndoRedo } from "../../testing/doUndoRedo";
import { documentOf } from "../../testing/load";
import { lambda, read } from "../../testing/steps";
import { applyDraft, draftOf, faultsOf, valueFor } from "./parameterDraft";

const document = documentOf(
  [lambda("Prep", { Arguments: { bucket: read("Parameters.Bucket") } })],
  [{ Name: "Bucket", Type: "String", DefaultValue: "my-bucket" }],
);
const parameterOf = ({ definition }: typeof document, name: string) => {
  const found = listParameters(definition).find((one) => one.name === name);
  if (found === undefined) throw new Error(`there is no ${name}`);
  return found;
};
const bucket = parameterOf(document, "Bucket");

describe("editing a parameter", () => {
  it("renames it with all its uses, in one undo", () => {
    const renamed = doUndoRedo(document, applyDraft(bucket, { ...draftOf(bucket), name: "Data" }));
    expect(getIn(stepAt(renamed.definition, "Prep").step, ["Arguments", "bucket", "Get"])).toBe("Parameters.Data");
    expect(parameterOf(renamed, "Data").defaultValue).toBe("my-bucket");
  });

  it("declares one with allowed values, and takes default and allowed values away again", () => {
    const draft = { name: "Size", type: "Integer", defaultText: "2", enumText: "1\n2\n\n3" } as const;
    const declared = doUndoRedo(document, applyDraft(null, draft));
    const size = parameterOf(declared, "Size");
    expect(size).toMatchObject({ type: "Integer", defaultValue: 2, enumValues: [1, 2, 3] });
    const plain = applyDraft(size, { ...draft, defaultText: "", enumText: "" })(declared);
    expect(parameterOf(plain, "Size")).toMatchObject({ defaultValue: undefined, enumValues: [] });
  });

  it("changes nothing where nothing was changed in the form", () => {
    expect(applyDraft(bucket, draftOf(bucket))(document)).toBe(document);
  });

  it.each([
    ["Integer", "1.5"],
    ["Integer", "one"],
    ["Float", "NaN"],
    ["Boolean", "yes"],
  ] as const)("takes no %s from “%s”", (type, text) => {
    expect(valueFor(type, text)).toBeUndefined();
  });

  it("says what is wrong with a name that is taken, and a default that is not allowed", () => {
    const draft = { name: "Bucket", type: "String", defaultText: "c", enumText: "a\nb" } as const;
    expect(faultsOf(draft, new Set(["Bucket"]))).toEqual({
      name: "There is a parameter Bucket already.",
      defaultText: "“c” is none of the allowed values.",
      enumText: null,
    });
  });
});
