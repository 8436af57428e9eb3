import { plainStep, type StepType } from "../../schema/stepType";

/** The arguments are not verified: those of StartQueryExecution serve as a hint. */
export const athena = {
  ...plainStep,
  type: "Athena",
  label: "Athena",
  category: "Data processing",
  icon: "athena",
  summary: "Runs an SQL query with Amazon Athena.",
  documentation: "https://docs.aws.amazon.com/sagemaker/latest/dg/build-and-manage-steps-types.html",
  alsoCalled: "sql query",
  outputsForm: "own",
  api: {
    client: "athena",
    request: "StartQueryExecutionInput",
    response: null,
    dropped: ["ClientRequestToken"],
    hint: true,
  },
  create: () => ({
    Arguments: { QueryString: "", WorkGroup: "primary", ResultConfiguration: { OutputLocation: "" } },
  }),
  inputPorts: ["Arguments.QueryString", "Arguments.ResultConfiguration.OutputLocation"],
  outputPorts: ["S3OutputLocation", "QueryExecutionId"],
  ownOutputs: [
    { path: "S3OutputLocation", kind: "string" },
    { path: "QueryExecutionId", kind: "string" },
  ],
} satisfies StepType;
