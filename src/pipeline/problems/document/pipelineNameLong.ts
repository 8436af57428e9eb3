import { renameDocument } from "../../edits/document";
import type { Rule } from "../problem";

const most = 82;

export const pipelineNameLong: Rule = {
  code: "pipeline-name-long",
  severity: "warning",
  why: "The API takes 256 characters, and CreatePipeline was seen to refuse more than 82: “is too long (length: …, maximum allowed: 82)” (issue 2933 of the Python SDK); the default experiment takes the pipeline's name.",
  checkDefinition({ surroundings: { name = "" } }) {
    if (name.length <= most) return [];
    const short = name.slice(0, most).replace(/-+$/, "");
    const message = `This pipeline's name has ${name.length} characters; SageMaker may refuse more than ${most}.`;
    return [{ step: null, at: [], message, fixes: [{ label: "Shorten the name", recipe: renameDocument(short) }] }];
  },
};
