import { exportForms } from "../../../export";
import { documentOf } from "../../../testing/load";
import { lambda } from "../../../testing/steps";
import type { CommandCases } from "../../../testing/sweepCommands";

const document = documentOf([lambda("Prep")]);
const written = { form: { label: "Python", mediaType: "text/x-python" }, extension: ".py", content: "pass\n" };

export const cases: CommandCases = {
  "pipeline.run": [{ document, calls: ["open run"] }],
  "pipeline.runNow": [
    { document, calls: ["open deploy"] },
    { document: documentOf([lambda("Prep")], [{ Name: "Bucket", Type: "String" }]), calls: ["open run"] },
  ],
  "pipeline.runFrom": [
    { document, args: { steps: ["Prep"] }, calls: ["open run"] },
    { document, given: (editor) => editor.select(["Prep"]), calls: ["open run"] },
  ],
  "pipeline.runOnly": [{ document, args: { steps: ["Prep"] }, calls: ["open run"] }],
  "pipeline.deploy": [{ document, calls: ["open deploy"] }],
  "pipeline.schedule": [{ document, calls: ["open schedules"] }],
  "pipeline.promote": [{ document, calls: ["open promote"] }],
  "pipeline.aliases": [{ document, calls: ["open aliases"] }],
  "pipeline.check": [{ document, given: (editor) => editor.markNew(["Prep"]), says: /^Checked: 1 problem\.$/ }],
  "pipeline.compare": ["deployed", "version 1", "file", "document other"].map((answer) => ({
    document,
    answers: [answer],
    says: /are shown over each other\.$/,
  })),
  "pipeline.compareWithDeployed": [{ document, says: /^Deployed to Local region and this document are shown/ }],
  "pipeline.restore": [
    { document, args: { from: "Version 1 of Local region", definition: documentOf([lambda("Old")]).definition } },
  ],
  "pipeline.open": [{ document, calls: ["openFile"] }],
  "pipeline.all": [{ document, calls: ["goHome"] }],
  "pipeline.download.json": [{ document, calls: ["download test-pipeline.json"] }],
  "pipeline.copy.json": [{ document }],
  ...Object.fromEntries(exportForms.map(({ id }) => [`pipeline.export.${id}`, [{ document, calls: ["open export"] }]])),
  "pipeline.export.download": [{ document, args: written, calls: ["download test-pipeline.py"] }],
  "pipeline.export.copy": [{ document, args: written, says: /^Python is on the clipboard\.$/ }],
  "pipeline.rename": [{ document, args: { to: "nightly" } }],
  "pipeline.target": [{ document, args: { target: "local" }, says: /^Deploy and Run go to / }],
  "pipeline.save": [{ document, says: /^Saved\./ }],
};
