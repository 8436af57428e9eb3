import { get, getIn, isList, text, type Value } from "../../definition/value";
import { setField } from "../../edits/fields";
import { isExpression } from "../../references/read";
import { nearest } from "../nearest";
import type { Finding, Rule } from "../problem";

export const propertyFileOutputUnknown: Rule = {
  code: "property-file-output-unknown",
  severity: "error",
  why: "A property file lies in one of the step's own outputs; the SDK refuses another name: “Processing output name 'O' defined in property file 'F' not found in processing step 'P'.” (steps.py)",
  types: ["Processing"],
  withKey: "PropertyFiles",
  checkStep({ key, name, step }) {
    const files = listAt(get(step, "PropertyFiles"));
    const outputs = listAt(getIn(step, ["Arguments", "ProcessingOutputConfig", "Outputs"])).map((output) =>
      get(output, "OutputName"),
    );
    // A name that is computed may be any.
    if (files.length === 0 || outputs.some((output) => isExpression(output))) return [];
    const names = outputs.flatMap((output) => text(output) ?? []);
    return files.flatMap((file, index): Finding[] => {
      const output = text(get(file, "OutputName"));
      if (output === undefined || names.includes(output)) return [];
      const at = ["PropertyFiles", index, "OutputName"];
      const close = nearest(output, names);
      const options = close === null ? (names.length <= 3 ? names : []) : [close];
      return [
        {
          step: key,
          at,
          message: `The property file ${text(get(file, "PropertyFileName")) ?? ""} lies in ${output}, and ${name} has no output of that name.`,
          fixes: options.map((option) => ({ label: `Use ${option}`, recipe: setField(key, at, option) })),
        },
      ];
    });
  },
};

function listAt(value: Value | undefined): readonly Value[] {
  return isList(value) ? value : [];
}
