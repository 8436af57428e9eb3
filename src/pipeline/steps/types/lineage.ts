import { plainStep, type StepType } from "../../schema/stepType";

/** At least one of the four lists; what it creates is read by the name given here. */
export const lineage = {
  ...plainStep,
  type: "Lineage",
  label: "Lineage",
  category: "Integrations",
  icon: "lineage",
  summary: "Records what led to what in SageMaker ML Lineage.",
  documentation: "https://docs.aws.amazon.com/sagemaker/latest/dg/build-and-manage-steps-types.html",
  alsoCalled: "artifact context track",
  api: { request: "LineageArguments", response: "LineageMetadata", dropped: [] },
  create: () => ({
    Arguments: { Artifacts: [{ ArtifactName: "", Source: { SourceUri: "" }, ArtifactType: "" }] },
  }),
  inputPorts: [
    "Arguments.Actions[].Source.SourceUri",
    "Arguments.Artifacts[].Source.SourceUri",
    "Arguments.Contexts[].Source.SourceUri",
  ],
  outputPorts: ["ActionArns['*']", "ArtifactArns['*']", "ContextArns['*']"],
  namedLists: {
    ActionArns: { at: "Arguments.Actions", name: "ActionName" },
    ArtifactArns: { at: "Arguments.Artifacts", name: "ArtifactName" },
    ContextArns: { at: "Arguments.Contexts", name: "ContextName" },
  },
  choices: ["Source", "Destination"].map((end) => ({
    at: `Arguments.Associations[].${end}`,
    members: ["Arn", "Name"],
    required: true,
    with: { Name: ["Type"] },
    begins: { Type: "Artifact" },
  })),
} satisfies StepType;
