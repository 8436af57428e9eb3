import { stepTypeList } from "../../../pipeline/steps";
import { documentOf } from "../../../testing/load";
import { condition, equal, fail, forEach, lambda, model, read, training } from "../../../testing/steps";
import type { CommandCases, Try } from "../../../testing/sweepCommands";
import { copied } from "./clipping";

/** A function, a training that reads it and a model of the training; a gate and a loop to move into. */
const document = documentOf([
  lambda("Prep"),
  training("Train", {}, {}, read("Steps.Prep.OutputParameters['path']")),
  model("Make", {
    PrimaryContainer: { Image: "i", ModelDataUrl: read("Steps.Train.ModelArtifacts.S3ModelArtifacts") },
  }),
  condition("Gate", [equal], [lambda("Yes")], [fail("No")]),
  forEach("Loop", [lambda("Each")]),
]);
const at = { x: 400, y: 300 };
const select =
  (...keys: readonly string[]): NonNullable<Try["given"]> =>
  (editor) =>
    editor.select(keys);
const copyOfTrain: NonNullable<Try["given"]> = (editor, workspace) => {
  workspace.copied = copied(editor.store.getState(), ["Train"]);
};
const taken = {
  outputs: [
    { name: "rows", type: "Integer" },
    { name: "train_path", type: "String" },
  ],
  inputs: ["bucket"],
};
const clipping = { definition: documentOf([lambda("Prep"), lambda("Other")]).definition, layout: new Map() };

export const cases: CommandCases = {
  ...Object.fromEntries(stepTypeList.map(({ type }) => [`steps.add.${type}`, [{ document }]])),
  "steps.add": [
    { document, args: { type: "Training" }, says: /^Added Training\.$/ },
    { document, args: { type: "Fail", at } },
  ],
  "steps.addFromCode": [
    { document, args: { taken, at }, says: /^Added Lambda with 2 outputs and 1 argument\.$/ },
    { document, args: { taken }, called: "Add a Lambda step with 2 outputs and 1 argument" },
  ],
  "steps.fold": [
    { document, args: { container: "Gate" }, called: "Fold Gate", says: /^Gate is folded\.$/ },
    { document, args: { container: "Gate", slot: "ElseSteps" }, says: /^False of Gate is folded\.$/ },
    { document, given: select("Loop"), says: /^Loop is folded\.$/ },
  ],
  "steps.addHere": [
    { document, args: { at, end: null }, answers: ["Training"] },
    {
      document,
      args: {
        at,
        end: { kind: "source", source: { kind: "output", step: "Prep", output: "OutputParameters['path']" } },
      },
      answers: ["Training"],
    },
    {
      document,
      args: { at, end: { kind: "field", target: { step: "Prep", path: ["Arguments", "x"] } } },
      answers: ["Training"],
    },
    { document, args: { at, end: { kind: "after", step: "Prep" } }, answers: ["Fail"] },
    {
      document,
      args: { at, end: { kind: "slot", step: "Gate", slot: "IfSteps" } },
      answers: ["Model"],
      called: "Add Model to True of Gate",
    },
  ],
  "steps.addIntoSlot": [
    { document, args: { type: "Training", into: { container: "Gate", slot: "ElseSteps" } }, says: /to False of Gate/ },
    { document, args: { type: "Training", into: { container: "Loop", slot: "ForEachBody" }, at } },
  ],
  "steps.rename": [{ document, args: { step: "Train", to: "Fit" }, says: /^Train is now called Fit\.$/ }],
  "steps.writeOverName": [
    { document, given: select("Train"), calls: ["rename Train"] },
    { document, args: { steps: ["Prep"] }, calls: ["rename Prep"] },
  ],
  "steps.delete": [
    { document, args: { steps: ["Train"] }, says: /^Deleted Train\. Make still names what is gone\.$/ },
    { document, args: { steps: ["Gate"] }, says: /^Deleted Gate and the 2 steps inside\.$/ },
  ],
  "steps.duplicate": [
    { document, given: select("Prep", "Train"), says: /^Duplicated: Prep2, Train2\.$/ },
    { document, args: { steps: ["Gate"] } },
  ],
  "steps.copy": [{ document, given: select("Train"), says: /^Copied Train\.$/ }],
  "steps.copyAs.mermaid": [{ document, given: select("Prep", "Train"), says: /^Copied 2 steps as Mermaid\.$/ }],
  "steps.copyAs.svg": [{ document, given: select("Train"), says: /^Copied Train as a picture \(SVG\)\.$/ }],
  "steps.copyAs.png": [{ document, given: select("Train"), says: /^Copied Train as a picture \(PNG\)\.$/ }],
  "steps.cut": [{ document, given: select("Make"), says: /^Cut Make\.$/ }],
  "steps.paste": [
    { document, given: copyOfTrain, says: /^Pasted: Train2\.$/, called: "Paste Train2" },
    { document, given: copyOfTrain, args: { at }, called: "Paste Train2" },
  ],
  "steps.pasteDefinition": [{ document, args: { clipping }, says: /^Pasted: Prep2, Other\.$/ }],
  "steps.place": [{ document, args: { steps: ["Train"], positions: new Map([["Train", at]]) } }],
  "steps.nudge": [{ document, args: { steps: ["Gate"], by: { x: 10, y: 0 } } }],
  "steps.arrange": [
    {
      document,
      given: select("Prep", "Train", "Gate", "Yes"),
      answers: ["left"],
      says: /^3 steps: align left edges\.$/,
      called: "Align left edges",
    },
    { document, args: { steps: ["Prep", "Train", "Loop"], how: "down" }, called: "Distribute down" },
  ],
  "steps.moveInto": [
    { document, given: select("Prep"), answers: ["alone Loop ForEachBody"], says: /^Prep moved into Each of Loop/ },
    { document, args: { steps: ["Train"] }, answers: ["alone Gate IfSteps"] },
    { document, args: { into: { container: "Gate", slot: "IfSteps" } }, answers: ["Prep"] },
  ],
  "steps.moveIntoSlot": [
    {
      document,
      args: { steps: ["Train"], into: { container: "Gate", slot: "IfSteps" } },
      says: /^Train moved into True of Gate\. Make runs only after Train\.$/,
    },
  ],
  "steps.moveOut": [
    { document, given: select("Yes"), says: /^Yes moved out of Gate\.$/ },
    { document, args: { steps: ["Each"], positions: new Map([["Each", at]]) } },
  ],
  "selection.all": [{ document, says: /^Selected 8 steps\.$/ }],
  "selection.clear": [{ document, given: select("Train") }],
  "selection.delete": [
    { document, given: select("Train") },
    {
      document,
      given: (editor) => editor.selectEdge({ from: "Prep", to: "Train" }),
      says: /^Train no longer reads Prep in /,
    },
  ],
};
