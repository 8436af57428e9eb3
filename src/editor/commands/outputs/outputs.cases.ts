import { documentOf } from "../../../testing/load";
import { lambda } from "../../../testing/steps";
import type { CommandCases } from "../../../testing/sweepCommands";

const document = documentOf([lambda("Prep")]);
const path = { step: "Prep", name: "path" };
const taken = { outputs: [{ name: "rows", type: "Integer" }], inputs: ["bucket"] };

export const cases: CommandCases = {
  "outputs.declare": [{ document, args: { step: "Prep", name: "rows", type: "Integer" } }],
  "outputs.rename": [{ document, args: { ...path, to: "uri" }, says: /^Output path is now called uri\.$/ }],
  "outputs.setType": [{ document, args: { ...path, type: "Float" }, says: /^Output path is a Float\.$/ }],
  "outputs.remove": [{ document, args: path }],
  "outputs.takeOver": [
    { document, args: { step: "Prep", taken }, says: /^Done: declare 1 output and add 1 argument\.$/ },
  ],
};
