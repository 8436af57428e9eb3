// @vitest-environment jsdom
import { act, cleanup, configure, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { choose, openInspector, violations } from "../../../testing/openInspector";

configure({ defaultHidden: true, asyncUtilTimeout: 15_000 });
afterEach(cleanup);

const parameters = [
  { Name: "Mode", Type: "String", DefaultValue: "full" },
  { Name: "Threshold", Type: "Float", DefaultValue: 6 },
];
const mode = { Get: "Parameters.Mode" };
const equals = (LeftValue: unknown, RightValue: unknown) => ({ Type: "Equals", LeftValue, RightValue });
const gate = (...Conditions: object[]) => ({
  Name: "Gate",
  Type: "Condition",
  Arguments: { Conditions, IfSteps: [], ElseSteps: [] },
});

async function open(conditions: object[], how: { readOnly?: boolean } = {}) {
  const opened = await openInspector([gate(...conditions)], "Gate", { parameters, ...how });
  await screen.findByRole("region", { name: "Conditions" });
  return opened;
}

/** Chooses how a condition compares. */
const compare = (title: string, words: string) => choose(`Comparison of ${title}`, words);

const group = (name: string) => screen.getByRole("group", { name });

describe("a condition", () => {
  it("is read as a sentence, and each of its parts is edited", async () => {
    const { user, argument } = await open([equals(mode, "full")]);
    expect(within(group("Condition 1")).getByText('Mode = "full"')).toBeDefined();
    compare("condition 1", "≠ does not equal");
    expect(argument("Conditions")).toEqual([{ Type: "Not", Condition: equals(mode, "full") }]);
    const right = screen.getByRole("textbox", { name: "Right side of condition 1" });
    await user.clear(right);
    await user.type(right, "quick");
    await user.tab();
    expect(argument("Conditions")).toEqual([{ Type: "Not", Condition: equals(mode, "quick") }]);
    expect(within(group("Condition 1")).getByText('Mode ≠ "quick"')).toBeDefined();
  });

  it("compares numbers and booleans as such", async () => {
    const { user, argument } = await open([equals({ Get: "Parameters.Threshold" }, 6)]);
    const right = screen.getByRole("textbox", { name: "Right side of condition 1" });
    await user.clear(right);
    await user.type(right, "0.5");
    await user.tab();
    expect(argument("Conditions")).toEqual([equals({ Get: "Parameters.Threshold" }, 0.5)]);
  });

  it("takes numbers as numbers where it orders, and makes numbers of digits that it is given", async () => {
    const { user, argument } = await open([equals({ Get: "Parameters.Threshold" }, "")]);
    compare("condition 1", "≤ is at most");
    await user.type(screen.getByRole("textbox", { name: "Right side of condition 1" }), "5.5{Enter}");
    const ordered = { Type: "LessThanOrEqualTo", LeftValue: { Get: "Parameters.Threshold" }, RightValue: 5.5 };
    expect(argument("Conditions")).toEqual([ordered]);
    expect(within(group("Condition 1")).getByText("Threshold ≤ 5.5")).toBeDefined();
    expect(screen.queryByRole("button", { name: /^Kind of Right side/ })).toBeNull();
    compare("condition 1", "= equals");
    choose("Kind of Right side of condition 1", "Text");
    expect(argument("Conditions")).toEqual([equals({ Get: "Parameters.Threshold" }, "5.5")]);
    compare("condition 1", "> is greater than");
    expect(argument("Conditions")).toEqual([{ ...ordered, Type: "GreaterThan" }]);
  });

  it("is negated and taken back by one button, each one step of undo", async () => {
    const { user, argument, editor } = await open([{ Type: "GreaterThan", LeftValue: 1, RightValue: 2 }]);
    const negate = () => screen.getByRole("button", { name: "Negate condition 1" });
    await user.click(negate());
    expect(argument("Conditions")).toEqual([
      { Type: "Not", Condition: { Type: "GreaterThan", LeftValue: 1, RightValue: 2 } },
    ]);
    expect(negate().getAttribute("aria-pressed")).toBe("true");
    await user.click(negate());
    expect(argument("Conditions")).toEqual([{ Type: "GreaterThan", LeftValue: 1, RightValue: 2 }]);
    act(() => editor.undo());
    expect(negate().getAttribute("aria-pressed")).toBe("true");
  });

  it("looks for a value in a list that grows and shrinks", async () => {
    const { user, argument } = await open([equals(mode, "full")]);
    compare("condition 1", "is one of");
    expect(argument("Conditions")).toEqual([{ Type: "In", QueryValue: mode, Values: ["full"] }]);
    await user.click(screen.getByRole("button", { name: "Add value of condition 1" }));
    await user.type(screen.getByRole("textbox", { name: "Value 2 of condition 1" }), "quick");
    await user.tab();
    expect(argument("Conditions")).toEqual([{ Type: "In", QueryValue: mode, Values: ["full", "quick"] }]);
    await user.click(screen.getByRole("button", { name: "Remove value 1 of condition 1" }));
    expect(argument("Conditions")).toEqual([{ Type: "In", QueryValue: mode, Values: ["quick"] }]);
    compare("condition 1", "is none of");
    expect(argument("Conditions")).toEqual([
      { Type: "Not", Condition: { Type: "In", QueryValue: mode, Values: ["quick"] } },
    ]);
  });

  it("holds alternatives, and these hold conditions again", async () => {
    const { user, argument } = await open([equals(mode, "full")]);
    compare("condition 1", "any of these holds");
    expect(argument("Conditions")).toEqual([{ Type: "Or", Conditions: [equals(mode, "full")] }]);
    await user.click(within(group("Condition 1")).getByRole("button", { name: "Add alternative" }));
    expect(group("Alternative 1.2")).toBeDefined();
    await user.click(screen.getByRole("button", { name: "Negate condition 1" }));
    expect(group("Condition in condition 1")).toBeDefined();
    expect(group("Alternative 1.1.2")).toBeDefined();
    expect(argument("Conditions")).toEqual([
      { Type: "Not", Condition: { Type: "Or", Conditions: [equals(mode, "full"), equals("", "")] } },
    ]);
  });

  it("of a type that nobody knows stays as it is, to be edited as JSON", async () => {
    await open([{ Type: "Matches", Pattern: "a+" }]);
    expect(screen.getByRole("textbox", { name: "Condition 1" })).toHaveProperty(
      "value",
      JSON.stringify({ Type: "Matches", Pattern: "a+" }, null, 2),
    );
  });
});

describe("the list of conditions", () => {
  it("is an AND: it grows, is put in order, and shrinks", async () => {
    const { user, argument } = await open([equals(mode, "full")]);
    await user.click(screen.getByRole("button", { name: "Add condition" }));
    expect(screen.getByText("and")).toBeDefined();
    expect(argument("Conditions")).toEqual([equals(mode, "full"), equals("", "")]);
    await user.click(screen.getByRole("button", { name: "Move condition 2 up" }));
    expect(argument("Conditions")).toEqual([equals("", ""), equals(mode, "full")]);
    await user.click(screen.getByRole("button", { name: "Remove condition 1" }));
    expect(argument("Conditions")).toEqual([equals(mode, "full")]);
  });

  it("of another tab's document is shown and cannot be changed", async () => {
    await open([equals(mode, "full"), { Type: "In", QueryValue: mode, Values: ["a"] }], { readOnly: true });
    expect(within(group("Condition 1")).getByText('Mode = "full"')).toBeDefined();
    for (const name of [/^Add/, /^Remove/, /^Negate/, /^Move/]) {
      expect(within(screen.getByRole("region", { name: "Conditions" })).queryAllByRole("button", { name })).toEqual([]);
    }
    expect(screen.getByRole("textbox", { name: "Right side of condition 1" })).toHaveProperty("readOnly", true);
  });

  it("can be used with a screen reader", async () => {
    await open([
      equals(mode, "full"),
      { Type: "Or", Conditions: [{ Type: "In", QueryValue: mode, Values: ["a", true, 2] }, equals(1, 2)] },
      { Type: "Not", Condition: { Type: "Or", Conditions: [equals(1, 1)] } },
    ]);
    expect(await violations()).toEqual([]);
  });
});
