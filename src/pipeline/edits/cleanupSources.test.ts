import { expect, it } from "vitest";
import { doUndoRedo } from "../../testing/doUndoRedo";
import { createDocument } from "../definition/document";
import { serialise } from "../definition/serialise";
import { getIn } from "../definition/value";
import { cleanupSources } from "../steps/cleanupSources";
import { addCleanupSource, removeCleanupSource } from "./cleanupSources";
import { setTrigger } from "./dependsOn";
import { EditRefused } from "./edit";

const document = createDocument("d", "tidy", {
  Steps: [
    { Name: "Prep", Type: "Processing", Arguments: {} },
    { Name: "Train", Type: "Training", Arguments: {} },
    { Name: "TidyUp", Type: "Cleanup", Arguments: { Resources: { S3: [] } } },
  ],
});
const tidyUp = ["Steps", 2] as const;

it("a source that is added is waited for as well", () => {
  const after = doUndoRedo(document, addCleanupSource("TidyUp", "Prep"));
  expect(serialise(getIn(after.definition, tidyUp) ?? null)).toBe(
    '{"Name":"TidyUp","Type":"Cleanup","Arguments":{"Resources":{"S3":[{"StepName":"Prep"}]}},"DependsOn":["Prep"]}',
  );
});

it("a source that is waited for already keeps its trigger", () => {
  const waits = setTrigger("TidyUp", "Prep", "Any")(addCleanupSource("TidyUp", "Prep")(document));
  const without = removeCleanupSource("TidyUp", 0)(waits);
  expect(getIn(without.definition, [...tidyUp, "DependsOn"])).toBeUndefined();
  const both = doUndoRedo(waits, addCleanupSource("TidyUp", "Train"));
  expect(getIn(both.definition, [...tidyUp, "DependsOn"])).toEqual([{ Step: "Prep", Trigger: "Any" }, "Train"]);
});

it("a source that is removed is no longer waited for", () => {
  const two = addCleanupSource("TidyUp", "Train")(addCleanupSource("TidyUp", "Prep")(document));
  const after = doUndoRedo(two, removeCleanupSource("TidyUp", 0));
  expect(cleanupSources(getIn(after.definition, tidyUp))).toEqual(["Train"]);
  expect(getIn(after.definition, [...tidyUp, "DependsOn"])).toEqual(["Train"]);
});

it("one that stays the same step's source twice is still waited for", () => {
  const twice = createDocument("d", "tidy", {
    Steps: [
      {
        Name: "TidyUp",
        Type: "Cleanup",
        Arguments: { Resources: { S3: [{ StepName: "Prep" }, { StepName: "Prep" }] } },
        DependsOn: ["Prep"],
      },
    ],
  });
  const after = doUndoRedo(twice, removeCleanupSource("TidyUp", 0));
  expect(getIn(after.definition, ["Steps", 0, "DependsOn"])).toEqual(["Prep"]);
});

it("the same source twice is refused", () => {
  const once = addCleanupSource("TidyUp", "Prep")(document);
  expect(() => addCleanupSource("TidyUp", "Prep")(once)).toThrow(EditRefused);
});
