import { lastName, type Path } from "../../definition/path";
import { get, getIn, isList, text } from "../../definition/value";
import { setField } from "../../edits/fields";
import type { StepEntry } from "../../graph/stepTree";
import type { Read } from "../link";
import type { Rule } from "../problem";
import { templateOf } from "./produced";

export const prefixTakesSibling: Rule = {
  code: "prefix-takes-sibling",
  severity: "warning",
  why: "An S3Prefix takes every key that begins so: reading …/test takes …/test_small too (issue 3557 of the Python SDK: a transform scored the sibling output as well). A slash at the end keeps to the folder.",
  ofKinds: ["step"],
  checkReference({ entry, found, read }, report) {
    const { field } = found;
    if (read === null || found.path.length !== field.length || lastName(field) !== "S3Uri") return;
    const output = outputOf(read);
    if (output === null || !isPrefix(entry.step, field)) return;
    const places = placesOf(read.source);
    if (places.length < 2) return;
    const mine = places.find(({ name }) => name === output);
    const sibling = places.find(
      ({ location }) => mine !== undefined && location !== mine.location && beginsLike(location, mine.location),
    );
    if (mine === undefined || sibling === undefined) return;
    const joined = { "Std:Join": { On: "/", Values: [{ Get: found.text }, ""] } };
    report({
      message: `${entry.name} reads all keys that begin like ${mine.name} of ${read.source.name}: those of its output ${sibling.name} too. End the prefix with a slash.`,
      fixes: [{ label: "Add a slash", recipe: setField(entry.key, found.path, joined) }],
    });
  },
};

interface Place {
  readonly name: string;
  /** A text, the references in it in braces; without a slash at its end. */
  readonly location: string;
}

/** Where the outputs of a processing job are written to, as far as the step says it. */
function placesOf({ type, step }: StepEntry): readonly Place[] {
  const outputs = type === "Processing" ? getIn(step, ["Arguments", "ProcessingOutputConfig", "Outputs"]) : undefined;
  return (isList(outputs) ? outputs : []).flatMap((output): Place[] => {
    const name = text(get(output, "OutputName"));
    const location = templateOf(getIn(output, ["S3Output", "S3Uri"]) ?? null);
    return name === undefined || location === null || location.endsWith("/") ? [] : [{ name, location }];
  });
}

/** The output whose place a reference reads; null for all else. */
function outputOf({ segments }: Read): string | null {
  const [config, outputs, name, output, uri] = segments;
  const isPlace =
    config === "ProcessingOutputConfig" && outputs === "Outputs" && output === "S3Output" && uri === "S3Uri";
  return isPlace && typeof name === "string" ? name : null;
}

function beginsLike(location: string, prefix: string): boolean {
  return location.startsWith(prefix) && !location.startsWith(`${prefix}/`);
}

/** S3Prefix, which is also what holds where nothing is said. */
function isPrefix(step: Parameters<typeof getIn>[0], field: Path): boolean {
  const type = getIn(step, [...field.slice(0, -1), "S3DataType"]);
  return type === undefined || type === "S3Prefix";
}
