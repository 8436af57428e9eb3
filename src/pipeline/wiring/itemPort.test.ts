import { describe, expect, it } from "vitest";
import { documentOf } from "../../testing/load";
import { lambda, read } from "../../testing/steps";
import { portsOf } from "../card/ports";

const item = read("ForEach.CurrentItem");

const loop = (Name: string, body: readonly object[]) => ({
  Name,
  Type: "ForEach",
  Arguments: { ForEachItems: ["a", "b"], ForEachBody: body },
});

const itemInUse = (step: object, key: string) => portsOf(documentOf([step]), new Map(), key).itemInUse;

describe("the item port of a loop", () => {
  it("is filled where a step of its body reads the item", () => {
    expect(itemInUse(loop("Each", [lambda("Work", { Arguments: { region: item } })]), "Each")).toBe(true);
    expect(itemInUse(loop("Each", [lambda("Work", { Arguments: { region: "eu-west-1" } })]), "Each")).toBe(false);
  });

  it("is not filled by what reads the item of a loop inside", () => {
    const inner = loop("Inner", [lambda("Work", { Arguments: { region: item } })]);
    expect(itemInUse(loop("Outer", [inner]), "Outer")).toBe(false);
    expect(itemInUse(loop("Outer", [inner]), "Inner")).toBe(true);
  });

  it("is not filled on a step that is no loop", () => {
    expect(itemInUse(lambda("Work", { Arguments: { region: item } }), "Work")).toBe(false);
  });
});
