import { serialise } from "../../definition/serialise";
import { get, isList, keys, type ObjectValue } from "../../definition/value";
import type { Rule } from "../problem";

/** API PipelineDefinition. */
const most = 1_048_576;

export const definitionTooLarge: Rule = {
  code: "definition-too-large",
  severity: "error",
  why: "SageMaker takes a definition of at most 1,048,576 characters, through S3 as well (API PipelineDefinition).",
  checkDefinition({ definition }) {
    if (roughSize(definition) < most) return [];
    const size = serialise(definition).length;
    if (size <= most) return [];
    const message = `This definition has ${size.toLocaleString("en")} characters; SageMaker takes at most ${most.toLocaleString("en")}. Split the pipeline, or move long texts to S3.`;
    return [{ step: null, at: [], message }];
  },
};

const sizes = new WeakMap<ObjectValue, number>();

/** The steps' sizes are remembered, so that an edit measures one step; a tenth more, for number texts that are kept. */
function roughSize(definition: ObjectValue): number {
  let size = 0;
  for (const key of keys(definition)) {
    const value = get(definition, key);
    if (key !== "Steps" || !isList(value)) size += JSON.stringify(value ?? null).length;
    else
      for (const step of value)
        size += typeof step === "object" && step !== null && !isList(step) ? sizeOf(step as ObjectValue) : 20;
  }
  return size * 1.1;
}

function sizeOf(step: ObjectValue): number {
  let size = sizes.get(step);
  if (size === undefined) {
    size = JSON.stringify(step).length;
    sizes.set(step, size);
  }
  return size;
}
