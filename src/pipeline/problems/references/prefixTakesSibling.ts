import { lastName, type Path } from "../../definition/path";
import { getIn } from "../../definition/value";
import { setField } from "../../edits/fields";
import type { Rule } from "../problem";
import { producedBy } from "./produced";

export const prefixTakesSibling: Rule = {
  code: "prefix-takes-sibling",
  severity: "warning",
  why: "An S3Prefix takes every key that begins so: reading …/test takes …/test_small too (issue 3557 of the Python SDK: a transform scored the sibling output as well). A slash at the end keeps to the folder.",
  ofKinds: ["step"],
  checkReference({ entry, found, read }, report) {
    const { field } = found;
    if (read === null || found.path.length !== field.length || lastName(field) !== "S3Uri") return;
    if (!isPrefix(entry.step, field)) return;
    const outputs = producedBy(read.source);
    const location = outputs.find(({ output }) => output === read.property)?.location ?? null;
    if (location === null) return;
    const sibling = outputs.find(
      (other) =>
        other.location !== location &&
        other.location?.startsWith(location) === true &&
        !other.location.startsWith(`${location}/`),
    );
    if (sibling === undefined) return;
    const joined = { "Std:Join": { On: "/", Values: [{ Get: found.text }, ""] } };
    report({
      message: `${entry.name} reads all keys that begin like ${location.split("/").at(-1)} of ${read.source.name}: those of its output ${sibling.label} too. End the prefix with a slash.`,
      fixes: [{ label: "Add a slash", recipe: setField(entry.key, found.path, joined) }],
    });
  },
};

/** S3Prefix, which is also what holds where nothing is said. */
function isPrefix(step: Parameters<typeof getIn>[0], field: Path): boolean {
  const type = getIn(step, [...field.slice(0, -1), "S3DataType"]);
  return type === undefined || type === "S3Prefix";
}
