import type { Rule } from "../problem";

export const additionalModelData: Rule = {
  code: "additional-model-data",
  severity: "warning",
  why: "CreatePipeline answered “Unknown Argument member 'AdditionalModelDataSources'” in January 2025 (issue 4994 of the Python SDK, still open): the API takes it, and the reader of pipelines may lag behind.",
  looksWhere: ({ zone, name }) => zone === "request" && name === "AdditionalModelDataSources",
  checkField({ entry }, report) {
    report({
      message: `SageMaker Pipelines may not take AdditionalModelDataSources in ${entry.name}. Deploy early to see, or pack the data into the model archive.`,
    });
  },
};
