import { lastName } from "../../definition/path";
import { setField } from "../../edits/fields";
import type { Rule } from "../problem";

const archive = "model.tar.gz";

export const modelDataFolder: Rule = {
  code: "model-data-folder",
  severity: "warning",
  why: "ModelDataUrl “must point to a single gzip compressed tar archive (.tar.gz suffix)” (API ContainerDefinition), and the output of a processing job is a folder (issues 3458 and 3324 of the Python SDK).",
  ofKinds: ["step"],
  checkReference({ entry, found, read }, report) {
    if (read?.source.type !== "Processing" || found.path.length !== found.field.length) return;
    const isFolder = lastName(found.field) === "ModelDataUrl" && read.property.endsWith(".S3Output.S3Uri");
    if (!isFolder) return;
    const joined = { "Std:Join": { On: "/", Values: [{ Get: found.text }, archive] } };
    report({
      message: `ModelDataUrl of ${entry.name} reads a folder of ${read.source.name}, and must end in .tar.gz: name the archive in it.`,
      fixes: [{ label: `Read ${archive} in it`, recipe: setField(entry.key, found.path, joined) }],
    });
  },
};
