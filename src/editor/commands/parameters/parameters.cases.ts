import { listParameters } from "../../../pipeline/definition/parameters";
import { documentOf } from "../../../testing/load";
import { lambda, read } from "../../../testing/steps";
import type { CommandCases } from "../../../testing/sweepCommands";

const document = documentOf(
  [lambda("Prep", { Arguments: { bucket: read("Parameters.Bucket") } })],
  [{ Name: "Bucket", Type: "String", DefaultValue: "b" }],
);
const [parameter] = listParameters(document.definition);
const draft = { name: "Size", type: "Integer", defaultText: "2", enumText: "1\n2" };

export const cases: CommandCases = {
  "parameters.keepPreset": [
    {
      document,
      args: { name: "nightly", values: new Map([["Bucket", "b"]]) },
      says: /^These values are kept as nightly\.$/,
    },
  ],
  "parameters.forgetPreset": [
    {
      document: { ...document, presets: new Map([["nightly", { Bucket: "b" }]]) },
      args: { name: "nightly" },
      says: /^The preset nightly is forgotten\.$/,
    },
  ],
  "parameters.add": [{ document, args: { draft } }],
  "parameters.change": [{ document, args: { parameter, draft: { ...draft, name: "Data" } } }],
  "parameters.delete": [
    { document, args: { name: "Bucket" }, says: /^Deleted the parameter Bucket\. It is still read by Prep / },
  ],
};
