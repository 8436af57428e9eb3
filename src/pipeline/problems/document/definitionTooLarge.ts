import { serialisedLength } from "../../definition/serialise";
import type { Rule } from "../problem";

/** API PipelineDefinition. */
const most = 1_048_576;

export const definitionTooLarge: Rule = {
  code: "definition-too-large",
  severity: "error",
  why: "SageMaker takes a definition of at most 1,048,576 characters, through S3 as well (API PipelineDefinition).",
  checkDefinition({ definition, roughSize }) {
    if (roughSize < most) return [];
    const size = serialisedLength(definition);
    if (size <= most) return [];
    const message = `This definition has ${size.toLocaleString("en")} characters; SageMaker takes at most ${most.toLocaleString("en")}. Split the pipeline, or move long texts to S3.`;
    return [{ step: null, at: [], message }];
  },
};
