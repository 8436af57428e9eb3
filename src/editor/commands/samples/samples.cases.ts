import { setSample, setSimulatedValue } from "../../../pipeline/edits/samples";
import { documentOf } from "../../../testing/load";
import { lambda } from "../../../testing/steps";
import type { CommandCases } from "../../../testing/sweepCommands";

const path = ["OutputParameters", "path"];
const plain = documentOf([lambda("Prep")], [{ Name: "Bucket", Type: "String" }]);
const document = setSimulatedValue("Bucket", "b")(setSample("Prep", path, "s3://b/x", null)(plain));
const sample = { step: "Prep", path, iteration: null };
const failure = { reason: "no room", exception: null, attempts: null };

export const cases: CommandCases = {
  "samples.set": [
    { document, args: { ...sample, value: "s3://b/y" }, says: /^The sample path of Prep is set\.$/ },
    { document, args: { ...sample, value: null }, says: /^The sample path of Prep is reset\.$/ },
  ],
  "samples.keep": [{ document, args: { step: "Prep", outputs: [{ name: "path", text: "s3://b/z" }] } }],
  "samples.learn": [
    {
      document,
      args: {
        gave: [{ step: "Prep", path, value: "s3://b/really" }],
        given: [{ name: "Bucket", value: "real" }],
      },
      says: /^The simulation goes by what 1 step gave and by its parameters\.$/,
    },
  ],
  "samples.setFails": [{ document, args: { step: "Prep", failure, iteration: null } }],
  "samples.reset": [{ document }, { document, args: { step: "Prep" } }],
  "samples.setValue": [
    { document, args: { parameter: "Bucket", text: "c" } },
    { document, args: { parameter: "Bucket", text: "" }, says: /^Bucket is simulated with its default\.$/ },
  ],
  "samples.resetValues": [{ document }],
};
