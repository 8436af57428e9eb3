import { describe, expect, it } from "vitest";
import { definitionOf } from "../../../testing/load";
import {
  type ParameterRow,
  parameterRows,
  startingTexts,
  valuesToSend,
  whyNotDisplayName,
  whyNotValue,
} from "./parameterForm";

const rows = parameterRows(
  definitionOf({
    Version: "2020-12-01",
    Steps: [],
    Parameters: [
      { Name: "Bucket", Type: "String", DefaultValue: "my-bucket" },
      { Name: "Untyped" },
      { Name: "Size", Type: "String", DefaultValue: "small", EnumValues: ["small", "big"] },
      { Name: "Epochs", Type: "Integer", DefaultValue: 10 },
      { Name: "Rate", Type: "Float" },
      { Name: "Shuffle", Type: "Boolean", DefaultValue: true },
      { Name: "Empty", Type: "String", DefaultValue: "" },
    ],
  }),
);
function row(name: string): ParameterRow {
  const found = rows.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no row ${name}`);
  return found;
}
const send = (change: Readonly<Record<string, string>>) =>
  valuesToSend(rows, new Map([...startingTexts(rows), ["Untyped", "u"], ["Rate", "0.5"], ...Object.entries(change)]));

describe("the form of a start", () => {
  it("asks for what has no default, and offers choices where there are some", () => {
    expect(rows.filter(({ mandatory }) => mandatory).map(({ name }) => name)).toEqual(["Untyped", "Rate"]);
    expect([row("Untyped").type, row("Size").choices, row("Shuffle").choices]).toEqual([
      "String",
      ["small", "big"],
      ["True", "False"],
    ]);
    expect(Object.fromEntries(startingTexts(rows))).toMatchObject({ Epochs: "10", Shuffle: "True", Rate: "" });
  });

  it.each([
    ["Bucket", "", "SageMaker refuses an empty value."],
    ["Rate", "", "It has no default, so it needs a value."],
    ["Epochs", "1.5", "An integer is needed, like 100."],
    ["Epochs", "ten", "An integer is needed, like 100."],
    ["Rate", "fast", "A number is needed, like 0.5."],
    ["Size", "huge", "It takes one of small, big."],
    ["Bucket", "x".repeat(1025), "SageMaker takes at most 1024 characters; this has 1025."],
  ])("refuses for %s the value %j", (name, text, why) => {
    expect(whyNotValue(row(name), text)).toBe(why);
  });

  it.each([
    ["Epochs", "-3"],
    ["Rate", "1e-3"],
    ["Rate", "2"],
    ["Shuffle", "False"],
    ["Empty", ""],
  ])("takes for %s the value %j", (name, text) => {
    expect(whyNotValue(row(name), text)).toBeNull();
  });

  it("sends what differs from the defaults, every value as text", () => {
    expect(send({})).toEqual([
      { name: "Untyped", value: "u" },
      { name: "Rate", value: "0.5" },
    ]);
    expect(send({ Epochs: " 20 ", Shuffle: "False", Bucket: " spaced " })).toEqual([
      { name: "Bucket", value: " spaced " },
      { name: "Untyped", value: "u" },
      { name: "Epochs", value: "20" },
      { name: "Rate", value: "0.5" },
      { name: "Shuffle", value: "False" },
    ]);
  });

  it("begins with the values of an earlier run, in the words of its own choices", () => {
    const texts = startingTexts(rows, [
      { name: "Shuffle", value: "false" },
      { name: "Bucket", value: "other" },
      { name: "Gone", value: "x" },
    ]);
    expect([texts.get("Shuffle"), texts.get("Bucket"), texts.get("Epochs"), texts.has("Gone")]).toEqual([
      "False",
      "other",
      "10",
      false,
    ]);
  });

  it("refuses a display name that SageMaker would refuse", () => {
    expect([whyNotDisplayName(""), whyNotDisplayName("nightly-check")]).toEqual([null, null]);
    expect(whyNotDisplayName("two words")).toContain("Letters");
    expect(whyNotDisplayName("x".repeat(83))).toContain("82");
  });
});
