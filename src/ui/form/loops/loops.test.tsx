// @vitest-environment jsdom
import { act, cleanup, configure, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { choose, offered, openInspector, violations } from "../../../testing/openInspector";

configure({ defaultHidden: true, asyncUtilTimeout: 15_000 });
afterEach(cleanup);

const parameters = [
  { Name: "Items", Type: "String", DefaultValue: '["a"]' },
  { Name: "Region", Type: "String", DefaultValue: "eu" },
];
const items = { Get: "Parameters.Items" };
const region = { Get: "Parameters.Region" };
const score = {
  Name: "Score",
  Type: "Lambda",
  Arguments: {},
  FunctionArn: "arn",
  OutputParameters: [
    { OutputName: "path", OutputType: "String" },
    { OutputName: "auc", OutputType: "Float" },
  ],
};
const loop = (IterableItems: unknown, more: object = {}) => ({
  Name: "Loop",
  Type: "ForEach",
  Arguments: { IterableItems, MaxConcurrency: 2, ...more, ForEachBody: [score] },
});

async function open(step: object, how: { readOnly?: boolean } = {}) {
  const opened = await openInspector([step], "Loop", { parameters, ...how });
  await screen.findByText("Items come from");
  await screen.findByLabelText("At the same time");
  await screen.findByRole("region", { name: "Select the best" });
  return opened;
}

describe("the items of a loop", () => {
  it("are a list that grows, is put in order and shrinks; each a value of any kind, a reference or a text with chips", async () => {
    const { user, argument } = await open(loop(["a", 4]));
    await user.click(screen.getByRole("button", { name: "Add item" }));
    await user.type(screen.getByRole("textbox", { name: "Item 3" }), "s3://{{Parameters.Region}/in");
    await user.tab();
    const joined = { "Std:Join": { On: "", Values: ["s3://", region, "/in"] } };
    expect(argument("IterableItems")).toEqual(["a", 4, joined]);
    await user.click(screen.getByRole("button", { name: "Move item 3 up" }));
    expect(argument("IterableItems")).toEqual(["a", joined, 4]);
    await user.click(screen.getByRole("button", { name: "Remove item 1" }));
    expect(argument("IterableItems")).toEqual([joined, 4]);
    choose("Kind of Item 2", "True or false");
    expect(argument("IterableItems")).toEqual([joined, false]);
  });

  it("come from one value that is read: the list stays until it is picked", async () => {
    const { user, argument, editor } = await open(loop(["a"]));
    choose("Items come from", "one value read when it runs");
    expect(argument("IterableItems")).toEqual(["a"]);
    await user.keyboard("Items{Enter}");
    expect(argument("IterableItems")).toEqual(items);
    expect(screen.getByText("each of Items, 2 at a time")).toBeDefined();
    act(() => editor.undo());
    expect(argument("IterableItems")).toEqual(["a"]);
  });

  it("can be written as text with chips that becomes a list", async () => {
    const { user, argument } = await open(loop(items));
    const field = screen.getByRole("group", { name: "Items" });
    const [before] = within(field).getAllByRole("textbox");
    if (before === undefined) throw new Error("The field takes no text.");
    await user.type(before, "[[1, ");
    await user.tab();
    expect(argument("IterableItems")).toEqual({ "Std:Join": { On: "", Values: ["[1, ", items] } });
    choose("Items come from", "a list written here");
    expect(argument("IterableItems")).toEqual([]);
  });
});

describe("how many items run at the same time", () => {
  it("is said in words and kept within what SageMaker takes", async () => {
    const { user, argument } = await open(loop(["a", "b", "c"]));
    const pace = screen.getByLabelText("At the same time");
    expect(screen.getByText("of 3 items at the same time")).toBeDefined();
    await user.clear(pace);
    await user.type(pace, "51");
    expect(screen.getByRole("alert").textContent).toBe(
      "51 is more than 50. SageMaker works on 1 to 50 items at the same time.",
    );
    expect(argument("MaxConcurrency")).toBe(5);
    await user.tab();
    expect(pace).toHaveProperty("value", "5");
    await user.clear(pace);
    await user.type(pace, "0");
    expect(screen.getByRole("alert").textContent).toContain("0 is less than 1.");
    await user.clear(pace);
    await user.type(pace, "1");
    expect(argument("MaxConcurrency")).toBe(1);
    expect(screen.getByText("one item after another")).toBeDefined();
    await user.clear(pace);
    await user.type(pace, "50");
    expect(argument("MaxConcurrency")).toBe(50);
    expect(screen.getByText("all 3 items at once")).toBeDefined();
  });
});

describe("the selected iteration", () => {
  it("is a sentence: the iteration with the highest auc of Score", async () => {
    const { user, argument } = await open(loop(items));
    choose("Selected iteration", "The iteration with the highest");
    const field = (text: string) => ({ Get: `IterationOutput.Score.${text}` });
    expect(argument("Selector")).toEqual({ Pick: "MaxBy", Field: field("OutputParameters['auc']") });
    choose("Selected iteration", "The iteration with the lowest");
    const member = screen.getByRole("combobox", { name: "Output of the selected iteration" });
    await user.clear(member);
    await user.type(member, "path");
    await user.tab();
    expect(argument("Selector")).toEqual({ Pick: "MinBy", Field: field("OutputParameters['path']") });
    choose("Selected iteration", "No iteration");
    expect(argument("Selector")).toBeUndefined();
  });

  it("cannot be chosen without a body", async () => {
    await open({ ...loop(items), Arguments: { IterableItems: items, MaxConcurrency: 1, ForEachBody: [] } });
    expect(screen.getByText("Give the loop a body first.")).toBeDefined();
    const [none, ...others] = offered("Selected iteration");
    expect([none, others]).toEqual([
      "No iteration",
      ["(The iteration with the highest)", "(The iteration with the lowest)"],
    ]);
    expect(screen.queryByRole("combobox", { name: "Output of the selected iteration" })).toBeNull();
  });
});

describe("the body of a loop", () => {
  it("says how its iterations are called, and keeps these names from other steps", async () => {
    const { user, editor } = await openInspector([loop(items), { ...score, Name: "Other" }], "Other", { parameters });
    const name = screen.getByLabelText("Name");
    await user.clear(name);
    await user.type(name, "Score-1");
    expect(screen.getByRole("alert").textContent).toBe(
      "Score-1 is a name that SageMaker gives to an iteration of Score.",
    );
    await user.keyboard("{Escape}");
    act(() => editor.select(["Loop"]));
    expect(await screen.findByText(/^Its items run as Score-0, Score-1 …/)).toBeDefined();
    await user.click(screen.getByRole("button", { name: "Move out Score of Each" }));
    expect(screen.getByText(/^No steps yet/)).toBeDefined();
  });
});

describe("the form of a loop", () => {
  it("of another tab's document is shown and cannot be changed", async () => {
    await open(loop(["a", "b"], { Selector: { Pick: "MaxBy", Field: { Get: "IterationOutput.Score.x" } } }), {
      readOnly: true,
    });
    for (const name of [/^Add item/, /^Remove item/, /^Move item/]) {
      expect(screen.queryAllByRole("button", { name })).toEqual([]);
    }
    expect(screen.getByLabelText("At the same time")).toHaveProperty("readOnly", true);
    expect(screen.getByRole("combobox", { name: "Output of the selected iteration" })).toHaveProperty("readOnly", true);
    expect(screen.getByRole("textbox", { name: "Item 1" })).toHaveProperty("readOnly", true);
  });

  it("can be used with a screen reader", async () => {
    await open(loop(["a", items, 3], { Selector: { Pick: "MaxBy", Field: { Get: "IterationOutput.Score.x" } } }));
    expect(await violations()).toEqual([]);
  });
});
