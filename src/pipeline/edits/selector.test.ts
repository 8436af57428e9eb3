import { expect, it } from "vitest";
import { doUndoRedo } from "../../testing/doUndoRedo";
import { createDocument } from "../definition/document";
import { serialise } from "../definition/serialise";
import { getIn, keys } from "../definition/value";
import { readSelector } from "../steps/selector";
import { EditRefused } from "./edit";
import { setSelector } from "./selector";

const document = createDocument("d", "loop", {
  Steps: [
    { Name: "Each", Type: "ForEach", Arguments: { IterableItems: [1], MaxConcurrency: 1, ForEachBody: [] } },
    { Name: "Not", Type: "Fail", Arguments: {} },
  ],
});
const best = { pick: "MaxBy", step: "Score", member: "OutputParameters['auc']" } as const;
const at = ["Steps", 0, "Arguments", "Selector"] as const;

it("the iteration with the highest member is selected, written where the SDK writes it", () => {
  const after = doUndoRedo(document, setSelector("Each", best));
  expect(serialise(getIn(after.definition, at) ?? null)).toBe(
    `{"Pick":"MaxBy","Field":{"Get":"IterationOutput.Score.OutputParameters['auc']"}}`,
  );
  expect(keys(getIn(after.definition, ["Steps", 0, "Arguments"]))).toEqual([
    "IterableItems",
    "MaxConcurrency",
    "Selector",
    "ForEachBody",
  ]);
  expect(readSelector(getIn(after.definition, at))).toEqual(best);
});

it("another pick changes it, the same one does not, and none takes it away", () => {
  const selected = setSelector("Each", best)(document);
  expect(setSelector("Each", best)(selected)).toBe(selected);
  const lowest = doUndoRedo(selected, setSelector("Each", { ...best, pick: "MinBy" }));
  expect(readSelector(getIn(lowest.definition, at))?.pick).toBe("MinBy");
  expect(serialise(doUndoRedo(lowest, setSelector("Each", null)).definition)).toBe(serialise(document.definition));
});

it("a step without a body selects nothing", () => {
  expect(() => setSelector("Not", best)(document)).toThrow(EditRefused);
});

it("a selector that says something else is not read as one", () => {
  expect(readSelector({ Pick: "MaxBy", Field: { Get: "Parameters.A" } })).toBeNull();
  expect(readSelector({ Pick: "Median", Field: { Get: "IterationOutput.A.b" } })).toBeNull();
});
