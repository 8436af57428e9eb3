import { serialise } from "../../definition/serialise";
import { eachEntry, get, isList, LosslessNumber, OrderedObject, type Value } from "../../definition/value";
import { eachStep } from "../eachStep";
import type { Checked, Rule } from "../problem";

/** API PipelineDefinition. */
const most = 1_048_576;

export const definitionTooLarge: Rule = {
  code: "definition-too-large",
  severity: "error",
  why: "SageMaker takes a definition of at most 1,048,576 characters, through S3 as well (API PipelineDefinition).",
  checkDefinition(checked) {
    const { definition } = checked;
    if (roughSize(checked) < most) return [];
    const size = serialise(definition).length;
    if (size <= most) return [];
    const message = `This definition has ${size.toLocaleString("en")} characters; SageMaker takes at most ${most.toLocaleString("en")}. Split the pipeline, or move long texts to S3.`;
    return [{ step: null, at: [], message }];
  },
};

/** At least as many characters as the text has: the steps' sizes are remembered, so that an edit measures one step. */
function roughSize(checked: Checked): number {
  const { definition } = checked;
  let size = 0;
  eachEntry(definition, (key, value) => {
    if (key !== "Steps") size += sizeOf(value);
  });
  // What is no step is listed nowhere, so a list with such an element is measured as it is.
  const list = get(definition, "Steps") ?? null;
  const top = isList(list) ? list.length : -1;
  let listed = 0;
  for (const ofStep of sizesOf(checked)) {
    if (ofStep === inContainer) continue;
    listed++;
    size += ofStep;
  }
  return listed === top ? size : size + sizeOf(list);
}

const inContainer = -1;
const sizesOf = eachStep(({ parent, step }) => (parent === null ? sizeOf(step) : inContainer));

/** Quotes, commas and colons are counted in; a quarter more, for characters that must be escaped. */
function sizeOf(value: Value): number {
  if (typeof value === "string") return value.length * 1.25 + 3;
  if (typeof value !== "object" || value === null) return 24;
  let size = 3;
  if (isList(value)) for (let i = 0; i < value.length; i++) size += sizeOf(value[i] as Value);
  else if (value instanceof LosslessNumber) size += value.value.length;
  else if (value instanceof OrderedObject)
    for (const [key, inner] of value.list) size += key.length + 4 + sizeOf(inner);
  else for (const key in value) size += key.length + 4 + sizeOf(value[key] as Value);
  return size;
}
