import { documentOf } from "../../../testing/load";
import { forEach, lambda, processing, read, training } from "../../../testing/steps";
import type { CommandCases, Try } from "../../../testing/sweepCommands";

const report = { PropertyFiles: [{ PropertyFileName: "Report", OutputName: "report", FilePath: "report.json" }] };
const document = documentOf(
  [
    lambda("Prep"),
    training("Train", {}, {}, read("Steps.Prep.OutputParameters['path']")),
    processing("Judge", {}, report),
    forEach("Loop", [lambda("Each", { Arguments: { a: read("ForEach.CurrentItem.score") } })]),
    lambda("Tell", { DependsOn: ["Prep"], Arguments: { path: "" } }),
  ],
  [{ Name: "Bucket", Type: "String" }],
);
const field = { step: "Tell", path: ["Arguments", "path"] };
const output = (step: string) => ({ kind: "output", step, output: "OutputParameters['path']" }) as const;
const uri = ["Arguments", "InputDataConfig", 0, "DataSource", "S3DataSource", "S3Uri"];
const waits: NonNullable<Try["given"]> = (editor) => editor.select(["Train"]);

export const cases: CommandCases = {
  "edges.connect": [
    { document, args: { source: output("Prep"), target: field }, says: /^Prep path connected to Tell path\.$/ },
    {
      document,
      args: { source: { kind: "parameter", name: "Bucket" }, target: { step: "Train", path: uri } },
      says: /^Bucket connected to Train S3Uri\.$/,
    },
    {
      document,
      args: { source: { kind: "output", step: "Judge", output: "PropertyFiles.Report" }, target: field },
      answers: ["metrics.mse"],
    },
    {
      document,
      args: {
        source: { kind: "output", step: "Judge", output: "PropertyFiles.Report" },
        among: null,
        jsonPath: "mse.value",
      },
      answers: ["Tell Arguments.path"],
      called: "Connect Judge Report to Tell path",
    },
    { document, args: { source: output("Each"), target: field }, answers: ["The first iteration"] },
    {
      document,
      args: {
        source: { kind: "currentItem", step: "Loop", member: "" },
        target: { step: "Each", path: ["Arguments", "b"] },
      },
      answers: ["score"],
    },
    { document, args: { source: output("Prep"), among: "Tell" }, answers: ["Tell Arguments.path"] },
    { document, args: { target: field, among: null }, answers: [JSON.stringify(output("Prep"))] },
  ],
  "edges.disconnect": [
    { document, args: { from: "Prep", to: "Train" }, says: /^Train no longer reads Prep in / },
    { document, args: { from: "Prep", to: "Tell" }, says: /^Tell no longer waits for Prep\.$/ },
    { document, args: { from: "Loop", to: "Each" }, says: /^Each moves out of Each of Loop\.$/ },
  ],
  "edges.wait": [
    { document, args: { from: "Train", to: "Tell" }, says: /^Tell waits for Train\.$/ },
    { document, args: { from: "Train" }, answers: ["Judge"] },
    { document, args: { to: "Tell" }, answers: ["Judge"] },
    { document, given: waits, answers: ["Judge"] },
  ],
  "edges.setTrigger": [
    { document, args: { from: "Prep", to: "Tell", trigger: "Failed" }, says: /^Tell runs when Prep failed\.$/ },
  ],
};
