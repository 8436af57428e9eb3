import { exportForms } from "../../../export";
import { documentOf } from "../../../testing/load";
import { lambda } from "../../../testing/steps";
import type { CommandCases } from "../../../testing/sweepCommands";

const document = documentOf([lambda("Prep")]);

export const cases: CommandCases = {
  "pipeline.run": [{ document, calls: ["open run"] }],
  "pipeline.deploy": [{ document, calls: ["open deploy"] }],
  "pipeline.open": [{ document, calls: ["openFile"] }],
  "pipeline.all": [{ document, calls: ["goHome"] }],
  ...Object.fromEntries(
    exportForms.flatMap(({ id, extension }) => [
      [`pipeline.download.${id}`, [{ document, calls: [`download test-pipeline${extension}`] }]],
      [`pipeline.copy.${id}`, [{ document }]],
    ]),
  ),
  "pipeline.rename": [{ document, args: { to: "nightly" } }],
  "pipeline.target": [{ document, args: { target: "local" }, says: /^Deploy and Run go to / }],
  "pipeline.saved": [{ document, says: /^Saved\./ }],
};
